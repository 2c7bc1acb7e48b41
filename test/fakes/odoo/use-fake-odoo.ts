import { afterEach, beforeEach, expect } from 'vitest';
import { startFakeOdoo, type FakeOdoo } from './start-fake-odoo';
import type { Values } from './row';

const columns = [
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

/** A fake Odoo of its own for every test, with the words in which these tests speak to it. */
export function useFakeOdoo() {
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

  async function postInvoice(
    price: number,
    more: Values = {},
  ): Promise<{ move: number; receivable: number }> {
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
      fields: columns,
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

  return {
    get fake() {
      return fake;
    },
    ask,
    call,
    accountId,
    partner,
    postInvoice,
    charge,
    loadLines,
    item,
    paymentState,
  };
}
