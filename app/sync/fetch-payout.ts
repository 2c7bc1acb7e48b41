import type { Prisma } from '@prisma/client';
import type { BalanceTransaction } from '../accounting/balance-transaction';
import { balanceTransactionId } from '../accounting/ids';
import type { Payout } from '../accounting/payout';
import { isPayoutItself, transactionFamily } from '../accounting/transaction-family';
import { saveTransactions, transactionsOf } from '../database/balance-transactions';
import { findPayout, savePayouts, updatePayout } from '../database/payouts';
import { balanceTransactionFromShopify } from '../shopify/balance-transaction-from-shopify';
import { readPayout, readPayoutTransactions } from '../shopify/read-payouts';
import { ShopifyAnswerUnexpected } from '../shopify/shopify-error';
import { PersonNeeded } from './person-needed';
import type { Progress } from './progress';
import type { ShopContext } from './shop-context';

export interface FetchedPayout {
  readonly payout: Payout;
  readonly source: 'api' | 'csv';
  /** What it holds; the payout's own transfer is left out. */
  readonly transactions: readonly BalanceTransaction[];
}

/**
 * A payout and all its transactions as Shopify says them now, kept as they were said. One that came from an export has
 * no other source than the rows that were imported.
 */
export async function fetchPayout(
  context: ShopContext,
  id: string,
  progress: Progress,
): Promise<FetchedPayout> {
  const { database, shop, shopify } = context;
  const stored = await findPayout(database, shop.id, id);
  if (stored?.source === 'csv') {
    return { payout: stored, source: 'csv', transactions: await transactionsOf(database, shop.id, id) };
  }
  await progress('fetching', 0, 0);
  const read = await readPayout(shopify, id, shop.timeZone);
  const nodes =
    read && (await readPayoutTransactions(shopify, id, (count) => progress('fetching', count, 0)));
  if (!read || !nodes) throw new PersonNeeded([notActive(id)]);
  await savePayouts(database, shop.id, [
    { payout: read.payout, source: 'api', summary: read.summary, raw: read.raw as Prisma.InputJsonValue },
  ]);
  const all = nodes.map((node) => ({ transaction: translate(node, id), raw: node as Prisma.InputJsonValue }));
  const held = all.filter(({ transaction }) => !isPayoutItself(transaction.type));
  await saveTransactions(database, shop.id, id, 'api', once(held));
  const transactions = held.map(({ transaction }) => transaction);
  await updatePayout(database, shop.id, id, { counts: countsOf(transactions), fetchedAt: context.now() });
  return { payout: read.payout, source: 'api', transactions };
}

/** A list that names a transaction twice is a finding; the table keeps the first. */
function once<Entry extends { transaction: BalanceTransaction }>(entries: readonly Entry[]): Entry[] {
  const seen = new Set<string>();
  return entries.filter(({ transaction }) => !seen.has(transaction.id) && Boolean(seen.add(transaction.id)));
}

function translate(node: unknown, payout: string): BalanceTransaction {
  try {
    return balanceTransactionFromShopify(node);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new ShopifyAnswerUnexpected(
      `A transaction of payout ${payout} (${balanceTransactionId(String((node as { id?: unknown }).id))}) cannot be read: ${error.message}`,
    );
  }
}

function notActive(id: string) {
  return {
    kind: 'payments-not-active',
    severity: 'blocks',
    object: { type: 'payout', id, name: id },
    facts: {},
    remedy: { page: 'shopify-payouts' },
  } as const;
}

/** How many transactions of each family: what the payouts page shows in small. */
export function countsOf(transactions: readonly BalanceTransaction[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { type } of transactions) {
    const family = transactionFamily(type);
    counts[family] = (counts[family] ?? 0) + 1;
  }
  return counts;
}
