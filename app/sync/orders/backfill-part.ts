/** How a part of the work ended: there is more at once, there is more when Shopify is ready, or there is none. */
export type BackfillStep = 'more' | 'shopify-works' | 'ended';

/** So long a part takes at most (and a batch more): then payouts and new orders of the shop have their turn. */
export const partMs = 45_000;
