import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findingsOf } from '~/database/findings';
import { saveMappings } from '~/sync/save-mappings';
import { decimal } from '~test/trade-wins/amount';
import { booksOfKlopt } from '~test/support/books-of-klopt';
import { openWorld, type World } from '~test/support/klopt-world';
import { openRoutes, type Ask } from '~test/support/routes';
import { aShop } from '~test/support/shop-story';

const header =
  'Transaction Date,Type,Order,Card Brand,Card Source,Payout Status,Payout Date,Payout ID,Available On,Amount,Fee,Net,Currency';

const row = (order: string, amount: string, fee: string, net: string, payout = '88') =>
  `2026-11-03 11:00:00 +0100,charge,${order},visa,online,paid,2026-11-10,${payout},2026-11-10,${amount},${fee},${net},EUR`;

describe('An export of Shopify that is imported', () => {
  let world: World;
  let ask: Ask;
  let action: Parameters<Ask>[0];
  /** Order 1001 is in the shop and in no payout that Shopify told of; 71 is one that it did. */
  const story = aShop().sells(1002).pays(71).sells(1001);
  const known = decimal(story.order(1001).total.shop);
  const knownNet = decimal(story.order(1001).total.shop - 100n);
  const file = [
    header,
    row('#1001', known, '1.00', knownNet),
    row('#2002', '60.50', '1.50', '59.00'),
    row('#3003', '20.00', '0.50', '19.50'),
  ].join('\n');

  beforeAll(async () => {
    world = await openWorld({ state: story.state() });
    await world.discover();
    await invoiceByHand(world, '#2002', 6050);
    ask = openRoutes(world);
    ({ action } = await import('~/routes/api.payouts.import'));
  });
  afterAll(() => world.stop());

  const upload = async (text: string) => {
    const body = new FormData();
    body.append('file', new File([text], 'payments.csv', { type: 'text/csv' }));
    const answer = await ask(action, '/api/payouts/import', { method: 'POST', body });
    return { status: answer.status, body: (await answer.json()) as unknown };
  };

  it('is refused whole where it is broken, with line and column', async () => {
    expect(await upload(file.replace('60.50', '60.5O'))).toEqual({
      status: 422,
      body: {
        error: expect.objectContaining({
          kind: 'csv',
          message: 'amount',
          line: 3,
          column: 'Amount',
        }) as unknown,
      },
    });
    expect(await upload('')).toMatchObject({
      status: 422,
      body: { error: { kind: 'csv', message: 'empty' } },
    });
    expect(await world.test.database.payout.count({ where: { source: 'csv' } })).toBe(0);
  });

  it('becomes a payout, and importing it twice changes nothing', async () => {
    for (const time of ['first', 'second']) {
      expect([time, await upload(file)]).toEqual([
        time,
        {
          status: 200,
          body: expect.objectContaining({
            ok: true,
            pending: 0,
            payouts: [expect.objectContaining({ id: '88', transactions: 3 })],
          }) as unknown,
        },
      ]);
    }
    const shown = await world.payout('88');
    expect(shown).toMatchObject({ source: 'csv', holds: { charge: 3 }, shopifyHref: null });
    expect(shown.transactions).toHaveLength(3);
  });

  it('finds the order in Shopify, an invoice in Odoo by the order’s name, and names the one it cannot find', async () => {
    await world.discover();
    expect((await world.payout('88')).state).toBe('needs-attention');
    const findings = await findingsOf(world.test.database, world.shopId, '88');
    expect(findings).toMatchObject([{ kind: 'invoice-not-found', facts: { order: '#3003' } }]);
  });

  it('with an account for charges without document is posted and proven like any other', async () => {
    const fee = await world.test.database.mapping.findFirstOrThrow({
      where: { kind: 'account', key: 'fee' },
    });
    const target = { id: (fee.target as { id: number }).id };
    await saveMappings(await world.context(), [{ kind: 'account', key: 'charge-without-document', target }]);
    await world.discover();
    expect(await world.payout('88')).toMatchObject({ state: 'ready', findings: 0 });
    expect(await world.sync('88')).toMatchObject({ state: 'done' });
    expect(await world.payout('88')).toMatchObject({
      state: 'posted',
      proof: { holds: true, documents: 1, exact: 1 },
    });
    const [byHand] = world.odoo.records('account.move', [['ref', '=', '#2002']], ['payment_state']);
    expect(byHand?.payment_state).toMatch(/^(paid|in_payment)$/);
  });

  it('that is imported again after it was posted is left as it is, and syncing it again changes nothing', async () => {
    const books = booksOfKlopt(world.odoo);
    expect(await upload(file)).toMatchObject({ body: { payouts: [{ id: '88', known: true }] } });
    expect(await world.sync('88')).toMatchObject({ state: 'nothing-to-do' });
    expect(booksOfKlopt(world.odoo)).toEqual(books);
    expect((await world.payout('88')).transactions).toMatchObject([
      { state: 'reconciled' },
      { state: 'reconciled', counterpart: expect.stringMatching(/INV/) as string },
      { state: 'posted' },
    ]);
  });

  it('is finished by the next run when the one that posted it died before the transfer', async () => {
    const [transfer] = world.odoo.records('ir.model.data', [['name', '=', 'po_88']], ['res_id']);
    const [statement] = world.odoo.records('ir.model.data', [['name', '=', 'st_88']], ['res_id']);
    const books = booksOfKlopt(world.odoo);
    const client = await (await world.context()).odoo();
    await client.unlink('account.bank.statement', [Number(statement?.res_id)]);
    await client.unlink('account.bank.statement.line', [Number(transfer?.res_id)]);
    expect(await world.sync('88')).toMatchObject({ state: 'done' });
    expect(booksOfKlopt(world.odoo)).toEqual(books);
  });

  it('about a payout that Shopify itself told of leaves that payout alone', async () => {
    const before = await world.payout('71');
    const answer = await upload([header, row('#1002', '1.00', '0.10', '0.90', '71')].join('\n'));
    expect(answer).toMatchObject({ status: 200, body: { payouts: [{ id: '71', known: true }] } });
    expect(await world.payout('71')).toEqual(before);
  });

  it('is replaced by what Shopify tells of the payout later, unless it was posted already', async () => {
    const one = story.order(1002).total.shop;
    const fee = 100n;
    const early = [header, row('#1002', decimal(one), decimal(fee), decimal(one - fee), '90')].join('\n');
    expect(await upload(early)).toMatchObject({ status: 200 });
    expect(await world.payout('90')).toMatchObject({ source: 'csv' });
    const later = aShop().sells(1002).pays(71).sells(1001).pays(88).sells(1004).pays(90).state();
    world.shopify.setState(later);
    const books = booksOfKlopt(world.odoo);
    await world.discover();
    expect(await world.payout('90')).toMatchObject({ source: 'api', state: 'ready' });
    expect((await world.payout('90')).transactions.map(({ order }) => order?.name)).toEqual(['#1004']);
    expect(await world.payout('88')).toMatchObject({ source: 'csv', state: 'posted' });
    expect(await world.sync('88')).toMatchObject({ state: 'nothing-to-do' });
    expect(booksOfKlopt(world.odoo)).toEqual(books);
  });
});

/** An invoice that somebody made in Odoo, or another connector did: `cents` with nothing but the sale on it. */
async function invoiceByHand(world: World, reference: string, cents: number): Promise<void> {
  const client = await (await world.context()).odoo();
  const [partner] = await client.search('res.partner', [], { limit: 1 });
  const [id = 0] = await client.create('account.move', [
    {
      move_type: 'out_invoice',
      partner_id: partner,
      ref: reference,
      invoice_date: '2026-11-03',
      invoice_line_ids: [
        [0, 0, { name: 'By hand', quantity: 1, price_unit: cents / 100, tax_ids: [[6, 0, []]] }],
      ],
    },
  ]);
  await client.callMethod('account.move', 'action_post', [id]);
}
