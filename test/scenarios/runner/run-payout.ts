import { currency } from '../../../app/accounting/currency';
import { money, sum, toDecimal, type Money } from '../../../app/accounting/money';
import { prove } from '../../../app/accounting/proof';
import { transactionsOf } from '../../../app/database/balance-transactions';
import { bindingsOfOrders, bindingsOfPayout } from '../../../app/database/bindings';
import { findingsOf } from '../../../app/database/findings';
import { beginRun } from '../../../app/database/runs';
import type { OdooClient } from '../../../app/odoo/client/odoo-client';
import { moneyOf, nameOf, textOf } from '../../../app/odoo/client/row';
import { discoverPayouts } from '../../../app/sync/discover-payouts';
import { importCsv } from '../../../app/sync/import-csv';
import { planPayout } from '../../../app/sync/plan-payout';
import { noProgress } from '../../../app/sync/progress';
import { proofView } from '../../../app/sync/read/proof-view';
import type { ShopContext } from '../../../app/sync/shop-context';
import { syncPayout } from '../../../app/sync/sync-payout';
import type { ProofView } from '../../../app/views/payout-view';
import { itemsOf } from './read-items';
import type { Scenario } from './read-scenario';
import type { MadeDocument, MadeLine, ScenarioPayout } from './scenario-result';

/** The payouts that the shop has, the oldest first; of an export, also how many of its rows no payout holds yet. */
export async function payoutIds(
  context: ShopContext,
  { csv }: Scenario,
): Promise<{ ids: string[]; pending: number }> {
  let pending = 0;
  if (csv) {
    const imported = await importCsv(context, csv);
    if ('rejected' in imported) {
      const { reason, line, column } = imported.rejected;
      throw new Error(`the export is refused: ${reason}, line ${String(line)}, column ${String(column)}`);
    }
    pending = imported.pending;
  } else await discoverPayouts(context);
  const rows = await context.database.payout.findMany({
    where: { shopId: context.shop.id },
    orderBy: [{ issuedOn: 'asc' }, { payoutId: 'asc' }],
    select: { payoutId: true },
  });
  return { ids: rows.map(({ payoutId }) => payoutId), pending };
}

/** Brings one payout to Odoo, and reads back what stands there. */
export async function runPayout(context: ShopContext, id: string): Promise<ScenarioPayout> {
  const { database, shop } = context;
  const { run } = await beginRun(database, shop.id, 'sync-payout', { payoutId: id });
  await syncPayout(context, run, noProgress);
  const row = await database.payout.findUniqueOrThrow({
    where: { shopId_payoutId: { shopId: shop.id, payoutId: id } },
  });
  const net = money(row.netMinor, row.currency);
  const transactions = await transactionsOf(database, shop.id, id);
  const client = await context.odoo();
  const proof = (row.proof as unknown as ProofView | null) ?? (await proofBefore(context, id));
  const orderIds = [...new Set(transactions.flatMap(({ order }) => (order?.id ? [order.id as string] : [])))];
  const findings = await findingsOf(database, shop.id, id);
  const posted = row.proof !== null;
  return {
    id,
    net: toDecimal(net),
    currency: row.currency,
    state: row.state,
    documents: posted ? await documentsIn(client, context, orderIds) : [],
    lines: posted ? await linesIn(client, context, id, net) : [],
    proof: {
      holds: proof.holds,
      steps: proof.steps.map((step) => ({
        name: step.name,
        expected: decimal(step.expected),
        ...(step.actual ? { actual: decimal(step.actual) } : {}),
        state: step.state,
      })),
    },
    findings: findings
      .filter(({ severity }) => severity === 'blocks')
      .map((finding) => ({
        kind: finding.kind,
        object: finding.object.id,
        ...(finding.expected ? { expected: toDecimal(finding.expected) } : {}),
        ...(finding.actual ? { actual: toDecimal(finding.actual) } : {}),
        ...(finding.residual ? { residual: toDecimal(finding.residual) } : {}),
        facts: finding.facts,
      })),
  };
}

/** The proof of a payout of which nothing was posted: only Shopify's own figures are there. */
async function proofBefore(context: ShopContext, id: string): Promise<ProofView> {
  const plan = await planPayout(context, id, noProgress);
  const { payout, transactions } = plan;
  const own = transactions.filter(({ net }) => net.currency === payout.net.currency);
  return proofView(
    prove({
      payout: payout.net,
      transactions: sum(
        payout.net.currency,
        own.map(({ net }) => net),
      ),
      moved: payout.status !== 'failed' && payout.status !== 'canceled',
      documents: { documents: plan.documents.length, exact: 0 },
    }),
  );
}

async function documentsIn(
  client: OdooClient,
  context: ShopContext,
  orderIds: string[],
): Promise<MadeDocument[]> {
  const bindings = await bindingsOfOrders(context.database, context.shop.id, orderIds);
  const ids = bindings.filter(({ kind }) => kind === 'document').map(({ odooId }) => odooId);
  const rows = await client.searchRead(
    'account.move',
    [['id', 'in', ids]],
    [
      'ref',
      'name',
      'move_type',
      'date',
      'state',
      'amount_untaxed',
      'amount_tax',
      'amount_total',
      'currency_id',
    ],
    { order: 'id' },
  );
  const items = await itemsOf(client, ids, 'amount_currency');
  return rows.map((row) => {
    const unit = currency(nameOf(row, 'currency_id'));
    const amount = (field: string) => toDecimal(moneyOf(row, field, unit));
    return {
      reference: textOf(row, 'ref'),
      kind: textOf(row, 'move_type') === 'out_refund' ? 'credit-note' : 'invoice',
      number: textOf(row, 'name'),
      date: textOf(row, 'date'),
      state: textOf(row, 'state'),
      currency: unit,
      untaxed: amount('amount_untaxed'),
      tax: amount('amount_tax'),
      total: amount('amount_total'),
      items: items.get(row.id) ?? [],
    };
  });
}

async function linesIn(
  client: OdooClient,
  context: ShopContext,
  id: string,
  net: Money,
): Promise<MadeLine[]> {
  const bindings = await bindingsOfPayout(context.database, context.shop.id, id);
  const lines = bindings.filter(({ kind }) => kind === 'statement-line' || kind === 'transfer');
  const keys = new Map(lines.map(({ odooId, externalId }) => [odooId, externalId]));
  const rows = await client.searchRead(
    'account.bank.statement.line',
    [['id', 'in', [...keys.keys()]]],
    ['amount', 'date', 'payment_ref', 'move_id'],
    { order: 'id' },
  );
  const moves = rows.map((row) => (row.move_id as [number, string])[0]);
  const items = await itemsOf(client, moves, 'amount_currency');
  const fees = new Map(
    (await transactionsOf(context.database, context.shop.id, id)).map((one) => [
      `bt_${one.id}`,
      toDecimal(one.fee),
    ]),
  );
  return rows.map((row, index) => {
    const key = keys.get(row.id) ?? '';
    return {
      key,
      date: textOf(row, 'date'),
      label: textOf(row, 'payment_ref'),
      amount: toDecimal(moneyOf(row, 'amount', net.currency)),
      fee: fees.get(key) ?? toDecimal({ minor: 0n, currency: net.currency }),
      items: items.get(moves[index] ?? 0) ?? [],
    };
  });
}

function decimal({ minor, currency: code }: { minor: string; currency: string }): string {
  return toDecimal(money(BigInt(minor), code));
}
