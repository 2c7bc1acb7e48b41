import { afterEach, expect, it } from 'vitest';
import type { MoneyBag } from '~/shopify/answer';
import { booksOfKlopt } from '~test/support/books-of-klopt';
import { openWorld, type World } from '~test/support/klopt-world';
import { choose } from '~test/support/orders-of-world';
import { aShop } from '~test/support/shop-story';

let world: World;
afterEach(() => world.stop());

/** The invoice that another app (or a person) made of an order before Klopt came. */
async function invoiceByOtherMeans(reference: string, amount: number): Promise<number> {
  const client = await (await world.context()).odoo();
  const [partner] = await client.create('res.partner', [{ name: 'Ann de Wit' }]);
  const line = { name: 'Gieter', quantity: 1, price_unit: amount, tax_ids: [[6, 0, []]] };
  const [invoice = 0] = await client.create('account.move', [
    {
      move_type: 'out_invoice',
      partner_id: partner,
      ref: reference,
      invoice_date: '2026-11-03',
      invoice_line_ids: [[0, 0, line]],
    },
  ]);
  await client.callMethod('account.move', 'action_post', [invoice]);
  return invoice;
}

it.each([17, 19] as const)(
  'a charge for what was sold before the start date pays the invoice that stands in Odoo %i, once',
  async (version) => {
    const shop = aShop().sells(1001, { at: '2026-11-03T10:00:00Z' }).pays(71);
    world = await openWorld({ state: shop.state(), odoo: version });
    await choose(world, { 'start-date': '2026-11-04' });
    const [order] = shop.state().orders ?? [];
    const { totalPriceSet } = order as { totalPriceSet?: MoneyBag };
    const invoice = await invoiceByOtherMeans('#1001', Number(totalPriceSet?.shopMoney.amount));

    await world.discover();
    expect(await world.sync('71')).toMatchObject({ state: 'done' });
    expect(await world.findings('71')).toEqual([]);
    expect(await world.payout('71')).toMatchObject({ state: 'posted', proof: { holds: true, documents: 0 } });
    const [row] = world.odoo.records('account.move', [['id', '=', invoice]], ['payment_state']);
    expect(row?.payment_state).toBe('paid');

    const books = booksOfKlopt(world.odoo);
    expect(await world.sync('71')).toMatchObject({ state: 'nothing-to-do' });
    expect(booksOfKlopt(world.odoo)).toEqual(books);
  },
);
