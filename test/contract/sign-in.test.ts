import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { missingRights } from '../../app/odoo/client/missing-rights';
import { connect } from '../../app/odoo/client/connect';
import {
  OdooAnswerNotJson,
  OdooDatabaseUnknown,
  OdooError,
  OdooFieldUnknown,
  OdooKeyRefused,
  OdooMethodUnknown,
  OdooModelUnknown,
  OdooRejected,
  OdooRightsMissing,
  OdooUnreachable,
} from '../../app/odoo/client/odoo-errors';
import { companyChoices } from '../../app/odoo/books/choices';
import { loadOnce } from '../../app/odoo/loading/load-once';
import { externalModule, externalName } from '../../app/odoo/loading/external-names';
import { odooServers, type OdooServer } from './support/odoo-servers';

const once = { retries: { attempts: 1, pauseMs: 1 } };

async function failure(attempt: Promise<unknown>): Promise<OdooError> {
  const error: unknown = await attempt.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof OdooError)) throw new Error(`no OdooError but ${String(error)}`);
  return error;
}

describe.each(odooServers())('signing in to $title', ({ start, isReal }) => {
  let server: OdooServer;
  beforeAll(async () => {
    server = await start();
  });
  afterAll(() => server.close());

  it('speaks JSON-2 from 19 on and JSON-RPC before, and sees the company', async () => {
    const client = await server.connect();
    expect(client.transportKind).toBe(client.version.major >= 19 ? 'json-2' : 'json-rpc');
    expect((await companyChoices(client)).map(({ currency }) => currency)).toContain('EUR');
  });

  it('says that the key is refused', async () => {
    const error = await failure(connect({ ...server.login, apiKey: 'not-the-key' }, once));
    expect(error).toBeInstanceOf(OdooKeyRefused);
    expect(error.message).not.toContain('not-the-key');
    expect(error.verdict).toBe('person');
  });

  it('says that the database does not exist', async () => {
    const error = await failure(connect({ ...server.login, database: 'no_such_database' }, once));
    expect(error).toBeInstanceOf(OdooDatabaseUnknown);
    expect(error.message).toContain('no_such_database');
  });

  it('names unknown fields, models and methods, and gives Odoo’s own words for a refusal', async () => {
    const client = await server.connect();
    expect(await failure(client.searchRead('res.partner', [['nofield', '=', 1]], ['name']))).toBeInstanceOf(
      OdooFieldUnknown,
    );
    expect(await failure(client.search('no.such.model', []))).toBeInstanceOf(OdooModelUnknown);
    expect(await failure(client.callMethod('res.partner', 'no_such_method', [1]))).toBeInstanceOf(
      OdooMethodUnknown,
    );
    const refused = await failure(client.write('res.partner', [99_999_999], { name: 'x' }));
    expect(refused).toBeInstanceOf(OdooRejected);
    expect(refused.message).toContain('Record does not exist or has been deleted');
    expect(refused.message).not.toContain('Traceback');
  });

  it('names the group that a user lacks for statement lines, and where it is given', async ({ skip }) => {
    if (isReal && !server.limited) skip('ODOO_LIMITED_LOGIN is not set');
    if (server.fake) server.fake.faults.noAccountRights = true;
    const client = await connect(server.limited ?? server.login, once);
    const module = externalModule(`t-${Date.now().toString(36)}.myshopify.com`);
    const error = await failure(
      loadOnce(client, {
        model: 'account.bank.statement.line',
        module,
        fields: ['id', 'payment_ref'],
        records: [{ externalId: 'bt_1', rows: [[externalName(module, 'bt_1'), 'x']] }],
        candidates: [['payment_ref', '=', 'x']],
      }),
    );
    server.fake?.clearFaults();
    expect(error).toBeInstanceOf(OdooRightsMissing);
    expect(error.facts).toMatchObject({
      model: 'account.bank.statement.line',
      group: client.version.major >= 19 ? 'Basic' : 'Show Full Accounting Features',
    });
    expect(error.message).toContain('Settings → Users');
  });

  it('tells what rights are missing before anything is posted, and that none are', async ({ skip }) => {
    if (isReal && !server.limited) skip('ODOO_LIMITED_LOGIN is not set');
    expect(await missingRights(await connect(server.login, once))).toEqual([]);
    if (server.fake) server.fake.faults.noAccountRights = true;
    const client = await connect(server.limited ?? server.login, once);
    const missing = await missingRights(client);
    server.fake?.clearFaults();
    expect(missing.map(({ facts }) => [facts.model, facts.operation, facts.group])).toEqual([
      [
        'account.bank.statement.line',
        'create',
        client.version.major >= 19 ? 'Basic' : 'Show Full Accounting Features',
      ],
    ]);
  });
});

describe('an address behind which no Odoo answers', () => {
  let server: Server;
  let url: string;
  let answer: { status: number; type: string; body: string; location?: string };
  let cut = false;
  beforeAll(async () => {
    server = createServer((request, response) => {
      request.resume();
      if (cut) {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' });
        response.write('{"jsonrpc": "2.0", "result": {"server_ver');
        setTimeout(() => request.socket.destroy(), 20);
        return;
      }
      response.writeHead(answer.status, {
        'content-type': answer.type,
        ...(answer.location ? { location: answer.location } : {}),
      });
      response.end(answer.body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const login = () => ({ url, database: 'x', login: 'x', apiKey: 'secret-key' });

  it('is unreachable when the connection is refused', async () => {
    const error = await failure(connect({ ...login(), url: 'http://127.0.0.1:9' }, once));
    expect(error).toBeInstanceOf(OdooUnreachable);
    expect(error.verdict).toBe('again-later');
  });

  it('shows a web page: a proxy, a maintenance page or a wrong address', async () => {
    answer = { status: 200, type: 'text/html', body: '<html><title>Under maintenance</title></html>' };
    const error = await failure(connect(login(), once));
    expect(error).toBeInstanceOf(OdooAnswerNotJson);
    expect(error.message).toContain('Under maintenance');
  });

  it('redirects: says where to, instead of losing the call on the way', async () => {
    answer = { status: 301, type: 'text/html', body: '', location: 'https://erp.example/' };
    const error = await failure(connect(login(), once));
    expect(error).toBeInstanceOf(OdooAnswerNotJson);
    expect(error.message).toContain('https://erp.example/');
  });

  it('is no web address: another protocol is not taken for a name', async () => {
    const error = await failure(connect({ ...login(), url: 'ftp://erp.example' }, once));
    expect(error).toBeInstanceOf(OdooAnswerNotJson);
    expect(error.message).toContain('not an address of a website');
  });

  it('sends without end: it is cut off before it fills the memory', async () => {
    answer = { status: 200, type: 'application/json', body: `["${'a'.repeat(65 * 1024 * 1024)}"]` };
    const error = await failure(connect(login(), once));
    expect(error).toBeInstanceOf(OdooAnswerNotJson);
    expect(error.message).toContain('larger than 64 MB');
  });

  it.each([429, 502, 503, 504])('answers %i: again later', async (status) => {
    answer = { status, type: 'text/html', body: '<html>busy</html>' };
    expect(await failure(connect(login(), once))).toBeInstanceOf(OdooUnreachable);
  });

  it('breaks an answer off midway: again later, and it may have happened', async () => {
    cut = true;
    const error = await failure(connect(login(), once));
    cut = false;
    expect(error).toBeInstanceOf(OdooUnreachable);
    expect(error.mayHaveHappened).toBe(true);
    expect(error.message).not.toContain('secret-key');
  });
});
