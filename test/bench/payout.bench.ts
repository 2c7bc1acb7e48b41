import { beginRun } from '../../app/database/runs';
import { planPayout } from '../../app/sync/plan-payout';
import { noProgress, type Progress } from '../../app/sync/progress';
import { discoverPayouts } from '../../app/sync/discover-payouts';
import { syncPayout } from '../../app/sync/sync-payout';
import { generatePayout } from '../trade-wins/generate-payout';
import { bareScript } from './bare-script';
import { openBench, type BenchShop } from './bench-world';

/*
 * A payout of so many charges (500 by default; KLOPT_BENCH_CHARGES), each with its order's invoice to make, against the
 * fake Odoo or the one of the environment: seconds a stage, calls, and how long it takes beside a bare script that makes
 * the same records with the same batched calls and nothing else.
 */

const charges = Number(process.env.KLOPT_BENCH_CHARGES ?? '500');
const rounds = Number(process.env.KLOPT_BENCH_ROUNDS ?? '2');
const bench = await openBench();
const now = Date.now().toString(36);
try {
  console.log(`payout: ${String(charges)} charges against ${bench.odooName}`);
  await klopt(await shopFor('warm', 20));
  await bare(await shopFor('warmbare', 20));
  const kloptTimes: number[] = [];
  const bareTimes: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    // In turns, the other one first each time: what the machine does beside this falls on both.
    const first = round % 2 === 0;
    const ours = await shopFor(`klopt${String(round)}`, charges);
    const theirs = await shopFor(`bare${String(round)}`, charges);
    if (first) kloptTimes.push(await klopt(ours, true));
    bareTimes.push(await bare(theirs));
    if (!first) kloptTimes.push(await klopt(ours, true));
  }
  const ratio = median(kloptTimes) / median(bareTimes);
  console.log(
    `payout: Klopt ${seconds(median(kloptTimes))} s, bare script ${seconds(median(bareTimes))} s: ratio ${ratio.toFixed(2)}`,
  );
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await bench.stop();
}

async function shopFor(name: string, size: number): Promise<BenchShop & { payoutId: string }> {
  const state = generatePayout({ charges: size });
  const shop = await bench.shop({
    ...state,
    shop: { ...state.shop, myshopifyDomain: `bench-${name}-${now}.myshopify.com` },
  });
  await discoverPayouts(shop.context);
  const row = await shop.context.database.payout.findFirstOrThrow({
    where: { shopId: shop.context.shop.id },
  });
  return { ...shop, payoutId: row.payoutId };
}

async function klopt(shop: BenchShop & { payoutId: string }, print = false): Promise<number> {
  const { context, payoutId, calls, shopify } = shop;
  const { run } = await beginRun(context.database, context.shop.id, 'sync-payout', { payoutId });
  const stages = new Map<string, number>();
  let stage = 'begin';
  let at = performance.now();
  const began = at;
  const progress: Progress = (name) => {
    const current = performance.now();
    if (name !== stage) {
      stages.set(stage, (stages.get(stage) ?? 0) + current - at);
      stage = name;
      at = current;
    }
    return Promise.resolve();
  };
  const asked = await shopify.calls();
  const outcome = await syncPayout(context, run, progress);
  const ended = performance.now();
  stages.set(stage, (stages.get(stage) ?? 0) + ended - at);
  if (outcome.kind !== 'done') throw new Error(`the payout was not posted: ${JSON.stringify(outcome)}`);
  if (print) {
    const toShopify = (await shopify.calls()) - asked;
    const parts = [...stages].map(([name, time]) => `${name} ${seconds(time)}`);
    const busy = calls.reduce((left, { milliseconds }) => left + milliseconds, 0);
    console.log(
      `payout: Klopt ${seconds(ended - began)} s (${parts.join(', ')}), ${seconds(busy)} s of it in Odoo`,
    );
    console.log(`payout: ${String(calls.length)} calls to Odoo, ${String(toShopify)} to Shopify`);
    const byName = new Map<string, number>();
    for (const { call } of calls) byName.set(call, (byName.get(call) ?? 0) + 1);
    console.log(`payout: ${[...byName].map(([name, count]) => `${name} ${String(count)}`).join(', ')}`);
    if (calls.length > 60) {
      console.error('payout: more than 60 calls to Odoo');
      process.exitCode = 1;
    }
  }
  return ended - began;
}

async function bare({ context, payoutId }: BenchShop & { payoutId: string }): Promise<number> {
  const plan = await planPayout(context, payoutId, noProgress);
  const began = performance.now();
  const calls = await bareScript(plan);
  const ended = performance.now();
  console.log(`payout: bare script ${seconds(ended - began)} s, ${String(calls)} calls to Odoo`);
  return ended - began;
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(1);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}
