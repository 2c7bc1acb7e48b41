import type { JsonObject, ShopState } from '../fakes/shopify/shop-state';
import { money } from './amount';
import {
  balanceTransactions,
  charge,
  disputeReversal,
  disputeWithdrawal,
  netOf,
  other,
  payoutId,
  payoutJson,
  pendingTransactions,
  refund,
  type Movement,
  type PayoutWish,
} from './ledger';
import type { MadeOrder } from './made-order';
import { Random } from './random';
import { refundOrder, wholeOrder, type RefundWish } from './refund-order';
import { daysLater, instant, missingOrder, seasonOrders } from './season';
import { shopState } from './shop';

/** The day on which the demo happens; nothing here depends on the clock. */
export const tradeWinsToday = '2026-11-20';

/** A type that no family of types covers by a rule that a bookkeeper would guess: its account must be chosen. */
export const unmappedType = 'SHOPIFY_COLLECTIVE_DEBIT';

const seed = 20260820;
const payoutDays = [
  ...['2026-09-08', '2026-09-15', '2026-09-22', '2026-09-29', '2026-10-06', '2026-10-13'],
  ...['2026-10-20', '2026-10-27', '2026-11-03', '2026-11-10', '2026-11-17', '2026-11-24'],
];
const payoutNumber = (day: string) => 140_700_000 + payoutDays.indexOf(day);

/** Gids of the payouts that are about something. */
export const tradeWinsPayouts = {
  /** Has a type without mapping and a charge whose order is missing. */
  needsAPerson: payoutId(payoutNumber('2026-10-27')),
  failed: payoutId(payoutNumber('2026-11-10')),
  scheduled: payoutId(payoutNumber('2026-11-24')),
  /** The newest that is paid. */
  latestPaid: payoutId(payoutNumber('2026-11-17')),
  /** The oldest: charges and refunds only. */
  plain: payoutId(payoutNumber('2026-09-08')),
};

/** Trade Wins, garden accessories, Utrecht: the shop of the demo. The same at every call, on every machine. */
export function tradeWins(): ShopState {
  const random = new Random(seed);
  const orders = seasonOrders(random);
  const movements: Movement[] = orders.filter((order) => order.gateway === 'shopify_payments').map(charge);
  const taken = new Set<MadeOrder>();
  const choose = (from: number, fits: (order: MadeOrder) => boolean = () => true): MadeOrder => {
    const found = orders
      .slice(from)
      .find((order) => order.gateway === 'shopify_payments' && !taken.has(order) && fits(order));
    if (!found) throw new Error(`Trade Wins has no order from ${from} on that fits.`);
    taken.add(found);
    return found;
  };
  const giveBack = (order: MadeOrder, days: number, wish: Omit<RefundWish, 'at'>) => {
    movements.push(refund(refundOrder(order, { ...wish, at: daysLater(order.processedAt, days) })));
  };
  const american = orders.find(({ currencies }) => currencies.presentment !== currencies.shop);
  if (american) taken.add(american);

  refundSome(choose, giveBack);
  const disputes = disputeSome(choose, movements);
  movements.push(
    other('ADJUSTMENT', '2026-10-02T09:00:00Z', -350n, 'Correction of a card fee'),
    other('RESERVED_FUNDS', '2026-10-09T09:00:00Z', -5000n, 'Reserve for new accounts'),
    other('RESERVED_FUNDS_REVERSAL', '2026-11-06T09:00:00Z', 5000n, 'Release of the reserve'),
    other('SHIPPING_LABEL', '2026-09-24T09:00:00Z', -675n, 'Shipping label #1038'),
    other(unmappedType, '2026-10-16T09:00:00Z', -400n, 'Collective order of a partner shop'),
    chargeOfMissingOrder(),
  );
  movements.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.type < b.type ? -1 : 1));

  const { payouts, pending } = spread(movements);
  const paid = payouts.filter(({ status }) => status === 'PAID');
  return shopState({
    orders,
    disputes,
    payouts: payouts.map(payoutJson),
    balanceTransactions: [
      ...payouts.flatMap(balanceTransactions),
      ...pendingTransactions(pending, 99_000_000_001),
    ],
    balance: netOf(movements) - paid.reduce((sum, payout) => sum + netOf(payout.movements), 0n),
  });
}

type Choose = (from: number, fits?: (order: MadeOrder) => boolean) => MadeOrder;

