import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { type Faults, noFaults, setFaults } from './faults';
import type { OdooVersion } from './fields';
import { Odoo } from './odoo';
import type { Values } from './row';
import { recordPage, redirectPage } from './record-page';
import { search } from './search';
import { seed } from './seed';
import { type Answer, answerJson2, answerJsonRpc, type Credentials, webVersion } from './transports';
import type { Domain } from './domain';

export interface FakeOdooOptions {
  readonly version: OdooVersion;
  readonly database?: string;
  readonly login?: string;
  readonly apiKey?: string;
  /** The company's currency, EUR by default. */
  readonly companyCurrency?: string;
  /** The company's country, NL by default. */
  readonly country?: string;
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** Where a browser reaches this server, when that is not its own address. */
  readonly publicUrl?: string;
  /** Taxes with VAT included and One-Stop-Shop taxes besides the chart's own: on by default. */
  readonly shopTaxes?: boolean;
  /** The date that Odoo takes for today (YYYY-MM-DD). */
  readonly today?: () => string;
}

export interface FakeOdoo {
  readonly url: string;
  readonly database: string;
  readonly login: string;
  readonly apiKey: string;
  readonly version: OdooVersion;
  /** Assign to it, or use `setFaults`; `clearFaults` puts everything back. */
  readonly faults: Faults;
  /** How often each `model.method` was called. */
  readonly calls: Map<string, number>;
  readonly odoo: Odoo;
  /** Records that match a domain, as `search_read` answers them. */
  records(model: string, domain?: Domain, fields?: readonly string[]): Values[];
  clearFaults(): void;
  clearCalls(): void;
  close(): Promise<void>;
}

