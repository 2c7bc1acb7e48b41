import type { ShopState } from '../fakes/shopify/shop-state';

/** A balance transaction as Shopify's REST reference documents it; only scenarios read these. */
export interface RestTransaction {
  readonly id: number;
  readonly type: string;
  readonly test: boolean;
  readonly payout_id: number;
  readonly payout_status: string;
  readonly currency: string;
  readonly amount: string;
  readonly fee: string;
  readonly net: string;
  readonly source_type: string | null;
  readonly source_order_id: number | null;
  readonly source_order_transaction_id: number | null;
  readonly processed_at: string;
  readonly adjustment_reason: string | null;
}

interface RestSamples {
  readonly responses: readonly { readonly transactions: readonly RestTransaction[] }[];
}

/** REST has one word for both directions where GraphQL has two. */
const byDirection: Readonly<Record<string, readonly [out: string, back: string]>> = {
  dispute: ['DISPUTE_WITHDRAWAL', 'DISPUTE_REVERSAL'],
  reserve: ['RESERVED_FUNDS', 'RESERVED_FUNDS_REVERSAL'],
};

/** GraphQL's types for REST's `debit` and `credit`: the reason and the direction together. */
const byReason: Readonly<Record<string, string>> = {
  'tax_adjustment debit': 'TAX_ADJUSTMENT_DEBIT',
  'tax_adjustment credit': 'TAX_ADJUSTMENT_CREDIT',
  'billing debit': 'BILLING_DEBIT',
  'channel_transfer debit': 'CHANNEL_TRANSFER_DEBIT',
  'shop_cash_refund debit': 'SHOP_CASH_REFUND_DEBIT',
  'shop_cash credit': 'SHOP_CASH_CREDIT',
  'shop_cash_campaign_billing debit': 'SHOP_CASH_CAMPAIGN_BILLING_DEBIT',
  'shopify_collective_credit credit': 'SHOPIFY_COLLECTIVE_CREDIT',
  'shopify_collective_debit debit': 'SHOPIFY_COLLECTIVE_DEBIT',
  'chargeback_protection credit': 'CHARGEBACK_PROTECTION_CREDIT',
  'chargeback_protection debit': 'CHARGEBACK_PROTECTION_DEBIT',
  'anomaly credit': 'ANOMALY_CREDIT',
};

/** The type that GraphQL has for a REST transaction. */
export function typeOfRest({ type, amount, adjustment_reason: reason }: RestTransaction): string {
  const pair = byDirection[type];
  if (pair) return amount.startsWith('-') ? pair[0] : pair[1];
  if (type === 'capture') return 'CHARGE';
  if (type === 'debit' || type === 'credit') return byReason[`${reason ?? ''} ${type}`] ?? 'ADJUSTMENT';
  return type.toUpperCase();
}

/**
 * A shop's state, as the fake Shopify takes it, of the transactions that Shopify's REST reference documents. `file` is
 * `{ responses: [{ transactions: [...] }] }`; the fake's own reading refuses what does not fit.
 */
export function restTransactionsState(file: object, domain = 'documented.myshopify.com'): ShopState {
  const transactions = (file as RestSamples).responses.flatMap((response) => response.transactions);
  const payouts = new Map(transactions.map((one) => [one.payout_id, one.payout_status.toUpperCase()]));
  const currency = transactions[0]?.currency ?? 'USD';
  return {
    shop: {
      id: 'Shop/1',
      name: 'Documented',
      myshopifyDomain: domain,
      currencyCode: currency,
      ianaTimezone: 'America/New_York',
    },
    orders: [],
    shopifyPaymentsAccount: {
      payouts: [...payouts].map(([id, status]) => ({
        id: `ShopifyPaymentsPayout/${String(id)}`,
        // The reference dates transactions, not this payout: the day after the last of them.
        issuedAt: new Date(Math.max(...moments(transactions)) + 24 * 60 * 60 * 1000).toISOString(),
        status,
      })),
      balanceTransactions: transactions.map((one) => ({
        id: `ShopifyPaymentsBalanceTransaction/${String(one.id)}`,
        type: typeOfRest(one),
        transactionDate: one.processed_at,
        test: one.test,
        amount: `${one.amount} ${one.currency}`,
        fee: `${one.fee} ${one.currency}`,
        net: `${one.net} ${one.currency}`,
        ...(one.adjustment_reason ? { adjustmentReason: one.adjustment_reason } : {}),
        ...(one.source_order_transaction_id
          ? { sourceOrderTransactionId: String(one.source_order_transaction_id) }
          : {}),
        ...(one.source_order_id
          ? {
              associatedOrder: {
                id: `Order/${String(one.source_order_id)}`,
                name: `#${String(one.source_order_id)}`,
              },
            }
          : {}),
        associatedPayout: `ShopifyPaymentsPayout/${String(one.payout_id)}`,
      })),
    },
  };
}

const moments = (transactions: readonly RestTransaction[]) =>
  transactions.map((one) => Date.parse(one.processed_at));
