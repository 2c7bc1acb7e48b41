import { describe, expect, it } from 'vitest';
import { onDay } from './support/documents';
import { odooServers } from './support/odoo-servers';
import { usePaymentShop, useWorkshop } from './support/use-workshop';

class Killed extends Error {}

describe.each(odooServers())('payments exactly once in $title', ({ start }) => {
  const shop = useWorkshop(start);
  const paying = usePaymentShop(shop);

  it('of a closed day are not made: Odoo would move them in silence', async () => {
    const { client } = shop;
    const field = 'fiscalyear_lock_date';
    const [company] = await client.searchRead('res.company', [], [field], { limit: 1, order: 'id' });
    const ids = [company?.id ?? 0];
    const one = await paying.invoice('24.99');
    const wish = {
      id: paying.fresh(),
      amount: '24.99',
      target: paying.bank,
      shares: [[one, '24.99']],
    } as const;
    const payment = { ...paying.payment(wish), date: onDay('2026-02-15') };
    await client.write('res.company', ids, { [field]: '2026-02-28' });
    try {
      const { posted, findings } = await paying.load([payment]);
      expect(posted.size).toBe(0);
      expect(findings.get(payment.payment.key)).toMatchObject([
        { kind: 'period-locked', facts: { date: '2026-02-15', lock: '2026-02-28', openDay: '2026-03-01' } },
      ]);
      const later = await paying.load([{ ...payment, date: onDay('2026-03-01') }]);
      expect([...later.findings]).toEqual([]);
      expect(later.posted.get(payment.payment.key)).toMatchObject({ date: '2026-03-01', exact: true });
    } finally {
      await client.write('res.company', ids, { [field]: company?.[field] ?? false });
    }
    expect(await paying.states(one)).toEqual([['paid', 0]]);
  });

  it('make a draft that was left behind anew where the mapping was corrected since', async () => {
    const one = await paying.invoice('24.99');
    const wish = { id: paying.fresh(), amount: '24.99', shares: [[one, '24.99']] } as const;
    const dying = await shop.server.connect({
      onCall: ({ call }) => {
        if (call === 'account.move.load') throw new Killed();
      },
    });
    const before = paying.payment({ ...wish, target: paying.giftCards });
    await expect(paying.load([before], dying)).rejects.toBeInstanceOf(Killed);
    const corrected = paying.payment({ ...wish, target: paying.bank });
    const { posted, findings } = await paying.load([corrected]);
    expect([...findings]).toEqual([]);
    expect(posted.get(corrected.payment.key)?.money.account).toEqual(paying.bank.account);
    expect(await paying.standing([corrected])).toBe(1);
    expect(await paying.states(one)).toEqual([['paid', 0]]);
  });

  it('are found by a user who may not search external ids', async (context) => {
    if (!shop.server.fake) return context.skip('a real server has no switch for it');
    const story = await mixed();
    await paying.load(story.payments);
    shop.server.fake.faults.noModelDataRights = true;
    try {
      await expectPaid(story);
    } finally {
      shop.server.fake.clearFaults();
    }
  });

  it('lose no answer: what Odoo did is asked, not done again', async (context) => {
    if (!shop.server.fake) return context.skip('a real server loses none on demand');
    for (const [model, method] of [
      ['account.move.line', 'load'],
      ['account.move', 'load'],
      ['account.bank.statement.line', 'load'],
      ['account.move', 'action_post'],
      ['account.move.line', 'reconcile'],
    ] as const) {
      const story = await mixed();
      shop.server.fake.faults.dropAnswerAfterCommit = { model, method, times: 1 };
      await expectPaid(story, `${model}.${method}`);
      shop.server.fake.clearFaults();
    }
  });

  const mixed = async () => {
    const [one, two, note] = [
      await paying.invoice('100.00'),
      await paying.invoice('50.00'),
      await paying.invoice('20.00', { kind: 'out_refund' }),
    ];
    const payments = [
      paying.payment({
        id: paying.fresh(),
        amount: '25.00',
        target: paying.giftCards,
        shares: [[one, '25.00']],
      }),
      paying.payment({
        id: paying.fresh(),
        amount: '85.00',
        target: paying.bank,
        shares: [
          [one, '75.00'],
          [two, '10.00'],
        ],
      }),
      paying.payment({ id: paying.fresh(), amount: '40.00', target: paying.till, shares: [[two, '40.00']] }),
      paying.payment({
        id: paying.fresh(),
        amount: '20.00',
        direction: 'out',
        target: paying.till,
        shares: [[note, '20.00']],
      }),
    ];
    return { payments, documents: [one, two, note] };
  };
  const expectPaid = async ({ payments, documents }: Awaited<ReturnType<typeof mixed>>, why = '') => {
    const { posted, findings } = await paying.load(payments);
    expect([...findings], why).toEqual([]);
    expect(
      [...posted.values()].map(({ exact }) => exact),
      why,
    ).toEqual([true, true, true, true]);
    expect(await paying.states(...documents), why).toEqual(documents.map(() => ['paid', 0]));
    expect(await paying.standing(payments), why).toBe(4);
  };

  it('killed after any call and started again ends the same, nothing twice and nothing missing', async () => {
    const undisturbed = await mixed();
    const counting = await shop.server.connect();
    await paying.load(undisturbed.payments, counting);
    const calls = counting.callCount;
    await expectPaid(undisturbed);
    for (let after = 1; after < calls; after += 1) {
      const story = await mixed();
      let seen = 0;
      const dying = await shop.server.connect({
        onCall: () => {
          seen += 1;
          if (seen >= after) throw new Killed();
        },
      });
      await expect(paying.load(story.payments, dying)).rejects.toBeInstanceOf(Killed);
      await expectPaid(story, `killed after call ${String(after)}`);
    }
  });

  it('two runs at once end the same', async () => {
    const story = await mixed();
    const clients = [await shop.server.connect(), await shop.server.connect()];
    const runs = await Promise.allSettled(clients.map((client) => paying.load(story.payments, client)));
    expect(runs.some(({ status }) => status === 'fulfilled')).toBe(true);
    await expectPaid(story);
  });
});
