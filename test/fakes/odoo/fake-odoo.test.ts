import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FakeOdoo, startFakeOdoo } from './start-fake-odoo';
import type { Values } from './row';

let fake: FakeOdoo;

beforeEach(async () => {
  fake = await startFakeOdoo({ version: 19, today: () => '2026-11-21' });
});
afterEach(() => fake.close());

async function ask(path: string, body?: unknown): Promise<{ status: number; body: unknown }> {
  const response = await fetch(fake.url + path, {
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    headers: { authorization: `bearer ${fake.apiKey}`, 'content-type': 'application/json' },
  });
  const text = await response.text();
  const json = response.headers.get('content-type')?.includes('json');
  return { status: response.status, body: json ? (JSON.parse(text) as unknown) : text };
}

async function call<T>(model: string, method: string, body: Values): Promise<T> {
  const answer = await ask(`/json/2/${model}/${method}`, body);
  expect(answer, JSON.stringify(answer.body)).toMatchObject({ status: 200 });
  return answer.body as T;
}

const accountId = (code: string): number =>
  Number(fake.records('account.account', [['code', '=', code]], [])[0]?.id);
const partner = async () =>
  (await call<number[]>('res.partner', 'create', { vals_list: [{ name: 'Ann de Wit' }] }))[0];

async function postInvoice(price: number, more: Values = {}): Promise<{ move: number; receivable: number }> {
  const [move = 0] = await call<number[]>('account.move', 'create', {
    vals_list: [
      {
        move_type: 'out_invoice',
        partner_id: await partner(),
        invoice_date: '2026-11-01',
        invoice_line_ids: [[0, 0, { name: 'Gieter', price_unit: price, tax_ids: [[6, 0, []]] }]],
        ...more,
      },
    ],
  });
  await call('account.move', 'action_post', { ids: [move] });
  const [item] = fake.records(
    'account.move.line',
    [
      ['move_id', '=', move],
      ['display_type', '=', 'payment_term'],
    ],
    [],
  );
  return { move, receivable: Number(item?.id) };
}

const COLUMNS = [
  'id',
  'journal_id/.id',
  'date',
  'payment_ref',
  'amount',
  'line_ids/id',
  'line_ids/account_id/.id',
  'line_ids/balance',
  'line_ids/matching_number',
];

function charge(key: string, net: string, fee: string, gross: string, mark: string): string[][] {
  const journal = String(fake.records('account.journal', [['code', '=', 'BNK1']], [])[0]?.id);
  return [
    [
      `klopt.${key}`,
      journal,
      '2026-11-03',
      `charge ${key}`,
      net,
      `klopt.${key}_l`,
      String(accountId('103001')),
      net,
      '',
    ],
    ['', '', '', '', '', `klopt.${key}_f`, String(accountId('400100')), fee, ''],
    ['', '', '', '', '', `klopt.${key}_o`, String(accountId('110000')), gross, mark],
  ];
}

const loadLines = (data: string[][]) =>
  call<{ ids: number[] | false; messages: { message: string }[] }>('account.bank.statement.line', 'load', {
    fields: COLUMNS,
    data,
  });

const item = (id: number): Values =>
  fake.records(
    'account.move.line',
    [['id', '=', id]],
    ['amount_residual', 'reconciled', 'matching_number'],
  )[0] ?? {};
const paymentState = (id: number) =>
  fake.records('account.move', [['id', '=', id]], ['payment_state'])[0]?.payment_state;

describe('matching', () => {
  it('pairs marked items with each other and with nothing else, although another order is older', async () => {
    const older = await postInvoice(100);
    const newer = await postInvoice(100);
    await call('account.move.line', 'load', {
      fields: ['.id', 'matching_number'],
      data: [[String(newer.receivable), 'Ib']],
    });
    await loadLines(charge('b', '98.00', '2.00', '-100.00', 'Ib'));
    expect(paymentState(newer.move)).toBe('paid');
    expect(paymentState(older.move)).toBe('not_paid');
  });

  it('leaves a mark that found no partner where it is', async () => {
    await loadLines(charge('a', '98.00', '2.00', '-100.00', 'Ia'));
    expect(fake.records('account.move.line', [['matching_number', '=', 'Ia']], [])).toHaveLength(1);
  });

  it('keeps what a partial payment leaves open', async () => {
    const { move, receivable } = await postInvoice(100);
    await call('account.move.line', 'load', {
      fields: ['.id', 'matching_number'],
      data: [[String(receivable), 'Ia']],
    });
    await loadLines(charge('a', '38.00', '2.00', '-40.00', 'Ia'));
    expect(item(receivable)).toMatchObject({ amount_residual: 60, reconciled: false, matching_number: 'P1' });
    expect(paymentState(move)).toBe('partial');
  });

  it('opens both items again when it is undone', async () => {
    const { move, receivable } = await postInvoice(100);
    await call('account.move.line', 'load', {
      fields: ['.id', 'matching_number'],
      data: [[String(receivable), 'Ia']],
    });
    await loadLines(charge('a', '98.00', '2.00', '-100.00', 'Ia'));
    await call('account.move.line', 'remove_move_reconcile', { ids: [receivable] });
    expect(item(receivable)).toMatchObject({
      amount_residual: 100,
      reconciled: false,
      matching_number: false,
    });
    expect(paymentState(move)).toBe('not_paid');
  });

  it('reverses the exchange entry when a match across currencies is undone', async () => {
    const usd = Number(fake.records('res.currency', [['name', '=', 'USD']], [])[0]?.id);
    await call('res.currency.rate', 'create', {
      vals_list: [{ currency_id: usd, name: '2026-10-01', rate: 1.1 }],
    });
    const { receivable } = await postInvoice(100, { currency_id: usd });
    const [line = 0] = await call<number[]>('account.bank.statement.line', 'create', {
      vals_list: [
        {
          journal_id: fake.records('account.journal', [['code', '=', 'BNK1']], [])[0]?.id,
          date: '2026-11-03',
          payment_ref: 'charge',
          amount: 91.3,
          line_ids: [
            [0, 0, { account_id: accountId('103001'), balance: 91.3 }],
            [
              0,
              0,
              { account_id: accountId('110000'), balance: -91.3, currency_id: usd, amount_currency: -100 },
            ],
          ],
        },
      ],
    });
    const [counterpart] = fake.records(
      'account.move.line',
      [
        ['statement_line_id', '=', line],
        ['balance', '<', 0],
      ],
      [],
    );
    await call('account.move.line', 'reconcile', { ids: [receivable, counterpart?.id] });
    const exchange = () =>
      fake.records('account.move.line', [['account_id', '=', accountId('892000')]], ['balance']);
    expect(exchange()).toMatchObject([{ balance: -0.39 }]);
    await call('account.move.line', 'remove_move_reconcile', { ids: [receivable] });
    expect(exchange().map(({ balance }) => balance)).toEqual([0.39, -0.39]);
  });
});

