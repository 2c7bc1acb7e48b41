/**
 * A shop's state, in the shapes of the Admin API: its keys are fields of the schema's QueryRoot, and below them
 * every object carries fields of its type. Connections are plain arrays. README.md says which forms are allowed.
 */
export type JsonObject = { [field: string]: unknown };

export type ShopState = {
  shop: JsonObject & { myshopifyDomain: string; currencyCode: string };
  /** null: the shop has no Shopify Payments. */
  shopifyPaymentsAccount?:
    (JsonObject & { payouts?: JsonObject[]; balanceTransactions?: JsonObject[] }) | null;
  orders?: JsonObject[];
  products?: JsonObject[];
  customers?: JsonObject[];
  companies?: JsonObject[];
  locations?: JsonObject[];
  disputes?: JsonObject[];
};
