import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fieldsOf, type OdooVersion } from './fields';
import { noFaults, setFaults } from './faults';
import { IdMap } from './recorded-ids';
import { type FakeOdoo, startFakeOdoo } from './start-fake-odoo';

interface Exchange {
  title: string;
  path: string;
  request: unknown;
  status: number;
  response: unknown;
}

interface Call {
  model: string;
  method: string;
  positional: unknown[];
  named: Record<string, unknown>;
}

/** Exchanges that the fake does not answer, and why. */
const NOT_ANSWERED: Record<string, string> = {};

const folder = resolve(import.meta.dirname, '../../../../shared/odoo');

describe.each([17, 19] as const)('what a running Odoo %i answered', (version) => {
  const file = resolve(folder, String(version), 'exchanges.json');
  if (!existsSync(file)) {
    it.skip('is not here: no ../shared beside the repository', () => undefined);
    return;
  }
  const { exchanges } = JSON.parse(readFileSync(file, 'utf8')) as { exchanges: Exchange[] };
  const ids = new IdMap(fieldsOf(version));
  let fake: FakeOdoo;
  beforeAll(async () => {
    fake = await startFakeOdoo({ version, shopTaxes: false, today: () => '2026-11-21' });
  });
  afterAll(() => fake.close());

  it.each(exchanges.map((exchange, at) => [at, exchange.title, exchange] as const))(
    '%i: %s',
    async (_, title, exchange) => {
      if (NOT_ANSWERED[title]) return;
      const call = callOf(exchange);
      const answer = await ask(fake, version, exchange, call && ids.request(call));
      expect(answer.status).toBe(exchange.status);
      if (call) ids.learn(call, resultOf(exchange.response), resultOf(answer.body));
      const expected = call ? ids.answer(call, resultOf(exchange.response)) : resultOf(exchange.response);
      expect(comparable(resultOf(answer.body), title)).toEqual(comparable(expected, title));
    },
  );
});

/** The model call in a recorded request, in either transport's form. */
function callOf({ path, request }: Exchange): Call | null {
  const json2 = /^\/json\/2\/([^/]+)\/([^/]+)$/.exec(path);
  if (json2) {
    return {
      model: json2[1] ?? '',
      method: json2[2] ?? '',
      positional: [],
      named: request as Record<string, unknown>,
    };
  }
  const { params, model, method } = (request ?? {}) as {
    params?: { args?: unknown[] };
    model?: string;
    method?: string;
  };
  const args = params?.args;
  if (args) {
    const [, , , name, call, positional = [], named = {}] = args;
    return {
      model: String(name),
      method: String(call),
      positional: positional as unknown[],
      named: named as Record<string, unknown>,
    };
  }
  // Recorded in short: who has no rights is told so whatever is in the line.
  if (model && method)
    return { model, method, positional: [[{ journal_id: 6, payment_ref: 'x', amount: 1 }]], named: {} };
  return null;
}

async function ask(fake: FakeOdoo, version: OdooVersion, exchange: Exchange, call: Call | null) {
  const { title, path, request } = exchange;
  const wrongKey = title.includes('wrong key');
  const database = /unknown database|wrong database/.test(title) ? 'nodb' : fake.database;
  setFaults(fake.faults, { ...noFaults(), noAccountRights: title.includes('without group_account_user') });
  if (path === 'GET /web/version') return post(`${fake.url}/web/version`, undefined, {});
  if (call && path.startsWith('/json/2/')) {
    return post(`${fake.url}/json/2/${call.model}/${call.method}`, call.named, {
      authorization: `bearer ${wrongKey ? 'wrong' : fake.apiKey}`,
      'x-odoo-database': database,
    });
  }
  const { service = 'common', method = 'authenticate' } = request as { service?: string; method?: string };
  const args = [database, fake.login, wrongKey ? 'wrong' : fake.apiKey, {}];
  const params = call
    ? {
        service: 'object',
        method: 'execute_kw',
        args: [database, 2, fake.apiKey, call.model, call.method, call.positional, call.named],
      }
    : { service, method, args: method === 'version' ? [] : args };
  return post(`${fake.url}/jsonrpc`, { jsonrpc: '2.0', method: 'call', id: version, params }, {});
}

async function post(url: string, body: unknown, headers: Record<string, string>) {
  const response = await fetch(url, {
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    headers: { 'content-type': 'application/json', ...headers },
  });
  const text = await response.text();
  const json = response.headers.get('content-type')?.includes('json');
  return { status: response.status, body: json ? (JSON.parse(text) as unknown) : text };
}

/** What is inside the envelope of JSON-RPC; a missing result is `undefined` there and null in JSON-2. */
function resultOf(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || !('jsonrpc' in body)) return body;
  const { result, error } = body as {
    result?: unknown;
    error?: { code: number; message: string; data: unknown };
  };
  return error ?? result;
}

/** Views are drawn by Odoo's own browser pages, and wizards answer with theirs: only what they act on is compared. */
const OF_VIEWS = new Set(['debug', 'views', 'view_id', 'id_of_action']);

function comparable(value: unknown, title: string): unknown {
  if (title === 'create the invoice') {
    const { res_model, res_id, type } = value as Record<string, unknown>;
    return { res_model, res_id, type };
  }
  return withoutNoise(value);
}

function withoutNoise(value: unknown): unknown {
  if (typeof value === 'string') {
    return value
      .replace(/(\d{4}-\d{2}-\d{2}) \d{2}:\d{2}:\d{2}/, '$1')
      .replace(/\(\* \d+\)/, '(* id)')
      .replace(/port \d+/, 'port');
  }
  if (Array.isArray(value)) return value.map(withoutNoise);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !OF_VIEWS.has(key))
      .map(([key, inner]) => [key, withoutNoise(inner)]),
  );
}
