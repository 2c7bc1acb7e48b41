import { startDemo } from './start';

const began = performance.now();
const demo = await startDemo({
  odooVersion: process.env.DEMO_ODOO === '17' ? 17 : 19,
  port: Number(process.env.DEMO_PORT ?? '4610'),
}).catch((error: unknown) => {
  process.stderr.write(
    `The demo cannot start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exit(1);
});
const seconds = ((performance.now() - began) / 1000).toFixed(1);
process.stdout.write(
  [
    '',
    `  Klopt is running (${seconds} s). Open this page:`,
    '',
    `    ${demo.url}`,
    '',
    `  The books are in Odoo at ${demo.odooUrl}`,
    '  Ctrl-C ends it; it begins anew each time.',
    '',
    '',
  ].join('\n'),
);
let ending = false;
const end = () => {
  if (ending) process.exit(1);
  ending = true;
  void demo.stop().finally(() => process.exit(0));
};
process.on('SIGINT', end);
process.on('SIGTERM', end);
