import { z } from 'zod';
import type { AdminApi } from './admin-api';
import { readAnswer } from './answer';
import { shopQuery } from './operations/shop';

const answer = z.object({
  shop: z.object({
    name: z.string(),
    currencyCode: z.string(),
    taxesIncluded: z.boolean(),
    ianaTimezone: z.string(),
    billingAddress: z.object({ countryCodeV2: z.string().nullable() }).nullable().optional(),
  }),
});

export interface ShopFacts {
  readonly name: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly taxesIncluded: boolean;
  /** IANA name. */
  readonly timeZone: string;
  /** ISO 3166-1 alpha-2, where Shopify tells it. */
  readonly country: string | null;
}

/** What the books need to know of the shop. */
export async function readShop(api: AdminApi): Promise<ShopFacts> {
  const { shop } = readAnswer(answer, await api.query(shopQuery, {}), 'shop');
  return {
    name: shop.name,
    currency: shop.currencyCode,
    taxesIncluded: shop.taxesIncluded,
    timeZone: shop.ianaTimezone,
    country: shop.billingAddress?.countryCodeV2 ?? null,
  };
}
