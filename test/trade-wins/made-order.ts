import type { JsonObject } from '../fakes/shopify/shop-state';
import type { Amount, Currencies } from './amount';
import type { Customer } from './customers';
import type { Product } from './catalogue';

export type MadeLine = {
  id: string;
  product: Product;
  quantity: number;
  /** After every discount, with VAT. */
  total: Amount;
  tax: Amount;
  /** Whole percentage; 0 where there is no VAT. */
  rate: bigint;
};

/** An order with the figures that refunds and balance transactions are made from. `json` is what Shopify serves. */
export type MadeOrder = {
  number: number;
  id: string;
  name: string;
  customer: Customer;
  processedAt: string;
  gateway: string;
  currencies: Currencies;
  taxTitle: string;
  lines: MadeLine[];
  shipping: MadeLine;
  total: Amount;
  /** The number of the transaction that took the money: SALE, or CAPTURE after an AUTHORIZATION. */
  paidBy: number;
  json: JsonObject & {
    lineItems: JsonObject[];
    agreements: JsonObject[];
    transactions: JsonObject[];
    refunds: JsonObject[];
    disputes: JsonObject[];
  };
};

export const orderNumberBase = 6_120_000_000_000;
