import { z } from 'zod';
import { dateIn } from '../accounting/calendar-date';
import { payoutId } from '../accounting/ids';
import { parseMoney } from '../accounting/money';
import type { Payout, PayoutStatus } from '../accounting/payout';
import { instant, moneyV2, readAnswer, tailOfGid } from './answer';

const payoutShape = z.object({
  id: z.string(),
  legacyResourceId: z.union([z.string(), z.number()]).transform(String),
  issuedAt: instant,
  status: z.string(),
  transactionType: z.string(),
  externalTraceId: z.string().nullish(),
  net: moneyV2,
  summary: z.record(z.string(), moneyV2.nullish()).nullish(),
});

const statuses: Readonly<Record<string, PayoutStatus>> = {
  SCHEDULED: 'scheduled',
  IN_TRANSIT: 'in-transit',
  PAID: 'paid',
  FAILED: 'failed',
  CANCELED: 'canceled',
};

export interface ShopifyPayout {
  readonly payout: Payout;
  readonly direction: 'deposit' | 'withdrawal';
  readonly summary: Readonly<Record<string, string>>;
  readonly raw: unknown;
}

/**
 * Shopify's payout in our words. The date is the day it was issued in the shop's time zone. A withdrawal's net is
 * negative: it takes from the bank; Shopify writes it with or without a sign, so the direction decides.
 */
export function payoutFromShopify(node: unknown, timeZone: string): ShopifyPayout {
  const read = readAnswer(payoutShape, node, 'a payout');
  const net = parseMoney(read.net.amount, read.net.currencyCode);
  const withdrawal = read.transactionType === 'WITHDRAWAL';
  const summary = Object.entries(read.summary ?? {}).flatMap(([name, amount]) =>
    amount ? [[name, amount.amount]] : [],
  );
  return {
    payout: {
      id: payoutId(read.legacyResourceId),
      issuedOn: dateIn(read.issuedAt, timeZone),
      // A status that a later API adds is not final for us: nothing is posted on a word we do not know.
      status: statuses[read.status] ?? 'scheduled',
      net: withdrawal && net.minor > 0n ? { ...net, minor: -net.minor } : net,
      ...(read.externalTraceId ? { bankReference: read.externalTraceId } : {}),
    },
    direction: withdrawal ? 'withdrawal' : 'deposit',
    summary: Object.fromEntries(summary) as Record<string, string>,
    raw: node,
  };
}

export function payoutGid(id: string): string {
  return `gid://shopify/ShopifyPaymentsPayout/${tailOfGid(id)}`;
}
