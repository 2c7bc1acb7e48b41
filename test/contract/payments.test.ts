import { describe, expect, it } from 'vitest';
import { currency } from '../../app/accounting/currency';
import { findPayments } from '../../app/odoo/payments/find-payments';
import { loadPayments } from '../../app/odoo/payments/load-payments';
import { readPayments } from '../../app/odoo/payments/read-payments';
import { readOpenItems } from '../../app/odoo/settlement/read-open-items';
import { onDay } from './support/documents';
import { odooServers } from './support/odoo-servers';
import { activate } from './support/workshop';
import { usePaymentShop, useWorkshop } from './support/use-workshop';

describe.each(odooServers())('payments without a feed in $title', ({ start }) => {
  const shop = useWorkshop(start);
  const paying = usePaymentShop(shop);

  /** Balances of a payment's items, in cents, debit positive. */
  const items = async (moveId: number) => {
    const rows = await shop.client.searchRead(
      'account.move.line',
      [['move_id', '=', moveId]],
      ['account_id', 'balance', 'amount_currency', 'reconciled'],
      { order: 'id' },
    );
    return rows.map((row) => [(row.account_id as [number])[0], row.balance]);
  };

  it('pays a hundred invoices in seven calls, five where the caller knows what stands', async () => {
    for (const knowing of [false, true]) {
      const ids = Array.from({ length: 100 }, paying.fresh);
      const invoices = await paying.invoices(ids.map((id) => ({ id, amount: '24.95' })));
      const payments = invoices.map((one, index) =>
        paying.payment({
          id: ids[index] ?? '',
          amount: '24.95',
          target: paying.bank,
          shares: [[one, '24.95']],
        }),
      );
      const { client, module } = shop;
      const keys = payments.map(({ payment }) => payment.key);
      const known = knowing
        ? {
            known: await findPayments({ client, module }, keys, onDay('2026-11-04')),
            open: await readOpenItems(
              client,
              invoices.map(({ item }) => item.itemId),
            ),
          }
        : {};
      await client.company();
      const before = client.callCount;
      const result = await loadPayments({ client, module, ...known }, payments);
      expect(client.callCount - before).toBeLessThanOrEqual(knowing ? 5 : 7);
      expect([...result.findings]).toEqual([]);
      expect(result.made).toBe(100);
      expect([...result.posted.values()].every(({ exact }) => exact)).toBe(true);
      expect(new Set((await paying.states(...invoices)).flat())).toEqual(new Set(['paid', 0]));
      const again = await paying.load(payments);
      expect(again.made).toBe(0);
      expect(again.posted).toEqual(result.posted);
      expect(await readPayments({ client, module }, keys, onDay('2026-11-04'))).toEqual(result.posted);
    }
  });

  it('settles several documents with one payment, and leaves what nothing calls for open', async () => {
    const [one, two] = [await paying.invoice('100.00'), await paying.invoice('50.00')];
    const payment = paying.payment({
      id: paying.fresh(),
      amount: '150.00',
      target: paying.bank,
      shares: [
        [one, '100.00'],
        [two, '30.00'],
      ],
    });
    const { posted, findings } = await paying.load([payment]);
    expect([...findings]).toEqual([]);
    const done = posted.get(payment.payment.key);
    expect(done).toMatchObject({ exact: true, date: '2026-11-04' });
    expect(done?.money).toMatchObject({ account: paying.bank.account, reconciled: false });
    const receivable = one.item.account.id;
    expect(await items(done?.moveId ?? 0)).toEqual([
      [paying.bank.account.id, 150],
      [receivable, -100],
      [receivable, -30],
      [receivable, -20],
    ]);
    expect(await paying.states(one, two)).toEqual([
      ['paid', 0],
      ['partial', 20],
    ]);
  });

  it('shows the payment on the invoice', async () => {
    const one = await paying.invoice('12.00');
    const payment = paying.payment({
      id: paying.fresh(),
      amount: '12.00',
      target: paying.bank,
      shares: [[one, '12.00']],
    });
    const { posted } = await paying.load([payment]);
    if (shop.server.fake) return;
    const [row] = await shop.client.read('account.move', [one.moveId], ['invoice_payments_widget']);
    expect(row?.invoice_payments_widget).toMatchObject({
      content: [{ amount: 12, date: '2026-11-04', move_id: posted.get(payment.payment.key)?.moveId }],
    });
  });

  it('pays one invoice with a gift card, money at the till and a deposit', async () => {
    const one = await paying.invoice('100.00');
    const parts = [
      { target: paying.giftCards, amount: '25.00' },
      { target: paying.till, amount: '30.00' },
      { target: paying.bank, amount: '45.00' },
    ].map(({ target, amount }) =>
      paying.payment({ id: paying.fresh(), amount, target, shares: [[one, amount]] }),
    );
    const { posted, findings } = await paying.load(parts);
    expect([...findings]).toEqual([]);
    expect([...posted.values()].map(({ exact }) => exact)).toEqual([true, true, true]);
    expect(await paying.states(one)).toEqual([['paid', 0]]);
    const [line] = await shop.client.searchRead(
      'account.bank.statement.line',
      [['journal_id', '=', paying.till.journal.id]],
      ['amount', 'is_reconciled', 'date'],
      { order: 'id desc', limit: 1 },
    );
    expect(line).toMatchObject({ amount: 30, is_reconciled: true, date: '2026-11-04' });
  });

  it('pays one invoice in two parts on different days', async () => {
    const one = await paying.invoice('100.00');
    for (const [amount, state] of [
      ['40.00', ['partial', 60]],
      ['60.00', ['paid', 0]],
    ] as const) {
      const payment = paying.payment({
        id: paying.fresh(),
        amount,
        target: paying.bank,
        shares: [[one, amount]],
      });
      const { findings, posted } = await paying.load([payment]);
      expect([...findings]).toEqual([]);
      expect(posted.get(payment.payment.key)?.exact).toBe(true);
      expect(await paying.states(one)).toEqual([state]);
    }
  });

  it('pays money back: the credit note is settled, the account goes down', async () => {
    const note = await paying.invoice('33.33', { kind: 'out_refund' });
    const targets = [paying.bank, paying.till];
    const amounts = ['20.00', '13.33'];
    const refunds = targets.map((target, index) => {
      const amount = amounts[index] ?? '';
      return paying.payment({
        id: paying.fresh(),
        amount,
        direction: 'out',
        target,
        shares: [[note, amount]],
      });
    });
    const { posted, findings } = await paying.load(refunds);
    expect([...findings]).toEqual([]);
    const moves = refunds.map(({ payment }) => posted.get(payment.key)?.moveId ?? 0);
    expect(await items(moves[0] ?? 0)).toEqual([
      [paying.bank.account.id, -20],
      [note.item.account.id, 20],
    ]);
    expect(await items(moves[1] ?? 0)).toEqual([
      [paying.till.account.id, -13.33],
      [note.item.account.id, 13.33],
    ]);
    expect(await paying.states(note)).toEqual([['paid', 0]]);
  });

  it('books what a till rounded to a coin, and asks for the account where none is chosen', async () => {
    const one = await paying.invoice('9.98');
    const id = paying.fresh();
    const wish = {
      id,
      amount: '10.00',
      rounding: '-0.02',
      target: paying.till,
      shares: [[one, '9.98']],
    } as const;
    const without = await paying.load([paying.payment(wish)]);
    expect([...without.findings.values()].flat()).toMatchObject([
      { kind: 'mapping-missing', object: { id: 'cash-rounding' } },
    ]);
    expect(without.posted.size).toBe(0);
    const { posted, findings } = await paying.load([
      paying.payment({ ...wish, roundingAccount: paying.rounding }),
    ]);
    expect([...findings]).toEqual([]);
    const [done] = posted.values();
    expect(await items(done?.moveId ?? 0)).toEqual([
      [paying.till.account.id, 10],
      [one.item.account.id, -9.98],
      [paying.rounding.id, -0.02],
    ]);
    expect(await paying.states(one)).toEqual([['paid', 0]]);
  });

  it.each([
    ['USD', '100.01'],
    ['JPY', '12345'],
  ])('pays an invoice in %s at Odoo’s rate of the day', async (unit, amount) => {
    await activate(shop.client, currency(unit));
    const [one, two] = [await paying.invoice(amount, { unit }), await paying.invoice(amount, { unit })];
    const payments = [
      paying.payment({ id: paying.fresh(), amount, unit, target: paying.bank, shares: [[one, amount]] }),
      paying.payment({ id: paying.fresh(), amount, unit, target: paying.till, shares: [[two, amount]] }),
    ];
    const { posted, findings } = await paying.load(payments);
    expect([...findings]).toEqual([]);
    expect([...posted.values()].map(({ exact }) => exact)).toEqual([true, true]);
    expect(await paying.states(one, two)).toEqual([
      ['paid', 0],
      ['paid', 0],
    ]);
    expect(posted.get(payments[0]?.payment.key ?? '')?.money.residual.currency).toBe(unit);
    expect(posted.get(payments[1]?.payment.key ?? '')?.money.residual.currency).toBe('EUR');
  });
});
