import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { ensureClient } from '../../app/server/made';

/** `npm run bench [part of a name]`: every bench in a process of its own, one after another. */
await ensureClient();
const wanted = process.argv[2] ?? '';
const files = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.bench.ts') && name.includes(wanted))
  .sort();
for (const file of files) {
  const { status } = spawnSync(
    process.execPath,
    // What is in use is known only once what is not has been collected.
    ['--expose-gc', '--import', 'tsx', path.join(import.meta.dirname, file)],
    { stdio: 'inherit' },
  );
  if (status !== 0) process.exitCode = 1;
}
