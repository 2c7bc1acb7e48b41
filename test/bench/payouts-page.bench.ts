import { listPayouts } from '../../app/sync/read/list-payouts';
import { openBench } from './bench-world';

/*
 * The payouts page with 10,000 payouts in the database: how long its loader takes, in milliseconds, median of many. A
 * second shop has as many, so that "by shop" has to do its work.
 */

const count = 10_000;
const limit = 50;
const bench = await openBench();
try {
  const { database } = bench;
  const shops: string[] = [];
  for (const name of ['one', 'two']) {
    const { id } = await database.shop.create({
      data: { domain: `bench-${name}.myshopify.com`, currency: 'EUR' },
    });
    shops.push(id);
    const rows = Array.from({ length: count }, (_, index) => {
      const issuedOn = new Date(Date.UTC(2026, 10, 20) - index * 7_200_000);
      const payoutId = String(150_000_000 + index);
      const netMinor = BigInt(10_000 + ((index * 7919) % 900_000));
      const state = index < 20 ? 'ready' : index % 50 === 0 ? 'needs-attention' : 'banked';
      return {
        shopId: id,
        payoutId,
        source: 'api',
        issuedOn,
        shopifyStatus: 'paid',
        direction: 'deposit',
        currency: 'EUR',
        netMinor,
        state,
        counts: { charge: 40, refund: 2 },
        raw: { id: payoutId },
        search: `${payoutId} ${issuedOn.toISOString().slice(0, 10)} ${String(netMinor)}`,
      };
    });
    for (let start = 0; start < count; start += 2_000) {
      await database.payout.createMany({ data: rows.slice(start, start + 2_000) });
    }
    await database.run.createMany({
      data: rows.slice(0, 3_000).map(({ payoutId }) => ({
        shopId: id,
        payoutId,
        kind: 'sync-payout',
        state: 'done',
        finishedAt: new Date(),
      })),
    });
  }
  await database.$executeRaw`ANALYZE`;
  const places = { shopHandle: 'bench' };
  const questions = [
    { name: 'first page', query: {} },
    { name: 'page 200', query: { page: 200 } },
    { name: 'needs attention', query: { state: 'needs-attention' as const } },
    { name: 'search by number', query: { q: '150004' } },
  ];
  for (const { name, query } of questions) {
    const times: number[] = [];
    for (let round = 0; round < 60; round += 1) {
      const began = performance.now();
      await listPayouts(database, shops[0] ?? '', places, query);
      if (round >= 10) times.push(performance.now() - began);
    }
    times.sort((left, right) => left - right);
    const median = times[Math.floor(times.length / 2)] ?? 0;
    console.log(
      `payouts page, 10,000 payouts, ${name}: median ${median.toFixed(1)} ms, slowest ${(times.at(-1) ?? 0).toFixed(1)} ms`,
    );
    if (median > limit) {
      console.error(`payouts page: over the limit of ${String(limit)} ms`);
      process.exitCode = 1;
    }
  }
} finally {
  await bench.stop();
}
