/** What a person can let happen in the shop itself, as customers and staff do. */
export type ShopDesk = {
  /** Newest first. */
  orders: () => readonly DeskOrder[];
  happen: (what: Happening, order?: string) => Promise<void>;
};

export const happenings = ['order', 'edit', 'refund'] as const;
export type Happening = (typeof happenings)[number];

export type DeskOrder = {
  id: string;
  name: string;
  customer: string;
  /** "12.50" */
  total: string;
  edited: boolean;
  refunded: boolean;
};

export function isHappening(text: string | null): text is Happening {
  return (happenings as readonly (string | null)[]).includes(text);
}
