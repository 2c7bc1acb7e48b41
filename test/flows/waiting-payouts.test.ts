import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findingsOf } from '~/database/findings';
import { requestSyncOfReady } from '~/jobs/request-sync';
import { planPayout } from '~/sync/plan-payout';
import { postDocumentsOfPlan } from '~/sync/post-documents-of-plan';
import { noProgress } from '~/sync/progress';
import { saveMappings } from '~/sync/save-mappings';
import type { MappingChange } from '~/views/mapping-view';
import { booksOfKlopt, countOfEntries } from '~test/support/books-of-klopt';
import { payByHand } from '~test/support/pay-by-hand';
import { openWorld, type World } from '~test/support/klopt-world';
import { aShop } from '~test/support/shop-story';

const collective = 'SHOPIFY_COLLECTIVE_DEBIT';

describe('Payouts that wait for a person', () => {
  let world: World;
  const story = () =>
    aShop()
      .sells(1001)
      .pays(71)
      .sells(1002)
      .moves(collective, -400n)
      .pays(72)
      .sells(1003)
      .loses(1003)
      .pays(73)
      .sells(1004)
      .pays(74, { status: 'SCHEDULED' });
  beforeAll(async () => {
    world = await openWorld({ state: story().state() });
    await world.discover();
  });
  afterAll(() => world.stop());

  const states = async () =>
    Promise.all(['71', '72', '73', '74'].map(async (id) => (await world.payout(id)).state));
  const map = async (change: MappingChange) =>
    expect(await saveMappings(await world.context(), [change])).toEqual({});
  const feeAccount = async () => {
    const row = await world.test.database.mapping.findFirstOrThrow({
      where: { kind: 'account', key: 'fee' },
    });
    return { id: (row.target as { id: number }).id };
  };

  it('an unmapped type and a missing order hold up their own payout alone; what is scheduled is new', async () => {
    expect(await states()).toEqual(['ready', 'needs-attention', 'needs-attention', 'new']);
    expect(await world.findings('72')).toEqual(['type-unmapped']);
    expect(await world.findings('73')).toEqual(['order-missing']);
    expect(await world.findings('74')).toEqual([]);
  });

  it('syncing all that are ready takes the one that is', async () => {
    expect(await requestSyncOfReady(world.task, world.shopId)).toBe(1);
    await world.sync('71');
    expect(await states()).toEqual(['posted', 'needs-attention', 'needs-attention', 'new']);
    expect(countOfEntries(world.odoo)).toBe(3);
  });

  it('a click on one that waits posts nothing of it', async () => {
    expect(await world.sync('72')).toMatchObject({
      state: 'needs-person',
      outcome: { values: { findings: 1 } },
    });
    expect(await world.sync('73')).toMatchObject({ state: 'needs-person' });
    expect(await world.sync('74')).toMatchObject({ state: 'needs-person' });
    expect((await world.payout('74')).state).toBe('new');
    expect(countOfEntries(world.odoo)).toBe(3);
  });

  it('mapping the type makes its payout ready after the next look, and it is posted on that account', async () => {
    await map({ kind: 'type', key: collective, target: await feeAccount() });
    await world.discover();
    expect(await states()).toEqual(['posted', 'ready', 'needs-attention', 'new']);
    await world.sync('72');
    const own = booksOfKlopt(world.odoo).find(({ name }) => name === 'bt_7200001');
    expect(own?.items).toMatchObject([{ credit: '4.00' }, { debit: '4.00' }]);
  });

  it('an account for charges without document lets the missing order’s charge through', async () => {
    await map({ kind: 'account', key: 'charge-without-document', target: await feeAccount() });
    await world.discover();
    expect(await states()).toEqual(['posted', 'posted', 'ready', 'new']);
    await world.sync('73');
    expect(await world.payout('73')).toMatchObject({
      state: 'posted',
      proof: { holds: true, documents: 0 },
    });
  });

  it('what is posted stays right when its mappings are changed afterwards', async () => {
    const books = booksOfKlopt(world.odoo);
    await map({ kind: 'type', key: collective, target: null });
    await map({ kind: 'account', key: 'charge-without-document', target: null });
    for (const id of ['72', '73']) expect(await world.sync(id)).toMatchObject({ state: 'nothing-to-do' });
    expect(booksOfKlopt(world.odoo)).toEqual(books);
  });

  it('a payout that was scheduled is looked at once Shopify has paid it', async () => {
    world.shopify.setState(story().turns(74, 'PAID').state());
    await world.discover();
    expect((await world.payout('74')).state).toBe('ready');
  });
});

describe.each([17, 19] as const)('What a person did meanwhile, in Odoo %s', (version) => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld({ state: aShop().sells(1001).pays(71).state(), odoo: version });
    await world.discover();
  });
  afterEach(() => world.stop());

  const first = async () => (await findingsOf(world.test.database, world.shopId, '71'))[0];

  it('an invoice that was paid by hand is named with what is open on it, and nothing is settled twice', async () => {
    // The invoice stands, the statement lines do not: as after a run that died in between.
    const context = await world.context();
    await postDocumentsOfPlan(context, await planPayout(context, '71', noProgress), noProgress);
    const invoice = await payByHand(await (await world.context()).odoo(), '#1001');
    expect(await world.sync('71')).toMatchObject({ state: 'needs-person' });
    expect(await first()).toMatchObject({
      kind: 'open-item-short',
      object: { type: 'document', name: invoice },
      actual: { minor: 0n },
    });
    expect(booksOfKlopt(world.odoo).filter(({ name }) => name.startsWith('bt_'))).toEqual([]);
  });

  it('an order whose posted document Shopify tells otherwise now is named; what is posted stays', async () => {
    await world.sync('71');
    const books = booksOfKlopt(world.odoo);
    world.shopify.setState(aShop().sells(1001, { units: 2 }).pays(71).state());
    expect(await world.sync('71')).toMatchObject({ state: 'needs-person' });
    expect(await world.findings('71')).toContain('input-changed');
    const [document] = (await findingsOf(world.test.database, world.shopId, '71')).filter(
      ({ kind, object }) => kind === 'input-changed' && object.type === 'document',
    );
    expect(document?.remedy).toMatchObject({ page: 'odoo-record', model: 'account.move' });
    expect(booksOfKlopt(world.odoo)).toEqual(books);
  });

  it('a statement and a line that were deleted in Odoo are made again, and only they', async () => {
    await world.sync('71');
    const books = booksOfKlopt(world.odoo);
    const client = await (await world.context()).odoo();
    const idOf = (name: string) =>
      Number(world.odoo.records('ir.model.data', [['name', '=', name]], ['res_id'])[0]?.res_id);
    await client.unlink('account.bank.statement', [idOf('st_71')]);
    await client.unlink('account.bank.statement.line', [idOf('po_71')]);
    expect(booksOfKlopt(world.odoo)).not.toEqual(books);
    expect(await world.sync('71')).toMatchObject({ state: 'done' });
    expect(booksOfKlopt(world.odoo)).toEqual(books);
    expect(await world.payout('71')).toMatchObject({ state: 'posted', proof: { holds: true } });
  });
});
