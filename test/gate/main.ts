import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureClient } from '../../app/server/made';
import { runStage } from './run-stage';
import { stagesWith } from './stages';
import { failure, sum, type Tally } from './tally';

// npm test [-- STAGE …]: all stages, or those whose names hold one of the words. The last line is the count.
const interrupted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => interrupted.abort());
}
const wanted = process.argv.slice(2);
const reports = mkdtempSync(path.join(tmpdir(), 'klopt-gate-'));
const results: Tally[] = [];
try {
  // The types of the database's records are generated.
  await ensureClient();
  const stages = stagesWith(reports).filter(
    ({ name }) => wanted.length === 0 || wanted.some((word) => name.includes(word)),
  );
  for (const stage of stages) {
    console.log(`\n── ${stage.name}`);
    const began = performance.now();
    const tally = interrupted.signal.aborted ? failure : await runStage(stage, interrupted.signal);
    results.push(tally);
    const seconds = Math.round((performance.now() - began) / 1000);
    const skipped = tally.skipped > 0 ? `, ${tally.skipped} skipped` : '';
    console.log(`── ${stage.name}: ${tally.passed} passed, ${tally.failed} failed${skipped} (${seconds} s)`);
  }
} catch (error) {
  console.error(error);
  results.push(failure);
} finally {
  rmSync(reports, { recursive: true, force: true });
}
const { passed, failed } = sum(results.length > 0 ? results : [failure]);
process.exitCode = failed === 0 ? 0 : 1;
console.log(`\n${passed} passed, ${failed} failed`);
