import type { Document } from '../../app/accounting/document';
import { insertBackfill, moveBackfill } from '../../app/database/backfills';
import { beginRun } from '../../app/database/runs';
import type { CallReport } from '../../app/odoo/client/odoo-client';
import { readOrders } from '../../app/shopify/read-orders';
import { workOnBackfill } from '../../app/sync/orders/backfill';
import { openOrderDesk } from '../../app/sync/orders/order-desk';
import { dayOfDocument } from '../../app/sync/open-day';
import { planOrders } from '../../app/sync/orders/plan-orders';
import { generatePayout } from '../trade-wins/generate-payout';
import { bareDocuments } from './bare-documents';
import { openBench, type BenchShop } from './bench-world';

/*
 * A shop's history of so many orders (2,000 by default; KLOPT_BENCH_ORDERS), each becoming a posted document that is read
 * back, against the fake Odoo or the one of the environment: orders a minute, calls, memory; beside a bare script that
 * makes the same records with the same batched calls and nothing else, and beside calls one by one. On the fake also
 * whether the pace holds for ten times as many.
 */

const orders = Number(process.env.KLOPT_BENCH_ORDERS ?? '2000');
const single = Number(process.env.KLOPT_BENCH_SINGLE ?? '60');
const most = Number(process.env.KLOPT_BENCH_MOST ?? '20000');
const real = Boolean(process.env.ODOO_URL);
const bench = await openBench();
const now = Date.now().toString(36);

interface Measured {
  readonly seconds: number;
  readonly calls: readonly CallReport[];
  /** Heap in use between batches, MB: after the first quarter and at the end. */
  readonly early: number;
  readonly late: number;
}

try {
  console.log(`orders: a history of ${String(orders)} against ${bench.odooName}`);
  await history(await shopOf('warm', 50));
  await bare(await shopOf('warmbare', 50), 100);
  const ours = await history(await shopOf('klopt', orders), true);
  const theirs = await bare(await shopOf('bare', orders), 100);
  const each = (await bare(await shopOf('single', single), 1)) / single;
  const pace = (60 * orders) / ours.seconds;
  const per100 = (100 * ours.calls.length) / orders;
  const ratio = ours.seconds / theirs;
  const faster = each / (ours.seconds / orders);
  console.log(
    `orders: ${pace.toFixed(0)} orders a minute, ${per100.toFixed(1)} calls to Odoo for 100 orders`,
  );
  console.log(
    `orders: Klopt ${ours.seconds.toFixed(1)} s, bare script ${theirs.toFixed(1)} s: ratio ${ratio.toFixed(2)}`,
  );
  console.log(
    `orders: one by one ${(1000 * each).toFixed(0)} ms an order: ${faster.toFixed(1)} times as long`,
  );
  console.log(
    `orders: heap ${ours.early.toFixed(0)} MB after a quarter, ${ours.late.toFixed(0)} MB at the end`,
  );
  limit('calls for 100 orders', per100, 12);
  if (!real) {
    const few = await history(await shopOf('few', 1_000));
    const many = await history(await shopOf('many', most));
    const own = ({ seconds, calls }: Measured) => seconds - busyIn(calls);
    const growth = (many.seconds / most) * (1_000 / few.seconds);
    const ownGrowth = (own(many) / most) * (1_000 / own(few));
    console.log(
      `orders: 1,000 in ${few.seconds.toFixed(1)} s, ${String(most)} in ${many.seconds.toFixed(1)} s: ${growth.toFixed(2)} times as long an order; without the calls to the fake ${own(few).toFixed(1)} and ${own(many).toFixed(1)} s: ${ownGrowth.toFixed(2)} times; heap ${many.early.toFixed(0)} MB after a quarter, ${many.late.toFixed(0)} MB at the end`,
    );
  }
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await bench.stop();
}

/** Seconds that calls to Odoo took. */
function busyIn(calls: readonly CallReport[]): number {
  return calls.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / 1000;
}

