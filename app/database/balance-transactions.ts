import type { Prisma } from '@prisma/client';
import type { BalanceTransaction } from '../accounting/balance-transaction';
import { balanceTransactionId, orderId, orderTransactionId, payoutId } from '../accounting/ids';
import { money } from '../accounting/money';
import type { Database } from './client';

export interface SavedTransaction {
  readonly transaction: BalanceTransaction;
  /** As it was said: Shopify's node, or the row of the export. */
  readonly raw: Prisma.InputJsonValue;
}

/** Rows written in one statement: PostgreSQL takes at most 65,535 values. */
const chunk = 2_000;

/** Replaces what is kept of a payout's transactions by what was read now, in one go. */
export async function saveTransactions(
  database: Database,
  shopId: string,
  payout: string,
  source: 'api' | 'csv',
  transactions: readonly SavedTransaction[],
): Promise<void> {
  await database.$transaction(
    async (write) => {
      await write.balanceTransaction.deleteMany({ where: { shopId, payoutId: payout } });
      for (let start = 0; start < transactions.length; start += chunk) {
        const part = transactions.slice(start, start + chunk);
        // Listed under another payout before (while it was pending, say): it is here now.
        await write.balanceTransaction.deleteMany({
          where: { shopId, transactionId: { in: part.map(({ transaction }) => transaction.id as string) } },
        });
        await write.balanceTransaction.createMany({
          skipDuplicates: true,
          data: part.map(({ transaction, raw }, index) => ({
            shopId,
            transactionId: transaction.id,
            payoutId: payout,
            position: start + index,
            type: transaction.type,
            occurredAt: new Date(transaction.occurredAt),
            currency: transaction.amount.currency,
            amountMinor: transaction.amount.minor,
            feeMinor: transaction.fee.minor,
            feeVatMinor: transaction.feeVat?.minor ?? null,
            netMinor: transaction.net.minor,
            orderId: transaction.order?.id ?? null,
            orderName: transaction.order?.name ?? null,
            orderTransactionId: transaction.orderTransaction ?? null,
            source,
            raw,
          })),
        });
      }
    },
    { timeout: 120_000, maxWait: 20_000 },
  );
}

/** A payout's transactions in the order in which they were listed. */
export async function transactionsOf(
  database: Database,
  shopId: string,
  payout: string,
): Promise<BalanceTransaction[]> {
  const rows = await database.balanceTransaction.findMany({
    where: { shopId, payoutId: payout },
    orderBy: { position: 'asc' },
  });
  return rows.map((row) => ({
    id: balanceTransactionId(row.transactionId),
    type: row.type,
    occurredAt: row.occurredAt.toISOString(),
    amount: money(row.amountMinor, row.currency),
    fee: money(row.feeMinor, row.currency),
    ...(row.feeVatMinor === null ? {} : { feeVat: money(row.feeVatMinor, row.currency) }),
    net: money(row.netMinor, row.currency),
    test: false,
    payout: payoutId(payout),
    ...(row.orderName === null
      ? {}
      : { order: { ...(row.orderId ? { id: orderId(row.orderId) } : {}), name: row.orderName } }),
    ...(row.orderTransactionId ? { orderTransaction: orderTransactionId(row.orderTransactionId) } : {}),
  }));
}
