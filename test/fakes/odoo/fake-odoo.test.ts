import { describe, expect, it } from 'vitest';
import { useFakeOdoo } from './use-fake-odoo';

const odoo = useFakeOdoo();
const { ask, call, accountId, postInvoice, charge, loadLines, item, paymentState } = odoo;

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
    expect(odoo.fake.records('account.move.line', [['matching_number', '=', 'Ia']], [])).toHaveLength(1);
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
    const usd = Number(odoo.fake.records('res.currency', [['name', '=', 'USD']], [])[0]?.id);
    await call('res.currency.rate', 'create', {
      vals_list: [{ currency_id: usd, name: '2026-10-01', rate: 1.1 }],
    });
    const { receivable } = await postInvoice(100, { currency_id: usd });
    const [line = 0] = await call<number[]>('account.bank.statement.line', 'create', {
      vals_list: [
        {
          journal_id: odoo.fake.records('account.journal', [['code', '=', 'BNK1']], [])[0]?.id,
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
    const [counterpart] = odoo.fake.records(
      'account.move.line',
      [
        ['statement_line_id', '=', line],
        ['balance', '<', 0],
      ],
      [],
    );
    await call('account.move.line', 'reconcile', { ids: [receivable, counterpart?.id] });
    const exchange = () =>
      odoo.fake.records('account.move.line', [['account_id', '=', accountId('892000')]], ['balance']);
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
    expect(odoo.fake.records('account.bank.statement.line')).toEqual([]);
    expect(odoo.fake.records('ir.model.data', [['module', '=', 'klopt']])).toEqual([]);
  });
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
