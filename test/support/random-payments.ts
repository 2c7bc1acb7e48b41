import fc from 'fast-check';
import type { Currency } from '../../app/accounting/currency';
import { orderTransactionId } from '../../app/accounting/ids';
import { money, type Money } from '../../app/accounting/money';
import type { Agreement, OrderTransaction, OrderTransactionKind } from '../../app/accounting/order';

const gateways = ['shopify_payments', 'manual', 'gift_card', 'paypal', 'cash'];

/** Shares are hundredths of what the order came to when it was placed. */
export type PaymentWish =
  /** Paid (or tried to) at once; `coin`: minor units that a till rounded, `change`: given back in cash. */
  | {
      readonly way: 'sale';
      readonly gateway: string;
      readonly share: bigint;
      readonly status: string;
      readonly coin: bigint;
      readonly change: bigint;
    }
  /** Authorised first; captured in none (it lapses), one or several parts; the rest voided or not. */
  | {
      readonly way: 'authorized';
      readonly gateway: string;
      readonly captures: readonly bigint[];
      readonly voided: boolean;
    }
  /** Given back: for the refund at that place of the ledger, or for none that Shopify names; a failed one tried again. */
  | {
      readonly way: 'refund';
      readonly gateway: string;
      readonly share: bigint;
      readonly of: number;
      readonly failsFirst: boolean;
    };

const gateway = fc.constantFrom(...gateways);
const share = fc.bigInt({ min: 1n, max: 110n });

export const anyPayment: fc.Arbitrary<PaymentWish> = fc.oneof(
  fc.record({
    way: fc.constant('sale' as const),
    gateway,
    share,
    status: fc.oneof(
      { weight: 5, arbitrary: fc.constant('success') },
      fc.constantFrom('pending', 'failure', 'error'),
    ),
    coin: fc.bigInt({ min: -2n, max: 2n }),
    change: fc.oneof({ weight: 4, arbitrary: fc.constant(0n) }, fc.bigInt({ min: 1n, max: 20n })),
  }),
  fc.record({
    way: fc.constant('authorized' as const),
    gateway,
    captures: fc.array(fc.bigInt({ min: 1n, max: 60n }), { maxLength: 3 }),
    voided: fc.boolean(),
  }),
  fc.record({
    way: fc.constant('refund' as const),
    gateway,
    share,
    of: fc.nat({ max: 3 }),
    failsFirst: fc.boolean(),
  }),
);

/** Shopify's transactions of such payments, a day after the other; what pays a refund is an hour after it. */
export function transactionsOf(
  wishes: readonly PaymentWish[],
  whole: Money,
  unit: Currency,
  agreements: readonly Agreement[],
): OrderTransaction[] {
  const refunds = agreements.filter(({ refund }) => refund !== undefined);
  const made: OrderTransaction[] = [];
  const add = (
    kind: OrderTransactionKind,
    by: string,
    part: bigint,
    more: Partial<OrderTransaction> = {},
  ): void => {
    made.push({
      id: orderTransactionId(String(9000 + made.length)),
      kind,
      succeeded: (more.status ?? 'success') === 'success',
      status: 'success',
      gateway: by,
      processedAt: new Date(Date.UTC(2026, 9, 1 + made.length, 13)).toISOString(),
      amount: money((whole.minor * part) / 100n, unit),
      fees: [],
      ...more,
    });
  };
  for (const wish of wishes) {
    switch (wish.way) {
      case 'sale': {
        const rounds = wish.gateway === 'cash' && wish.coin !== 0n;
        add('sale', wish.gateway, wish.share, {
          status: wish.status,
          ...(rounds ? { rounding: money(wish.coin, unit) } : {}),
        });
        if (wish.change > 0n && wish.gateway === 'cash' && wish.status === 'success') {
          const handed = Date.parse(made.at(-1)?.processedAt ?? '');
          add('change', 'cash', wish.change < wish.share ? wish.change : wish.share, {
            processedAt: new Date(handed + 1000).toISOString(),
          });
        }
        break;
      }
      case 'authorized':
        add('authorization', wish.gateway, 100n);
        for (const part of wish.captures) add('capture', wish.gateway, part);
        if (wish.voided) add('void', wish.gateway, 100n);
        break;
      case 'refund': {
        const of = refunds[wish.of];
        const later = Date.parse(of?.happenedAt ?? '') + 3_600_000;
        const refund = of?.refund ? { refund: of.refund, processedAt: new Date(later).toISOString() } : {};
        if (wish.failsFirst) add('refund', wish.gateway, wish.share, { status: 'failure', ...refund });
        add('refund', wish.gateway, wish.share, refund);
        break;
      }
    }
  }
  return made;
}
