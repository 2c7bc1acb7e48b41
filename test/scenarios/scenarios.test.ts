import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { startFakeOdoo } from '../fakes/odoo/start-fake-odoo';
import { createTestDatabase } from '../support/postgres';
import { inExpectedForm, readExpected, sorted } from './runner/compare-scenario';
import { readScenario, SourceMissing } from './runner/read-scenario';
import { runScenario } from './runner/run-scenario';

const here = import.meta.dirname;
const folders = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'runner')
  .map(({ name }) => name)
  .sort();

describe.each([17, 19] as const)('on Odoo %i', (version) => {
  it.each(folders)('%s', async (folder) => {
    const scenario = (() => {
      try {
        return readScenario(path.join(here, folder), path.join(here, '..', '..'));
      } catch (error) {
        if (error instanceof SourceMissing) return error;
        throw error;
      }
    })();
    if (scenario instanceof SourceMissing) {
      console.info(`skipped: ${scenario.message}`);
      return;
    }
    const open = await createTestDatabase();
    const odoo = await startFakeOdoo({ version, companyCurrency: scenario.settings.companyCurrency });
    try {
      const expected = sorted(readExpected(scenario.expected));
      const result = await runScenario(scenario, { database: open.database, odoo });
      expect(inExpectedForm(result, expected)).toEqual(expected);
    } finally {
      await odoo.close();
      await open.drop();
    }
  });
});