function refundSome(
  choose: Choose,
  giveBack: (order: MadeOrder, days: number, wish: Omit<RefundWish, 'at'>) => void,
): void {
  const severalLines = (order: MadeOrder) => order.lines.length > 1;
  const severalUnits = (order: MadeOrder) => (order.lines[0]?.quantity ?? 0) > 1;
  const discounted = (order: MadeOrder) =>
    (order.lines[0]?.quantity ?? 0) > 2 && String(order.json['discountCodes']) !== '';
  const firstLine = (order: MadeOrder) => [{ index: 0, quantity: order.lines[0]?.quantity ?? 0 }];
  const oneUnit = [{ index: 0, quantity: 1 }];

  const whole = choose(5);
  giveBack(whole, 6, { ...wholeOrder(whole), note: 'Changed their mind' });
  const part = choose(20, severalLines);
  giveBack(part, 5, { lines: firstLine(part) });
  giveBack(choose(34, severalUnits), 8, { lines: oneUnit, note: 'One arrived broken' });
  const withShipping = choose(50, severalLines);
  giveBack(withShipping, 4, { lines: firstLine(withShipping), shipping: true });
  giveBack(choose(64), 3, { goodwill: 1000n, note: 'Sorry for the delay' });
  giveBack(choose(70, discounted), 6, { lines: oneUnit });
  const wholeAgain = choose(80);
  giveBack(wholeAgain, 7, { ...wholeOrder(wholeAgain), note: 'Never arrived' });
  giveBack(choose(96, severalLines), 5, { lines: oneUnit });
  giveBack(choose(104), 2, { goodwill: 500n });
  const goodsOnly = choose(116, severalLines);
  giveBack(goodsOnly, 6, { lines: wholeOrder(goodsOnly).lines });
  giveBack(choose(130, severalUnits), 4, { lines: oneUnit, shipping: true });
}

function disputeSome(choose: Choose, movements: Movement[]): JsonObject[] {
  const lost = choose(28);
  const won = choose(40);
  const lostAt = daysLater(lost.processedAt, 26);
  const wonAt = daysLater(won.processedAt, 12);
  const lostNumber = 88_000_001;
  const wonNumber = 88_000_002;
  movements.push(
    disputeWithdrawal(lost, lostAt, lostNumber),
    disputeWithdrawal(won, wonAt, wonNumber),
    disputeReversal(won, daysLater(wonAt, 28), wonNumber),
  );
  return [
    dispute(lost, lostNumber, 'LOST', lostAt, daysLater(lostAt, 40)),
    dispute(won, wonNumber, 'WON', wonAt, daysLater(wonAt, 28)),
  ];
}

function dispute(
  order: MadeOrder,
  number: number,
  status: string,
  at: string,
  finalizedOn: string,
): JsonObject {
  const id = `gid://shopify/OrderDisputeSummary/${number}`;
  order.json.disputes.push({ id, initiatedAs: 'CHARGEBACK', status });
  return {
    id: `gid://shopify/ShopifyPaymentsDispute/${number}`,
    status,
    type: 'CHARGEBACK',
    amount: money(order.total.shop, order.currencies.shop),
    initiatedAt: at,
    evidenceDueBy: daysLater(at, 10),
    evidenceSentOn: daysLater(at, 8),
    finalizedOn,
    reasonDetails: { reason: 'FRAUDULENT', networkReasonCode: '10.4' },
    order: order.id,
  };
}

function chargeOfMissingOrder(): Movement {
  return {
    type: 'CHARGE',
    sourceType: 'CHARGE',
    at: '2026-10-15T13:20:00Z',
    amount: 4785n,
    fee: 116n,
    order: { id: missingOrder.id, name: missingOrder.name },
    orderTransaction: 7_300_000_010_720,
    source: 7_300_000_011_720,
  };
}

/** Puts each movement into the first payout that is at least six days later; the newest wait for the next. */
function spread(movements: readonly Movement[]): { payouts: PayoutWish[]; pending: Movement[] } {
  let rest = [...movements];
  const payouts = payoutDays.map((day): PayoutWish => {
    const end = instant(Date.parse(`${day}T00:00:00Z`) - 6 * 86_400_000);
    const inside = rest.filter(({ at }) => at < end);
    rest = rest.filter(({ at }) => at >= end);
    const status = day > tradeWinsToday ? 'SCHEDULED' : day === '2026-11-10' ? 'FAILED' : 'PAID';
    return { number: payoutNumber(day), day, status, movements: inside };
  });
  return { payouts, pending: rest };
}
