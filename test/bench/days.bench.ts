import { saveMappings } from '../../app/database/mappings';
import { beginRun } from '../../app/database/runs';
import type { Progress } from '../../app/sync/progress';
import { discoverPayouts } from '../../app/sync/discover-payouts';
import { discoverOrders } from '../../app/sync/orders/discover-orders';
import { syncPendingOrders } from '../../app/sync/orders/sync-orders';
import { syncPayout } from '../../app/sync/sync-payout';
import { generatePayout } from '../trade-wins/generate-payout';
import { openBench, type BenchShop } from './bench-world';

/*
 * One day of so many orders (2,000 by default; KLOPT_BENCH_ORDERS) in a document a country, then their payout: each
 * transaction settles its share of one receivable. Against the fake Odoo or the one of the environment: orders a minute,
 * calls, seconds a stage; on the fake also whether the pace holds for five times as many.
 */

const orders = Number(process.env.KLOPT_BENCH_ORDERS ?? '2000');
const most = Number(process.env.KLOPT_BENCH_MOST ?? '5000');
const real = Boolean(process.env.ODOO_URL);
const bench = await openBench();
const now = Date.now().toString(36);

/** Seconds, and those that calls to Odoo took of them. */
interface Taken {
  readonly seconds: number;
  readonly inOdoo: number;
}

interface Measured {
  /** Orders read, joined, their documents made and read back, the orders told. */
  readonly made: Taken;
  /** The payout of all of them planned, settled, read back and proven. */
  readonly settled: Taken;
}

try {
  console.log(`days: a day of ${String(orders)} orders against ${bench.odooName}`);
  await day('warm', 50);
  await day('klopt', orders, true);
  if (!real) {
    const few = await day('few', most / 5);
    const many = await day('many', most);
    for (const part of ['made', 'settled'] as const) {
      const growth = many[part].seconds / few[part].seconds / 5;
      const own = ({ [part]: { seconds, inOdoo } }: Measured) => seconds - inOdoo;
      console.log(
        `days: ${part}: ${String(most / 5)} orders in ${few[part].seconds.toFixed(1)} s, ${String(most)} in ${many[part].seconds.toFixed(1)} s: ${growth.toFixed(2)} times as long an order; without the calls to the fake ${own(few).toFixed(1)} and ${own(many).toFixed(1)} s: ${(own(many) / own(few) / 5).toFixed(2)} times`,
      );
    }
  }
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await bench.stop();
}

async function day(name: string, size: number, print = false): Promise<Measured> {
  const state = generatePayout({ charges: size, hours: 12 });
  const myshopifyDomain = `bench-days-${name}-${now}.myshopify.com`;
  const shop = await bench.shop({ ...state, shop: { ...state.shop, myshopifyDomain } });
  const { context, calls } = shop;
  const { database } = context;
  const shopId = context.shop.id;
  const choices = { 'documents-per': 'day', 'start-date': '2026-10-01', 'orders-automatic': 'yes' };
  const settings = Object.entries(choices).map(([key, value]) => ({
    kind: 'setting' as const,
    key,
    target: { value },
  }));
  await saveMappings(database, shopId, settings);
  await discoverOrders(context);
  const { run } = await beginRun(database, shopId, 'sync-orders');
  calls.length = 0;
  const made = await timed(shop, (progress) => syncPendingOrders(context, run, progress));
  const posted = await database.order.count({ where: { shopId, state: 'posted' } });
  if (posted !== size) throw new Error(`posted ${String(posted)} of ${String(size)} orders`);
  const documents = await database.dayDocument.count({ where: { shopId } });
  if (print) {
    const pace = `${((60 * size) / made.seconds).toFixed(0)} orders a minute`;
    console.log(
      `days: ${String(documents)} documents, ${pace}, ${((100 * calls.length) / size).toFixed(1)} calls to Odoo for 100 orders; ${made.stages}`,
    );
  }
  await discoverPayouts(context);
  const { payoutId } = await database.payout.findFirstOrThrow({ where: { shopId } });
  const { run: sync } = await beginRun(database, shopId, 'sync-payout', { payoutId });
  calls.length = 0;
  const settled = await timed(shop, (progress) => syncPayout(context, sync, progress));
  const { state: proven } = await database.payout.findFirstOrThrow({ where: { shopId } });
  if (proven !== 'posted') throw new Error(`the payout is ${proven}`);
  if (print) {
    console.log(
      `days: its payout in ${settled.seconds.toFixed(1)} s, ${String(calls.length)} calls to Odoo; ${settled.stages}`,
    );
  }
  return { made, settled };
}

/** Seconds that a use case takes; its stages and the calls to Odoo that took longest, in words. */
async function timed(
  { calls }: BenchShop,
  work: (progress: Progress) => Promise<{ kind: string }>,
): Promise<Taken & { readonly stages: string }> {
  const spent = new Map<string, number>();
  let stage = 'begin';
  let at = performance.now();
  const began = at;
  const turnTo = (next: string) => {
    const current = performance.now();
    spent.set(stage, (spent.get(stage) ?? 0) + current - at);
    [stage, at] = [next, current];
  };
  const outcome = await work((next) => {
    turnTo(next);
    return Promise.resolve();
  });
  turnTo('end');
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  const busy = new Map<string, number>();
  for (const { call, milliseconds } of calls) busy.set(call, (busy.get(call) ?? 0) + milliseconds);
  const words = (times: ReadonlyMap<string, number>) =>
    [...times]
      .filter(([, milliseconds]) => milliseconds >= 100)
      .map(([name, milliseconds]) => `${name} ${(milliseconds / 1000).toFixed(1)} s`)
      .join(', ');
  const inOdoo = [...busy.values()].reduce((sum, milliseconds) => sum + milliseconds, 0) / 1000;
  return { seconds: (at - began) / 1000, inOdoo, stages: `${words(spent)}; in Odoo: ${words(busy)}` };
}