describe('double entry', () => {
  it('refuses a statement line that does not balance, and keeps nothing of the batch', async () => {
    const answer = await loadLines([
      ...charge('a', '98.00', '2.00', '-100.00', ''),
      ...charge('b', '98.00', '2.00', '-99.00', ''),
    ]);
    expect(answer).toMatchObject({ ids: false, messages: [{ message: 'The entry is not balanced.' }] });
    expect(fake.records('account.bank.statement.line')).toEqual([]);
    expect(fake.records('ir.model.data', [['module', '=', 'klopt']])).toEqual([]);
  });
});

describe('bad days', () => {
  it('moves the date of a locked period without a word', async () => {
    fake.faults.lockDate = '2026-11-30';
    const { move } = await postInvoice(10);
    expect(fake.records('account.move', [['id', '=', move]], ['date'])[0]?.date).toBe('2026-11-21');
  });

  it('commits although its answer is lost, once', async () => {
    fake.faults.dropAnswerAfterCommit = { model: 'res.partner', method: 'create', times: 1 };
    await expect(partner()).rejects.toThrow();
    expect(fake.records('res.partner', [['name', '=', 'Ann de Wit']])).toHaveLength(1);
    await expect(partner()).resolves.toBeTypeOf('number');
  });

  it('answers "could not serialize access" to a load as often as it is told', async () => {
    await ask('/__fake/faults', { serializationFailure: 1 });
    const load = () =>
      call<{ ids: unknown }>('res.partner', 'load', { fields: ['id', 'name'], data: [['klopt.a', 'Ann']] });
    expect(await load()).toMatchObject({
      ids: false,
      messages: [{ message: expect.stringContaining('could not serialize access') as string }],
    });
    expect((await load()).ids).toHaveLength(1);
  });

  it('dies after so many calls, and is back when the fault is lifted', async () => {
    fake.faults.failAfter = 1;
    await expect(partner()).resolves.toBeTypeOf('number');
    await expect(partner()).rejects.toThrow();
    fake.clearFaults();
    await expect(partner()).resolves.toBeTypeOf('number');
  });

  it('is down, answers HTML, throttles or refuses the key when told to', async () => {
    fake.faults.down = true;
    await expect(ask('/web/version')).rejects.toThrow();
    fake.clearFaults();
    fake.faults.html = true;
    expect(await ask('/web/version')).toMatchObject({ status: 502 });
    fake.clearFaults();
    fake.faults.throttle = 1;
    expect([(await ask('/web/version')).status, (await ask('/web/version')).status]).toEqual([429, 200]);
    fake.faults.wrongKey = true;
    expect(await ask('/json/2/res.partner/search', { domain: [] })).toMatchObject({ status: 401 });
  });

  it('refuses statement lines to a user without accounting rights, and says so when asked', async () => {
    fake.faults.noAccountRights = true;
    expect(await loadLines(charge('a', '98.00', '2.00', '-100.00', ''))).toMatchObject({ ids: false });
    expect(
      await call('res.users', 'has_group', { ids: [2], group_ext_id: 'account.group_account_basic' }),
    ).toBe(false);
  });
});

it('counts the calls of each method', async () => {
  await partner();
  await partner();
  expect((await ask('/__fake/calls')).body).toEqual({ 'res.partner.create': 2 });
});

it('shows an entry as a page with its items and what they are matched with', async () => {
  const { move, receivable } = await postInvoice(100);
  await call('account.move.line', 'load', {
    fields: ['.id', 'matching_number'],
    data: [[String(receivable), 'Ia']],
  });
  await loadLines(charge('a', '98.00', '2.00', '-100.00', 'Ia'));
  const page = await ask(`/odoo/account.move/${move}`);
  expect(page.status).toBe(200);
  expect(page.body).toContain('INV/2026/00001');
  expect(page.body).toContain('110000 Debtors');
  expect(page.body).toMatch(/href="\/odoo\/account\.move\/\d+">BNK1\/2026\/00001</);
});