function limit(what: string, value: number, most: number): void {
  if (value <= most) return;
  console.error(`orders: ${what}: ${value.toFixed(1)}, more than ${String(most)}`);
  process.exitCode = 1;
}

async function shopOf(name: string, size: number): Promise<BenchShop & { ids: readonly string[] }> {
  const state = generatePayout({ charges: size });
  const domain = `bench-${name}-${now}.myshopify.com`;
  const ids = (state.orders ?? []).map(({ id }) => String(id).split('/').at(-1) ?? '');
  return { ...(await bench.shop({ ...state, shop: { ...state.shop, myshopifyDomain: domain } })), ids };
}

/** Counts and posts the whole history of the shop, as a person's two clicks do. */
async function history({ context, calls }: BenchShop, print = false): Promise<Measured> {
  const { database, shop } = context;
  const { backfill } = await insertBackfill(database, shop.id, { reach: 'all' });
  const { run } = await beginRun(database, shop.id, 'backfill', {});
  await untilState('counting');
  const counting = calls.length;
  await moveBackfill(database, shop.id, backfill.id, {
    from: ['counted'],
    to: 'posting',
    postingSince: new Date(),
  });
  calls.length = 0;
  const heap: number[] = [];
  let measuring = 0;
  const began = performance.now();
  await untilState('posting');
  const seconds = (performance.now() - began - measuring) / 1000;
  const ended = await database.backfill.findUniqueOrThrow({ where: { id: backfill.id } });
  if (ended.posted !== ended.total || ended.state !== 'done') {
    const found = await database.finding.findMany({
      where: { shopId: shop.id, severity: 'blocks' },
      take: 3,
    });
    const first = found.map(({ kind, objectName, body }) => ({ kind, objectName, body }));
    throw new Error(
      `posted ${String(ended.posted)} of ${String(ended.total)} orders: ${JSON.stringify(first)}`,
    );
  }
  await database.run.update({ where: { id: run.id }, data: { state: 'done' } });
  if (print) {
    const busy = busyIn(calls);
    const names = new Map<string, number>();
    for (const { call } of calls) names.set(call, (names.get(call) ?? 0) + 1);
    console.log(
      `orders: counting asked Odoo ${String(counting)} times; posting took ${seconds.toFixed(1)} s, ${busy.toFixed(1)} s of it in Odoo`,
    );
    console.log(`orders: ${[...names].map(([name, count]) => `${name} ${String(count)}`).join(', ')}`);
  }
  return {
    seconds,
    calls: [...calls],
    early: heap[Math.floor(heap.length / 4)] ?? 0,
    late: heap.at(-1) ?? 0,
  };

  async function untilState(state: string): Promise<void> {
    for (;;) {
      const outcome = await workOnBackfill(context, run, (stage) => {
        if (stage === 'orders') {
          // What is in use is known once what is not has been collected, which is no time of Klopt's.
          const stopped = performance.now();
          globalThis.gc?.();
          heap.push(process.memoryUsage().heapUsed / 1e6);
          measuring += performance.now() - stopped;
        }
        return Promise.resolve();
      });
      if (outcome.kind === 'person') throw new Error(JSON.stringify(outcome.findings));
      const row = await database.backfill.findUniqueOrThrow({ where: { id: backfill.id } });
      if (row.state !== state) return;
    }
  }
}

/** The same documents by the bare script, `batch` a call; answers the seconds it took. */
async function bare(
  { context, ids }: BenchShop & { ids: readonly string[] },
  batch: number,
): Promise<number> {
  const desk = await openOrderDesk(context);
  const nodes = await readOrders(context.shopify, ids);
  const plan = await planOrders(context, desk, nodes, new Set());
  const documents = plan.orders.flatMap(({ toMake }) => toMake);
  const dateOf = (document: Document) => dayOfDocument(document, desk.books);
  const began = performance.now();
  await bareDocuments({ ...desk, productOf: plan.products.productOf, dateOf, batch }, documents);
  return (performance.now() - began) / 1000;
}
