import { z } from 'zod';
import { ShopifyAnswerUnexpected } from './shopify-error';

export const moneyV2 = z.object({ amount: z.string(), currencyCode: z.string() });
export const moneyBag = z.object({ shopMoney: moneyV2, presentmentMoney: moneyV2 });
/** An amount in the shop's currency and in the customer's. */
export type MoneyBag = z.infer<typeof moneyBag>;
/** A moment, ISO 8601; one that is no moment would date an entry by chance. */
export const instant = z
  .string()
  .refine((text) => !Number.isNaN(Date.parse(text)), { message: 'expected a moment in time' });
export const pageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() });

/** Reads what Shopify answered by its shape; a shape this version does not know is an error that names where. */
export function readAnswer<T>(shape: z.ZodType<T>, answer: unknown, what: string): T {
  const result = shape.safeParse(answer);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new ShopifyAnswerUnexpected(
    `Shopify's answer about ${what} is not as expected at ${issue?.path.join('.') ?? 'its root'}: ${issue?.message ?? ''}`,
  );
}

/** The number at the end of a gid: `gid://shopify/Order/123?x=1` → `123`. A bare number passes. */
export function tailOfGid(gid: string): string {
  return /(\d+)(?:\?.*)?$/.exec(gid)?.[1] ?? gid;
}
