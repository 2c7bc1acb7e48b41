import { payoutId } from '../../accounting/ids';
import { negate, sum, type Money } from '../../accounting/money';
import type { PayoutStatus } from '../../accounting/payout';
import { isPayoutItself } from '../../accounting/transaction-family';
import type { CsvPayout, CsvWarning, PayoutCsv } from './payout-csv';
import type { ReadRow } from './read-row';

/** Least final first: a payout whose rows disagree is as final as the least of them says. */
const statuses: readonly (readonly [string, PayoutStatus])[] = [
  ['pending', 'scheduled'],
  ['scheduled', 'scheduled'],
  ['in_transit', 'in-transit'],
  ['failed', 'failed'],
  ['canceled', 'canceled'],
  ['cancelled', 'canceled'],
  ['paid', 'paid'],
];

/** The rows by payout, in the file's order; those that no payout holds yet are kept apart. */
export function payoutsOfRows(rows: readonly ReadRow[]): PayoutCsv {
  const groups = new Map<string, ReadRow[]>();
  const pending: ReadRow[] = [];
  for (const row of rows) {
    if (!row.payout) {
      pending.push(row);
      continue;
    }
    const group = groups.get(row.payout.id);
    if (group) group.push(row);
    else groups.set(row.payout.id, [row]);
  }
  const read = [...groups].map(([id, group]) => payoutOfRows(id, group));
  return {
    payouts: read.map(({ payout }) => payout),
    pending: pending.map(({ transaction }) => transaction),
    warnings: read.flatMap(({ warnings }) => warnings),
  };
}

function payoutOfRows(id: string, rows: readonly ReadRow[]): { payout: CsvPayout; warnings: CsvWarning[] } {
  const [first] = rows;
  if (!first) throw new RangeError(`payout ${id} has no rows`);
  const held = rows.filter(({ transaction }) => !isPayoutItself(transaction.type));
  const issuedOn = rows.find(({ payoutDate }) => payoutDate)?.payoutDate;
  const { status, warnings } = statusOf(id, rows);
  const made: CsvWarning[] = first.payout?.made
    ? [{ reason: 'payout-id-made', line: first.line, facts: { payout: id } }]
    : [];
  return {
    payout: {
      id: payoutId(id),
      ...(issuedOn ? { issuedOn } : {}),
      status,
      currency: first.currency,
      net: netOf(rows, held, first),
      transactions: held.map(({ transaction }) => transaction),
      raw: held.map(({ raw }) => raw),
    },
    warnings: [...made, ...warnings],
  };
}

/** A payout leaves the balance: its row is negative, the payout positive. */
function netOf(rows: readonly ReadRow[], held: readonly ReadRow[], { currency }: ReadRow): Money {
  const inCurrency = (list: readonly ReadRow[]) =>
    list.flatMap(({ transaction: { net } }) => (net.currency === currency ? [net] : []));
  const own = inCurrency(rows.filter(({ transaction }) => isPayoutItself(transaction.type)));
  return own.length > 0 ? negate(sum(currency, own)) : sum(currency, inCurrency(held));
}

/** A word that nobody knows counts as not final: such a payout waits, and a person reads why. */
function statusOf(id: string, rows: readonly ReadRow[]): { status: PayoutStatus; warnings: CsvWarning[] } {
  const words = [...new Set(rows.map(({ status }) => status))];
  const unknown = words.filter((word) => !statuses.some(([known]) => known === word));
  const warnings: CsvWarning[] = unknown.map((value) => ({
    reason: 'status-unknown',
    facts: { payout: id, value },
  }));
  if (unknown.length > 0) return { status: 'scheduled', warnings };
  if (words.length > 1)
    warnings.push({ reason: 'status-mixed', facts: { payout: id, value: words.join(', ') } });
  const [, status] = statuses.find(([word]) => words.includes(word)) ?? (['pending', 'scheduled'] as const);
  return { status, warnings };
}
