import type { Payout } from '../accounting/payout';
import { saveTransactions } from '../database/balance-transactions';
import { findPayout, savePayouts, updatePayout } from '../database/payouts';
import type { CsvPayout, PayoutCsv } from '../shopify/csv/payout-csv';
import { CsvRejected } from '../shopify/csv/csv-rejected';
import { readPayoutCsv } from '../shopify/csv/read-payout-csv';
import { dateIn } from '../accounting/calendar-date';
import { countsOf } from './fetch-payout';
import type { ShopContext } from './shop-context';

export interface ImportedCsv {
  readonly payouts: readonly {
    readonly id: string;
    readonly transactions: number;
    readonly known: boolean;
  }[];
  /** Rows that Shopify has not put in a payout yet; they come with a later export. */
  readonly pending: number;
  readonly warnings: PayoutCsv['warnings'];
}

export interface RejectedCsv {
  readonly reason: CsvRejected['reason'];
  /** From 1; the header is line 1. */
  readonly line: number | null;
  readonly column: string | null;
  readonly facts: CsvRejected['facts'];
}

/**
 * Brings in a payout's transactions from Shopify's export. All or nothing: a broken file is
 * refused with line and column.
 * A payout that Shopify's API told of is left as it is; the same file twice changes nothing.
 */
export async function importCsv(
  context: ShopContext,
  file: Uint8Array,
): Promise<ImportedCsv | { readonly rejected: RejectedCsv }> {
  let read: PayoutCsv;
  try {
    read = readPayoutCsv(file, { timeZone: context.shop.timeZone });
  } catch (error) {
    if (!(error instanceof CsvRejected)) throw error;
    const { reason, line = null, column = null, facts } = error;
    return { rejected: { reason, line, column, facts } };
  }
  const { database, shop } = context;
  const payouts: { id: string; transactions: number; known: boolean }[] = [];
  for (const given of read.payouts) {
    const before = await findPayout(database, shop.id, given.id);
    const known = before?.source === 'api' || before?.state === 'posted' || before?.state === 'banked';
    payouts.push({ id: given.id, transactions: given.transactions.length, known });
    if (known) continue;
    await savePayouts(database, shop.id, [
      { payout: payoutOf(given, shop.timeZone), source: 'csv', raw: { from: 'csv' } },
    ]);
    await saveTransactions(
      database,
      shop.id,
      given.id,
      'csv',
      given.transactions.map((transaction, index) => ({ transaction, raw: { ...given.raw[index] } })),
    );
    await updatePayout(database, shop.id, given.id, {
      counts: countsOf(given.transactions),
      fetchedAt: context.now(),
      ...(before?.state === 'syncing' ? {} : { state: 'new' }),
    });
  }
  return { payouts, pending: read.pending.length, warnings: read.warnings };
}

/** Without a payout date of its own it is dated by its last transaction. */
function payoutOf(given: CsvPayout, timeZone: string): Payout {
  const last = given.transactions
    .map(({ occurredAt }) => occurredAt)
    .sort()
    .at(-1);
  return {
    id: given.id,
    issuedOn: given.issuedOn ?? dateIn(last ?? new Date(0).toISOString(), timeZone),
    status: given.status,
    net: given.net,
  };
}