/** Starts a server that answers as Odoo 17 or 19 does, with an empty set of Dutch books. */
export async function startFakeOdoo(options: FakeOdooOptions): Promise<FakeOdoo> {
  const credentials: Credentials = {
    database: options.database ?? 'fake',
    login: options.login ?? 'admin',
    apiKey: options.apiKey ?? 'fake-odoo-key',
  };
  const today = options.today ?? (() => new Date().toISOString().slice(0, 10));
  const odoo = new Odoo({ version: options.version, login: credentials.login, today });
  seed(odoo, {
    currency: options.companyCurrency ?? 'EUR',
    country: options.country ?? 'NL',
    login: credentials.login,
    shopTaxes: options.shopTaxes ?? true,
  });
  const calls = new Map<string, number>();
  const server = createServer((request, response) => {
    handle({ odoo, credentials, calls }, request, response).catch((error: unknown) => {
      const message = error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error);
      send(response, {
        status: 500,
        body: { name: 'fake', message, arguments: [message], context: {}, debug: '' },
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: options.publicUrl ?? `http://127.0.0.1:${port}`,
    ...credentials,
    version: options.version,
    faults: odoo.faults,
    calls,
    odoo,
    records: (model, domain = [], fields) =>
      search(odoo, model, domain, { active_test: false }).map((row) => {
        const names =
          fields ??
          [...odoo.fieldsOf(model).values()].filter((field) => field.stored).map(({ name }) => name);
        return {
          id: row.id,
          ...Object.fromEntries(names.map((name) => [name, odoo.json(model, row, name)])),
        };
      }),
    clearFaults: () => setFaults(odoo.faults, noFaults()),
    clearCalls: () => calls.clear(),
    close: () => close(server),
  };
}

interface Served {
  readonly odoo: Odoo;
  readonly credentials: Credentials;
  readonly calls: Map<string, number>;
}

async function handle(served: Served, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { odoo } = served;
  const url = new URL(request.url ?? '/', 'http://fake');
  const text = await bodyOf(request);
  if (url.pathname.startsWith('/__fake/')) {
    send(response, answerControl(served, url, request.method, text));
    return;
  }
  if (odoo.faults.slow > 0) await wait(odoo.faults.slow);
  const refusal = misbehave(odoo.faults);
  if (refusal === 'cut') return void request.socket.destroy();
  if (refusal) {
    if (refusal.status === 429) response.setHeader('retry-after', '1');
    send(response, refusal);
    return;
  }
  const called = calledMethod(url, text);
  if (called) {
    const name = `${called.model}.${called.method}`;
    served.calls.set(name, (served.calls.get(name) ?? 0) + 1);
  }
  const answer = answerTo(served, url, request, text);
  const drop = odoo.faults.dropAnswerAfterCommit;
  if (called && drop && drop.times > 0 && drop.model === called.model && drop.method === called.method) {
    odoo.faults.dropAnswerAfterCommit = drop.times > 1 ? { ...drop, times: drop.times - 1 } : null;
    return void request.socket.destroy();
  }
  send(response, answer);
}

function misbehave(faults: Faults): Answer | 'cut' | null {
  if (faults.down) return 'cut';
  if (faults.failAfter !== null) {
    if (faults.failAfter <= 0) return 'cut';
    faults.failAfter -= 1;
  }
  if (faults.html)
    return { status: 502, body: '<html><body><h1>502 Bad Gateway</h1></body></html>', html: true };
  if (faults.throttle > 0) {
    faults.throttle -= 1;
    return { status: 429, body: '<html><body><h1>429 Too Many Requests</h1></body></html>', html: true };
  }
  return null;
}

function answerTo(served: Served, url: URL, request: IncomingMessage, text: string): Answer {
  const { odoo, credentials } = served;
  const json2 = /^\/json\/2\/([^/]+)\/([^/]+)$/.exec(url.pathname);
  if (json2 && request.method === 'POST' && odoo.version >= 19) {
    return answerJson2(odoo, credentials, {
      model: json2[1] ?? '',
      method: json2[2] ?? '',
      body: (text ? JSON.parse(text) : {}) as Record<string, unknown>,
      authorization: request.headers.authorization,
      database: header(request, 'x-odoo-database'),
    });
  }
  if (url.pathname === '/jsonrpc' && request.method === 'POST') {
    return answerJsonRpc(odoo, credentials, JSON.parse(text) as Record<string, never>);
  }
  if (url.pathname === '/web/version' && odoo.version >= 19) return { status: 200, body: webVersion(odoo) };
  if (url.pathname === '/web' || url.pathname === '/odoo')
    return { status: 200, body: redirectPage(), html: true };
  const page = /^\/odoo\/([^/]+)\/(\d+)$/.exec(url.pathname);
  if (page) return recordPage(odoo, page[1] ?? '', Number(page[2]));
  return {
    status: 404,
    body: '<!DOCTYPE html>\n<title>404 Not Found</title>\n<h1>Not Found</h1>\n',
    html: true,
  };
}

function answerControl({ odoo, calls }: Served, url: URL, method: string | undefined, text: string): Answer {
  if (url.pathname === '/__fake/faults') {
    if (method === 'POST')
      setFaults(odoo.faults, { ...noFaults(), ...(JSON.parse(text || '{}') as Partial<Faults>) });
    return { status: 200, body: odoo.faults };
  }
  if (url.pathname === '/__fake/calls') {
    const counted = Object.fromEntries(calls);
    if (method === 'DELETE') calls.clear();
    return { status: 200, body: counted };
  }
  return { status: 404, body: { error: 'no such control of the fake Odoo' } };
}

function calledMethod(url: URL, text: string): { model: string; method: string } | null {
  const json2 = /^\/json\/2\/([^/]+)\/([^/]+)$/.exec(url.pathname);
  if (json2) return { model: json2[1] ?? '', method: json2[2] ?? '' };
  if (url.pathname !== '/jsonrpc' || !text) return null;
  const { params } = JSON.parse(text) as { params?: { service?: string; method?: string; args?: unknown[] } };
  if (params?.service === 'object')
    return { model: String(params.args?.[3]), method: String(params.args?.[4]) };
  return params ? { model: String(params.service), method: String(params.method) } : null;
}

const header = (request: IncomingMessage, name: string): string | undefined => {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
};

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function send(response: ServerResponse, answer: Answer): void {
  const body = answer.html ? String(answer.body) : JSON.stringify(answer.body);
  response.writeHead(answer.status, {
    'content-type': answer.html ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8',
  });
  response.end(body);
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
