import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { getHeapStatistics } from 'node:v8';
import { dateIn } from '../../app/accounting/calendar-date';
import { checkPayout } from '../../app/accounting/checks';
import { matchTransaction, type MatchContext } from '../../app/accounting/match-transaction';
import { sum } from '../../app/accounting/money';
import { prove } from '../../app/accounting/proof';
import { settle, type Matched } from '../../app/accounting/settlement';
import { waterfall } from '../../app/accounting/waterfall';
import { payoutOf, pictureOf } from '../support/builders';
import { largePayout, type LargePayout } from './large-payout';

/*
 * Settles a payout of 10,000 and of 100,000 transactions with app/accounting alone: documents, pairing, checks, matching,
 * statement lines, waterfall and proof. Each size runs in a process of its own, so that its peak is its own.
 */

interface Measure {
  readonly transactions: number;
  readonly seconds: number;
  /** Of all threads, the garbage collector's too: what a machine that is busy with other work cannot stretch. */
  readonly cpuSeconds: number;
  readonly stages: Readonly<Record<string, number>>;
  /** With the garbage of the moment, and with the orders and transactions that are given. */
  readonly peakHeapMb: number;
  /** What the given orders and transactions themselves take. */
  readonly inputMb: number;
}

const sizes = [10_000, 100_000];
const limit = { seconds: 2, megabytes: 400 };

const [asked] = process.argv.slice(2);
if (asked && process.send) process.send(measure(Number(asked)));
else await printAll();

async function printAll(): Promise<void> {
  const measures: Measure[] = [];
  for (const size of sizes) measures.push(await inProcessOfItsOwn(size));
  for (const { transactions, seconds, cpuSeconds, stages, peakHeapMb, inputMb } of measures) {
    const parts = Object.entries(stages).map(([name, time]) => `${name} ${time.toFixed(2)}`);
    console.log(
      `accounting: ${transactions.toLocaleString('en')} transactions in ${seconds.toFixed(2)} s (processor ${cpuSeconds.toFixed(2)} s), peak heap ${(peakHeapMb - inputMb).toFixed(0)} MB beside its input of ${inputMb.toFixed(0)} MB (${parts.join(', ')})`,
    );
  }
  const [small, large] = measures;
  if (!small || !large) return;
  console.log(
    `accounting: ten times as many take ${(large.seconds / small.seconds).toFixed(1)} times as long`,
  );
  if (
    Math.min(large.seconds, large.cpuSeconds) > limit.seconds ||
    large.peakHeapMb - large.inputMb > limit.megabytes
  ) {
    console.error(
      `accounting: over the limit of ${String(limit.seconds)} s and ${String(limit.megabytes)} MB`,
    );
    process.exitCode = 1;
  }
}

function inProcessOfItsOwn(size: number): Promise<Measure> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(import.meta.url), [String(size)], {
      // The flag that `npm start` runs with.
      execArgv: [...process.execArgv, '--expose-gc', '--max-semi-space-size=64'],
    });
    child.once('message', (message) => {
      resolve(message as Measure);
    });
    child.once('exit', (code) => {
      reject(new Error(`the run of ${String(size)} ended with code ${String(code)}`));
    });
  });
}

function measure(count: number): Measure {
  settleAll(largePayout(1_000), () => undefined);
  const before = usedHeap();
  const input = largePayout(count);
  const inputMb = usedHeap() - before;
  let peak = 0;
  const sample = () => {
    peak = Math.max(peak, getHeapStatistics().used_heap_size / 1e6);
  };
  const started = performance.now();
  const cpu = process.cpuUsage();
  const stages = settleAll(input, sample);
  return {
    transactions: count,
    seconds: (performance.now() - started) / 1000,
    cpuSeconds: (({ user, system }) => (user + system) / 1e6)(process.cpuUsage(cpu)),
    stages,
    peakHeapMb: peak,
    inputMb,
  };
}

/** Megabytes that are really in use: the garbage is collected first. */
function usedHeap(): number {
  globalThis.gc?.();
  return getHeapStatistics().used_heap_size / 1e6;
}

/** The way of a payout through the domain, as sync goes it. Answers the seconds of each stage. */
function settleAll({ orders, transactions }: LargePayout, sample: () => void): Record<string, number> {
  const stages: Record<string, number> = {};
  let since = performance.now();
  const done = (stage: string) => {
    stages[stage] = (performance.now() - since) / 1000;
    since = performance.now();
    sample();
  };
  const payout = payoutOf(transactions);
  const picture = pictureOf({ payout, transactions, orders });
  done('documents');
  const findings = checkPayout(picture);
  if (findings.length > 0) throw new Error(`the payout has findings: ${JSON.stringify(findings[0]?.kind)}`);
  done('checks');
  const { lines, transfer } = settle(
    payout,
    payout.issuedOn,
    matched(transactions, picture.match, sample),
    picture.books,
  );
  done('lines');
  const bars = waterfall(payout, transactions);
  const total = sum(
    payout.net.currency,
    lines.map(({ amount }) => amount),
  );
  const proof = prove({
    payout: payout.net,
    transactions: total,
    lines: total,
    ...(transfer ? { transfer: transfer.amount } : {}),
    moved: true,
    documents: { documents: picture.documents.length, exact: picture.documents.length },
  });
  if (!proof.holds || bars.at(-1)?.amount.minor !== payout.net.minor)
    throw new Error('the payout does not add up');
  done('proof');
  return stages;
}

function* matched(
  transactions: LargePayout['transactions'],
  match: MatchContext,
  sample: () => void,
): Generator<Matched> {
  for (const [index, transaction] of transactions.entries()) {
    if (index % 5_000 === 0) sample();
    const result = matchTransaction(transaction, match);
    if ('finding' in result) throw new Error(result.finding.kind);
    yield {
      transaction,
      date: dateIn(transaction.occurredAt, match.books.timeZone),
      counterparts: result.counterparts,
    };
  }
}
