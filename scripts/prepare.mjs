// After `npm ci`: the database client and the pages, so that the first start finds them made. Whatever this leaves out
// (KLOPT_SKIP_PREPARE, no development dependencies) is made when it is first needed.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

function run(script, ...args) {
  const { status } = spawnSync(process.execPath, [script, ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) console.warn(`klopt: ${script} ended with ${status}; it runs again at the first start`);
}

const prisma = 'node_modules/prisma/build/index.js';
const remix = 'node_modules/@remix-run/dev/dist/cli.js';
if (process.env.KLOPT_SKIP_PREPARE !== '1') {
  if (existsSync(prisma)) run(prisma, 'generate');
  if (existsSync(remix) && existsSync('app/root.tsx') && !process.env.CI) run(remix, 'vite:build');
}
