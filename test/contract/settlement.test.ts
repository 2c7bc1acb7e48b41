import { describe, expect, it } from 'vitest';
import { money, parseMoney } from '../../app/accounting/money';
import { closePayout } from './support/close-payout';
import { aDocument } from './support/documents';
import { odooServers } from './support/odoo-servers';
import { activate, openWorkshop } from './support/workshop';
import { useWorkshop } from './support/use-workshop';
import { countsOf, expectClosed, payoutStories } from './support/payout-stories';

class Killed extends Error {}

describe.each(odooServers())('settling in $title', ({ start }) => {
  const shop = useWorkshop(start);
  const { fresh, named, smallStory } = payoutStories(shop);

  it('killed after any call and started again ends the same, nothing twice and nothing missing', async () => {
    const undisturbed = smallStory();
    const before = shop.client.callCount;
    const whole = await closePayout(shop, shop.client, undisturbed);
    expectClosed(whole);
    const calls = shop.client.callCount - before;
    const expected = { moves: 3, lines: 4, statements: 1 };
    expect(await countsOf(shop, undisturbed, whole)).toEqual(expected);
    for (let after = 1; after < calls; after += 1) {
      const story = smallStory();
      let seen = 0;
      const dying = await shop.server.connect({
        onCall: () => {
          seen += 1;
          if (seen >= after) throw new Killed();
        },
      });
      await expect(closePayout(shop, dying, story)).rejects.toBeInstanceOf(Killed);
      const again = await closePayout(shop, await shop.server.connect(), story);
      expectClosed(again);
      expect(await countsOf(shop, story, again), `killed after call ${String(after)}`).toEqual(expected);
    }
  });

  it('two runs at once end the same', async () => {
    const story = smallStory();
    const clients = [await shop.server.connect(), await shop.server.connect()];
    const runs = await Promise.allSettled(clients.map((client) => closePayout(shop, client, story)));
    // One writer per shop is the rule; where it is broken, a run may fail but nothing may be there twice.
    const again = await closePayout(shop, shop.client, story);
    expectClosed(again);
    expect(await countsOf(shop, story, again)).toEqual({ moves: 3, lines: 4, statements: 1 });
    expect(runs.some(({ status }) => status === 'fulfilled')).toBe(true);
  });

  it('pays one invoice with two charges of one payout', async () => {
    const document = named({ lines: [{ price: '100.00' }] });
    const story = {
      id: fresh(),
      documents: [document],
      payments: [
        { document, amount: parseMoney('60.00', 'EUR') },
        { document, amount: parseMoney('40.00', 'EUR') },
      ],
    };
    const closed = await closePayout(shop, shop.client, story);
    expectClosed(closed);
    expect(closed.loaded.inOdoo.pairs[0]?.openItem.reconciled).toBe(true);
  });

  it('pays one invoice with charges of two payouts', async () => {
    const document = named({ lines: [{ price: '100.00' }] });
    const amounts = ['30.00', '70.00'].map((text) => parseMoney(text, 'EUR'));
    for (const [index, amount] of amounts.entries()) {
      const story = { id: fresh(), documents: [document], payments: [{ document, amount }] };
      const closed = await closePayout(shop, shop.client, story);
      expectClosed(closed);
      expect(closed.loaded.inOdoo.pairs[0]?.openItem.reconciled).toBe(index === 1);
    }
  });

  it('settles an invoice in dollars with euros: paid, the difference in Odoo’s own exchange entry', async () => {
    await activate(shop.client, money(0n, 'USD').currency);
    const document = named({ unit: 'USD', lines: [{ price: '100.00' }] });
    const closed = await closePayout(shop, shop.client, { id: fresh(), documents: [document] });
    expectClosed(closed);
    const [move] = await shop.client.searchRead(
      'account.move',
      [['ref', '=', document.reference]],
      ['payment_state', 'amount_residual'],
    );
    expect(move).toMatchObject({ payment_state: 'paid', amount_residual: 0 });
  });

  it('settles in a journal of another currency, balanced in the company’s to the cent', async () => {
    const abroad = await openWorkshop(shop.client, 'USD');
    const inDollars = aDocument({ id: fresh(), unit: 'USD', lines: [{ price: '100.01' }] });
    const inEuros = aDocument({ id: fresh(), lines: [{ price: '33.33' }] });
    const closed = await closePayout(abroad, abroad.client, { id: fresh(), documents: [inDollars, inEuros] });
    expectClosed(closed);
    for (const { items } of closed.loaded.inOdoo.lines.values()) {
      expect(items.reduce((left, { balance }) => left + balance.minor, 0n)).toBe(0n);
    }
  });
});
