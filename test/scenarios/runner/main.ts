import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ensureClient } from '../../../app/server/made';
import { throwawayDirectory } from '../../support/throwaway-directory';
import type { Scenario } from './read-scenario';

const usage = `npm run scenario -- DIR [--odoo URL --db NAME --login LOGIN --key KEY] [--as NAME] [--json]

Runs the scenario in DIR (shopify.json or a .csv export, settings.json, steps.json) against the fake Odoo, or a real
one, and prints what it made: documents, payments, statement lines and the proof. --as gives the shop another name, so
that on a real Odoo nothing of an earlier run is met. With expected.json it says whether that is what came.
`;

/** Prints, and answers the exit code: 0 as expected, 1 otherwise, 2 for a call that cannot be run. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      odoo: { type: 'string' },
      db: { type: 'string' },
      login: { type: 'string' },
      key: { type: 'string' },
      as: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const [folder] = positionals;
  if (values.help || !folder) {
    process.stdout.write(usage);
    return values.help ? 0 : 2;
  }
  const { odoo: url, db: database, login, key: apiKey } = values;
  if (url && !(database && login && apiKey)) {
    process.stderr.write('--odoo wants --db, --login and --key beside it\n');
    return 2;
  }
  await ensureClient();
  const { readScenario } = await import('./read-scenario');
  const { runScenario } = await import('./run-scenario');
  const { printScenario } = await import('./print-scenario');
  const { differences } = await import('./compare-scenario');
  const { openDatabase } = await import('../../../app/database/client');
  const { startEmbeddedPostgres } = await import('../../../app/database/embedded-postgres');
  const { migrate } = await import('../../../app/database/migrate');
  const { startFakeOdoo } = await import('../../fakes/odoo/start-fake-odoo');

  const read = readScenario(folder);
  const scenario = values.as ? calledOtherwise(read, values.as) : read;
  const directory = throwawayDirectory('scenario');
  const postgres = await startEmbeddedPostgres({ directory });
  let open: ReturnType<typeof openDatabase> | undefined;
  let fake: Awaited<ReturnType<typeof startFakeOdoo>> | undefined;
  try {
    await migrate(postgres.url);
    open = openDatabase(postgres.url);
    const { odooVersion: version, companyCurrency } = scenario.settings;
    fake = url ? undefined : await startFakeOdoo({ version, companyCurrency });
    const login_ = fake ?? {
      url: url ?? '',
      database: database ?? '',
      login: login ?? '',
      apiKey: apiKey ?? '',
    };
    const result = await runScenario(scenario, { database: open.database, odoo: login_ });
    const wrong = scenario.expected === undefined ? [] : differences(result, scenario.expected);
    process.stdout.write(
      values.json
        ? `${JSON.stringify({ ...result, differences: wrong }, null, 2)}\n`
        : `${printScenario(result)}\n`,
    );
    if (!values.json && scenario.expected !== undefined) {
      const words =
        wrong.length === 0 ? 'As expected.json says.' : `Not as expected.json says:\n  ${wrong.join('\n  ')}`;
      process.stdout.write(`\n${words}\n`);
    }
    return wrong.length === 0 ? 0 : 1;
  } finally {
    await open?.close();
    await fake?.close();
    await postgres.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Another shop with the same orders: external ids are made from its name. */
function calledOtherwise(scenario: Scenario, name: string): Scenario {
  const shop = { ...scenario.state.shop, myshopifyDomain: `${name}-${scenario.state.shop.myshopifyDomain}` };
  return { ...scenario, state: { ...scenario.state, shop } };
}

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return 2;
});
