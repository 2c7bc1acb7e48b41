/** Where the parts of a demo listen. */
export interface DemoAddresses {
  /** The page of the mock admin that shows the app. */
  readonly url: string;
  readonly odooUrl: string;
  readonly shopifyOrigin: string;
}

export const shopKinds = ['trade-wins', 'without payouts', 'sixty payouts'] as const;
export type ShopKind = (typeof shopKinds)[number];

export function isShopKind(text: string): text is ShopKind {
  return (shopKinds as readonly string[]).includes(text);
}
