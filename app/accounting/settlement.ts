import type { BalanceTransaction } from './balance-transaction';
import type { Books } from './books';
import type { CalendarDate } from './calendar-date';
import type { Counterpart } from './counterpart';
import type { Payout } from './payout';
import type { SettlementItem, StatementLine } from './statement-line';
import { transferLine } from './transfer-line';
import { add, isZero, negate, sumOf } from './money';

/** A payout as the books will show it: one statement, its lines, and the transfer that empties it. */
export interface Settlement {
  readonly payout: Payout;
  readonly lines: readonly StatementLine[];
  readonly transfer?: StatementLine;
}

/** A balance transaction with the day it is booked on and what stands against it. */
export interface Matched {
  readonly transaction: BalanceTransaction;
  readonly date: CalendarDate;
  readonly counterparts: readonly Counterpart[];
}

/**
 * The statement lines of a payout. Every line balances by construction: net + fee − gross = 0, which holds only where
 * Shopify's own net = amount − fee; checks run before this. Throws a RangeError on a line that does not balance.
 */
export function settle(
  payout: Payout,
  transferOn: CalendarDate,
  matched: Iterable<Matched>,
  books: Books,
): Settlement {
  const lines: StatementLine[] = [];
  for (const entry of matched) lines.push(lineOf(entry, books));
  // A payout that failed or was canceled moved nothing to the bank: its lines stay, its transfer does not exist.
  const moved = payout.status !== 'failed' && payout.status !== 'canceled';
  return {
    payout,
    lines,
    ...(moved && !isZero(payout.net) ? { transfer: transferLine(payout, transferOn, books) } : {}),
  };
}

function lineOf({ transaction, date, counterparts }: Matched, books: Books): StatementLine {
  const name = transaction.order?.name;
  const label = name ? `${labelOfType(transaction.type)} ${name}` : labelOfType(transaction.type);
  const items: SettlementItem[] = [
    { part: 'liquidity', account: books.clearing.account, balance: transaction.net, label },
    ...feeItems(transaction, label, books),
    ...counterparts.map((counterpart, index) => counterpartItem(counterpart, index, label)),
  ];
  const rest = sumOf(transaction.net.currency, items, ({ balance }) => balance);
  if (!isZero(rest)) {
    throw new RangeError(
      `the items of balance transaction ${transaction.id} do not balance: ${String(rest.minor)} left`,
    );
  }
  return {
    key: `bt_${transaction.id}`,
    kind: 'transaction',
    date,
    label,
    amount: transaction.net,
    items,
    transaction,
  };
}

function feeItems(transaction: BalanceTransaction, label: string, books: Books): SettlementItem[] {
  const { fee, feeVat } = transaction;
  if (isZero(fee)) return [];
  if (!feeVat || isZero(feeVat) || !books.feeVatAccount) {
    return [{ part: 'fee', account: books.feeAccount, balance: fee, label }];
  }
  return [
    { part: 'fee', account: books.feeAccount, balance: add(fee, negate(feeVat)), label },
    { part: 'fee-vat', account: books.feeVatAccount, balance: feeVat, label },
  ];
}

function counterpartItem(counterpart: Counterpart, index: number, label: string): SettlementItem {
  const tail = index === 0 ? '' : `-${String(index + 1)}`;
  const balance = negate(counterpart.gross);
  switch (counterpart.kind) {
    case 'open-item':
      return {
        part: `open${tail}`,
        account: counterpart.item.account,
        balance,
        label: counterpart.item.name,
        settles: { item: counterpart.item, amount: negate(counterpart.amount) },
      };
    case 'account':
      return { part: `account${tail}`, account: counterpart.account, balance, label };
    case 'exchange':
      return { part: `exchange${tail}`, account: counterpart.account, balance, label };
  }
}

/** `DISPUTE_WITHDRAWAL` → `Dispute withdrawal`: Shopify's own word, readable. */
export function labelOfType(type: string): string {
  const words = type.toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
