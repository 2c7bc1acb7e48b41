import { describe, expect, it } from 'vitest';
import { odooServers } from './support/odoo-servers';
import { usePaymentShop, useWorkshop } from './support/use-workshop';

describe.each(odooServers())('payments beside what stands in $title', ({ start }) => {
  const shop = useWorkshop(start);
  const paying = usePaymentShop(shop);

  it('is matched with the bank’s line when that comes; the invoice stays paid', async () => {
    const one = await paying.invoice('77.70');
    const payment = paying.payment({
      id: paying.fresh(),
      amount: '77.70',
      target: paying.bank,
      shares: [[one, '77.70']],
    });
    const { posted } = await paying.load([payment]);
    const before = posted.get(payment.payment.key)?.money;
    expect(before).toMatchObject({ reconciled: false, residual: { minor: 7770n } });
    const { client } = shop;
    const [journal] = await client.read('account.journal', [paying.bank.journal.id], ['default_account_id']);
    const { ids } = await client.load(
      'account.bank.statement.line',
      ['journal_id/.id', 'date', 'payment_ref', 'amount', 'line_ids/account_id/.id', 'line_ids/balance'],
      [
        [
          String(paying.bank.journal.id),
          '2026-11-06',
          `DEPOSIT ${payment.payment.order.name}`,
          '77.70',
          String((journal?.default_account_id as [number])[0]),
          '77.70',
        ],
        ['', '', '', '', String(paying.bank.account.id), '-77.70'],
      ],
    );
    const [other] = await client.search('account.move.line', [
      ['statement_line_id', 'in', ids || []],
      ['account_id', '=', paying.bank.account.id],
    ]);
    await client.callMethod('account.move.line', 'reconcile', [before?.itemId ?? 0, other ?? 0]);
    const again = await paying.load([payment]);
    expect([...again.findings]).toEqual([]);
    expect(again.posted.get(payment.payment.key)?.money).toMatchObject({
      reconciled: true,
      residual: { minor: 0n },
    });
    const lines = await client.read('account.bank.statement.line', ids || [], ['is_reconciled']);
    expect(lines).toMatchObject([{ is_reconciled: true }]);
    expect(await paying.states(one)).toEqual([['paid', 0]]);
  });

  it('registers nothing where somebody has reconciled the document already, and says by how much', async () => {
    const [one, other] = [await paying.invoice('60.00'), await paying.invoice('10.00')];
    const byHand = paying.payment({
      id: paying.fresh(),
      amount: '45.00',
      target: paying.bank,
      shares: [[one, '45.00']],
    });
    await paying.load([byHand]);
    const late = paying.payment({
      id: paying.fresh(),
      amount: '60.00',
      target: paying.bank,
      shares: [[one, '60.00']],
    });
    const good = paying.payment({
      id: paying.fresh(),
      amount: '10.00',
      target: paying.bank,
      shares: [[other, '10.00']],
    });
    const { posted, findings } = await paying.load([late, good]);
    expect([...posted.keys()]).toEqual([good.payment.key]);
    expect(findings.get(late.payment.key)).toMatchObject([
      {
        kind: 'open-item-short',
        expected: { minor: 6000n },
        actual: { minor: 1500n },
        residual: { minor: -4500n },
        facts: { invoices: one.item.name },
      },
    ]);
    expect(await paying.standing([late])).toBe(0);
  });

  it('settles a document that came after its payment with the credit that was open', async () => {
    const id = paying.fresh();
    const early = paying.payment({ id, amount: '80.00', target: paying.bank });
    const first = await paying.load([early]);
    expect([...first.findings]).toEqual([]);
    const one = await paying.invoice('80.00');
    const {
      posted,
      findings,
      made: anew,
    } = await paying.load([
      paying.payment({ id, amount: '80.00', target: paying.bank, shares: [[one, '80.00']] }),
    ]);
    expect([...findings]).toEqual([]);
    expect(anew).toBe(0);
    expect(posted.get(early.payment.key)?.moveId).toBe(first.posted.get(early.payment.key)?.moveId);
    expect(await paying.states(one)).toEqual([['paid', 0]]);
  });

  it('names a payment that stands with another amount, and leaves it', async () => {
    const id = paying.fresh();
    await paying.load([paying.payment({ id, amount: '80.00', target: paying.bank })]);
    const other = paying.payment({ id, amount: '81.00', target: paying.bank });
    const { posted, findings } = await paying.load([other]);
    expect(findings.get(other.payment.key)).toMatchObject([
      { kind: 'input-changed', residual: { minor: -100n } },
    ]);
    expect(posted.get(other.payment.key)?.exact).toBe(false);
  });
});
