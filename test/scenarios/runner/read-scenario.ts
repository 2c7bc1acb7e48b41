import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { restTransactionsState } from '../../support/rest-transactions';
import type { ShopState } from '../../fakes/shopify/shop-state';
import { settingsShape, stepsShape, type ScenarioSettings, type ScenarioStep } from './scenario-settings';

export interface Scenario {
  readonly name: string;
  readonly settings: ScenarioSettings;
  readonly state: ShopState;
  readonly steps: readonly ScenarioStep[];
  /** An export to import; the shop then knows no payouts of its own. */
  readonly csv?: Uint8Array;
  readonly expected?: unknown;
}

/** The file that a scenario takes its input from is not on this machine. */
export class SourceMissing extends Error {
  constructor(readonly file: string) {
    super(`${file} is not there: this scenario reads facts that are kept beside the project`);
    this.name = 'SourceMissing';
  }
}

/** Reads a scenario's folder. Throws SourceMissing, or an Error that names the file and what is wrong with it. */
export function readScenario(folder: string, root = process.cwd()): Scenario {
  const name = path.basename(path.resolve(folder));
  const settings = readJson(path.join(folder, 'settings.json'), (given) => settingsShape.parse(given));
  if (!settings) throw new Error(`${path.join(folder, 'settings.json')} is missing`);
  const source = settings.source ? path.resolve(root, settings.source) : ownSource(folder);
  if (!source || !existsSync(source)) {
    if (settings.source) throw new SourceMissing(settings.source);
    throw new Error(`${folder} holds neither shopify.json nor a .csv export`);
  }
  const expected = readJson(path.join(folder, 'expected.json'), (given) => given);
  const steps = readJson(path.join(folder, 'steps.json'), (given) => stepsShape.parse(given));
  const base = {
    name,
    settings,
    steps: steps ?? usualSteps(settings),
    ...(expected === undefined ? {} : { expected }),
  };
  if (source.endsWith('.csv'))
    return { ...base, state: emptyShop(name, settings), csv: readFileSync(source) };
  const state = readJson(source, stateOf);
  if (!state) throw new Error(`${source} is missing`);
  return { ...base, state };
}

function usualSteps({ orders }: ScenarioSettings): ScenarioStep[] {
  return [...(orders ? [{ sync: 'orders' } as const] : []), { sync: 'payouts' }];
}

function stateOf(given: unknown): ShopState {
  const read = z.record(z.string(), z.unknown()).parse(given);
  if ('responses' in read) return restTransactionsState(read);
  const { shop } = z.looseObject({ shop: z.looseObject({ myshopifyDomain: z.string() }) }).parse(read);
  return { ...read, shop } as unknown as ShopState;
}

function ownSource(folder: string): string | undefined {
  const files = readdirSync(folder);
  const found = files.find((file) => file === 'shopify.json') ?? files.find((file) => file.endsWith('.csv'));
  return found && path.join(folder, found);
}

function readJson<T>(file: string, read: (given: unknown) => T): T | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return read(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new Error(`${file}: ${wordsOf(error)}`, { cause: error });
  }
}

function wordsOf(error: unknown): string {
  if (error instanceof z.ZodError) return z.prettifyError(error);
  return error instanceof Error ? error.message : String(error);
}

function emptyShop(name: string, { companyCurrency, timeZone }: ScenarioSettings): ShopState {
  return {
    shop: {
      id: 'Shop/1',
      name,
      myshopifyDomain: `${name}.myshopify.com`,
      currencyCode: companyCurrency,
      taxesIncluded: true,
      ianaTimezone: timeZone,
    },
    orders: [],
    shopifyPaymentsAccount: { payouts: [], balanceTransactions: [] },
  };
}
