import { toDecimal, toUnits } from './decimal';
import { Reference, type Entry } from './read-state';
import type { MoneyV2 } from './money-form';
import type { ShopWorld } from './shop-world';

const sourceTypes: Record<string, string> = {
  CHARGE: 'CHARGE',
  REFUND: 'REFUND',
  TRANSFER: 'TRANSFER',
  DISPUTE_WITHDRAWAL: 'DISPUTE',
  DISPUTE_REVERSAL: 'DISPUTE',
};

/** Which figures of a payout's summary a type of balance transaction belongs to (gross, fee). */
const summaryFields: Record<string, readonly [gross: string, fee: string]> = {
  CHARGE: ['chargesGross', 'chargesFee'],
  REFUND: ['refundsFeeGross', 'refundsFee'],
  RESERVED_FUNDS: ['reservedFundsGross', 'reservedFundsFee'],
  RESERVED_FUNDS_REVERSAL: ['reservedFundsGross', 'reservedFundsFee'],
  RESERVED_FUNDS_WITHDRAWAL: ['reservedFundsGross', 'reservedFundsFee'],
  TRANSFER_FAILURE: ['retriedPayoutsGross', 'retriedPayoutsFee'],
  ADVANCE: ['advanceGross', 'advanceFees'],
  ADVANCE_FUNDING: ['advanceGross', 'advanceFees'],
};
const otherFields = ['adjustmentsGross', 'adjustmentsFee'] as const;

/** Fills in what follows from the other figures of payouts and balance transactions and was left out. */
export function completePayments(world: ShopWorld): void {
  const account = world.entry(world.root['shopifyPaymentsAccount']);
  if (!account) return;
  const payouts = world.entries(account['payouts']);
  const byPayout = new Map<Entry, Entry[]>(payouts.map((payout) => [payout, []]));
  for (const transaction of world.entries(account['balanceTransactions'])) {
    completeTransaction(world, transaction);
    const associated = world.entry(transaction['associatedPayout']);
    const payout = typeof associated?.['id'] === 'string' ? world.find(associated['id']) : undefined;
    if (payout && transaction['type'] !== 'TRANSFER') byPayout.get(payout)?.push(transaction);
  }
  for (const [payout, transactions] of byPayout) completePayout(world, payout, transactions);
}

function completeTransaction(world: ShopWorld, transaction: Entry): void {
  const amount = transaction['amount'] as MoneyV2;
  transaction['fee'] ??= { amount: '0.0', currencyCode: amount.currencyCode };
  const fee = transaction['fee'] as MoneyV2;
  transaction['net'] ??= {
    amount: toDecimal(toUnits(amount.amount) - toUnits(fee.amount)),
    currencyCode: amount.currencyCode,
  };
  transaction['sourceType'] ??= sourceTypes[String(transaction['type'])] ?? 'ADJUSTMENT';
  const payout = transaction['associatedPayout'];
  if (payout instanceof Reference) {
    const status = world.find(payout.gid)?.['status'] ?? 'PAID';
    transaction['associatedPayout'] = { id: payout.gid, status: status === 'IN_TRANSIT' ? 'PAID' : status };
  }
  transaction['associatedPayout'] ??= { id: null, status: 'PENDING' };
  const order = transaction['associatedOrder'];
  if (order instanceof Reference) {
    const name = world.find(order.gid)?.['name'];
    if (name === undefined) {
      throw new Error(
        `${String(transaction['id'])}: the state has no ${order.gid}; write associatedOrder with its name.`,
      );
    }
    transaction['associatedOrder'] = { id: order.gid, name };
  }
}

function completePayout(world: ShopWorld, payout: Entry, transactions: Entry[]): void {
  const currencyCode = (transactions[0]?.['amount'] as MoneyV2 | undefined)?.currencyCode ?? world.currency;
  const money = (units: bigint): MoneyV2 => ({ amount: toDecimal(units), currencyCode });
  const net = transactions.reduce((sum, t) => sum + toUnits((t['net'] as MoneyV2).amount), 0n);
  payout['net'] ??= money(net);
  payout['status'] ??= 'PAID';
  const negative = (payout['net'] as MoneyV2).amount.startsWith('-');
  payout['transactionType'] ??= negative ? 'WITHDRAWAL' : 'DEPOSIT';
  const sums = new Map<string, bigint>();
  for (const transaction of transactions) {
    const [gross, fee] = summaryFields[String(transaction['type'])] ?? otherFields;
    sums.set(gross, (sums.get(gross) ?? 0n) + toUnits((transaction['amount'] as MoneyV2).amount));
    sums.set(fee, (sums.get(fee) ?? 0n) + toUnits((transaction['fee'] as MoneyV2).amount));
  }
  const fields = [...Object.values(summaryFields).flat(), ...otherFields, 'usdcRebateCreditAmount'];
  const summary = Object.fromEntries(fields.map((field) => [field, money(sums.get(field) ?? 0n)]));
  payout['summary'] = { ...summary, ...(payout['summary'] as Entry | undefined) };
}
