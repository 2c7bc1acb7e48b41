import type { BalanceTransaction } from '../../accounting/balance-transaction';
import { transactionFamily } from '../../accounting/transaction-family';
import { waterfall } from '../../accounting/waterfall';
import { transactionsOf } from '../../database/balance-transactions';
import { bindingsOfOrders, bindingsOfPayout, type BindingRecord } from '../../database/bindings';
import type { Database } from '../../database/client';
import { findingsOf, type StoredFinding } from '../../database/findings';
import { storedPayout } from '../../database/payouts';
import { latestRuns, runsOfPayout } from '../../database/runs';
import { moneyView } from '../../views/money-view';
import type {
  OdooLink,
  PayoutView,
  ProofView,
  TransactionView,
  WaterfallView,
} from '../../views/payout-view';
import { findingView, type Places } from './finding-view';
import { payoutRow } from './list-payouts';
import { odooLink } from './odoo-link';
import { runView } from './run-view';

/** All that the page of one payout shows; undefined when the shop has no such payout. */
export async function showPayout(
  database: Database,
  shopId: string,
  places: Places,
  id: string,
): Promise<PayoutView | undefined> {
  const row = await database.payout.findUnique({ where: { shopId_payoutId: { shopId, payoutId: id } } });
  if (!row) return undefined;
  const transactions = await transactionsOf(database, shopId, id);
  const orderIds = [...new Set(transactions.flatMap(({ order }) => (order?.id ? [order.id as string] : [])))];
  const [own, documents, findings, runs, latest] = await Promise.all([
    bindingsOfPayout(database, shopId, id),
    bindingsOfOrders(database, shopId, orderIds),
    findingsOf(database, shopId, id),
    runsOfPayout(database, shopId, id),
    latestRuns(database, shopId, [id]),
  ]);
  const link = (binding: BindingRecord) => odooLink(binding, places);
  const byKey = new Map(own.map((binding) => [binding.externalId, binding]));
  const byOrder = new Map<string, BindingRecord[]>();
  for (const document of documents) {
    const key = document.orderId ?? '';
    byOrder.set(key, [...(byOrder.get(key) ?? []), document]);
  }
  const named = namedIn(findings);
  const statement = own.find(({ kind }) => kind === 'statement');
  const transfer = own.find(({ kind }) => kind === 'transfer');
  const payout = storedPayout(row);
  return {
    ...payoutRow(row, latest.get(id)),
    waterfall: transactions.length === 0 ? [] : waterfall(payout, transactions).map(barView),
    transactions: transactions.map((transaction) =>
      transactionView(
        transaction,
        byKey.get(`bt_${transaction.id}`),
        byOrder.get(transaction.order?.id ?? '') ?? [],
        named.has(transaction.id),
        link,
      ),
    ),
    proof: row.proof ? (row.proof as unknown as ProofView) : null,
    findingList: findings.map((finding) => findingView(finding, places)),
    statement: statement ? link(statement) : null,
    transfer: transfer ? link(transfer) : null,
    history: runs.map(runView),
    summary: (row.summary as Record<string, string> | null) ?? null,
    shopifyHref:
      row.source === 'api'
        ? `https://admin.shopify.com/store/${places.shopHandle}/payments/payouts/${row.payoutId}`
        : null,
  };
}

type LinkTo = (binding: BindingRecord) => OdooLink | null;

function barView(bar: ReturnType<typeof waterfall>[number]): WaterfallView {
  return {
    step: bar.step,
    amount: moneyView(bar.amount),
    from: moneyView(bar.from),
    to: moneyView(bar.to),
    count: bar.count,
  };
}

function transactionView(
  transaction: BalanceTransaction,
  line: BindingRecord | undefined,
  /** Of its order. */
  documents: readonly BindingRecord[],
  /** A finding that stops posting names it. */
  named: boolean,
  link: LinkTo,
): TransactionView {
  const family = transactionFamily(transaction.type);
  const kind = family === 'charge' ? 'invoice' : family === 'refund' ? 'credit-note' : undefined;
  const own = documents.filter((document) => kind !== undefined && document.state === kind);
  return {
    id: transaction.id,
    type: transaction.type,
    family,
    occurredAt: transaction.occurredAt,
    amount: moneyView(transaction.amount),
    fee: moneyView(transaction.fee),
    net: moneyView(transaction.net),
    order: transaction.order ? { id: transaction.order.id ?? null, name: transaction.order.name } : null,
    documents: own.map(link).filter((found): found is OdooLink => found !== null),
    statementLine: line ? link({ ...line, name: `bt_${transaction.id}` }) : null,
    counterpart: line?.name ?? null,
    state: line
      ? line.state === 'reconciled'
        ? 'reconciled'
        : 'posted'
      : named
        ? 'needs-attention'
        : 'not-posted',
  };
}

function namedIn(findings: readonly StoredFinding[]): Set<string> {
  return new Set(
    findings.flatMap(({ object, severity }) =>
      object.type === 'balance transaction' && severity === 'blocks' ? [object.id] : [],
    ),
  );
}
