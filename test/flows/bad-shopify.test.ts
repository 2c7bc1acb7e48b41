import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findingsOf } from '~/database/findings';
import { lastDiscovery } from '~/sync/read/last-discovery';
import { requestSync } from '~/jobs/request-sync';
import { tasks } from '~/jobs/tasks';
import { booksOfKlopt } from '~test/support/books-of-klopt';
import { openWorld, type World } from '~test/support/klopt-world';
import { aShop } from '~test/support/shop-story';

const story = () => aShop().sells(1001).sells(1002).refunds(1001).pays(71);
const places = { shopHandle: 'trade-wins' };

describe('On a bad day of Shopify', () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld({ state: story().state() });
  });
  afterEach(() => world.stop());

  /** Shopify's answers with their text changed on the way. */
  const answering =
    (change: (text: string) => string): typeof fetch =>
    async (input, init) => {
      const answer = await world.task.fetch(input, init);
      const headers = { 'content-type': 'application/json' };
      return new Response(change(await answer.text()), { status: answer.status, headers });
    };
  const problem = async () => (await lastDiscovery(world.test.database, world.shopId, places))?.problem;
  const found = async () => (await findingsOf(world.test.database, world.shopId, '71'))[0];

  it('calls that it throttles are made again, and the payout is posted', async () => {
    world.shopify.faults.throttle = 2;
    await world.discover();
    world.shopify.faults.throttle = 2;
    expect(await world.sync('71')).toMatchObject({ state: 'done' });
    expect(await world.payout('71')).toMatchObject({ state: 'posted', proof: { holds: true } });
  });

  it('a bucket that fills by the second is waited for', async () => {
    world.shopify.faults.costLimit = true;
    await world.discover();
    expect(await world.sync('71')).toMatchObject({ state: 'done' });
  });

  it.each(['down', 'html', 'badGateway', 'dropAnswer'] as const)(
    'when it is %s for a moment nobody notices, and for longer the run waits and goes on',
    async (fault) => {
      await world.discover();
      world.shopify.faults[fault] = 2;
      expect(await world.check('71')).toMatchObject({ state: 'done' });
      world.shopify.faults[fault] = 99;
      const waiting = await world.sync('71');
      expect(waiting).toMatchObject({
        state: 'waiting',
        outcome: { key: 'waits', values: { reason: 'shopify-unreachable' } },
      });
      world.shopify.faults[fault] = 0;
      expect(await world.sync('71')).toMatchObject({ id: waiting.id, state: 'done', attempt: 2 });
    },
  );

  it('payouts that it denies are named with the access that is missing', async () => {
    world.shopify.faults.accessDenied = true;
    expect(await world.discover()).toMatchObject({ state: 'needs-person' });
    expect(await problem()).toMatchObject({
      kind: 'payouts-denied',
      facts: { access: expect.stringContaining('read_shopify_payments_accounts') as string },
    });
    world.shopify.faults.accessDenied = false;
    expect(await world.discover()).toMatchObject({ state: 'done' });
    expect(await problem()).toBeNull();
    world.shopify.faults.accessDenied = true;
    expect(await world.sync('71')).toMatchObject({ state: 'needs-person' });
    expect(await found()).toMatchObject({ kind: 'payouts-denied' });
  });

  it('a shop without Shopify Payments is told so', async () => {
    world.shopify.faults.nullPaymentsAccount = true;
    expect(await world.discover()).toMatchObject({ state: 'needs-person' });
    expect(await problem()).toMatchObject({ kind: 'payments-not-active' });
    world.shopify.faults.nullPaymentsAccount = false;
    await world.discover();
    world.shopify.faults.nullPaymentsAccount = true;
    expect(await world.sync('71')).toMatchObject({ state: 'needs-person' });
    expect(await found()).toMatchObject({ kind: 'payments-not-active' });
  });

  it('a token that was revoked says that the app must be opened again', async () => {
    await world.discover();
    world.shopify.uninstall(world.domain);
    expect(await world.sync('71')).toMatchObject({ state: 'needs-person' });
    expect(await found()).toMatchObject({ kind: 'shopify-unreachable' });
    expect((await found())?.facts.detail).toContain('open the app to sign in');
    world.token = world.shopify.issueToken(world.domain);
    expect(await world.sync('71')).toMatchObject({ state: 'done' });
  });

  it('an answer that is cut off midway is asked for again', async () => {
    await world.discover();
    let cut = 0;
    const cutting = answering((text) => (cut++ % 3 === 0 ? text.slice(0, text.length / 2) : text));
    const { id } = await requestSync(world.task, world.shopId, '71');
    await tasks['sync-payout']?.({ runId: id }, { ...world.task, fetch: cutting });
    expect(cut).toBeGreaterThan(3);
    expect(await world.payout('71')).toMatchObject({ state: 'posted', proof: { holds: true } });
  });

  it('an answer of another shape is an error of the program that names where, and nothing is posted', async () => {
    await world.discover();
    const spoiled = answering((text) => text.replaceAll('"transactionDate"', '"transactedOn"'));
    const { id } = await requestSync(world.task, world.shopId, '71');
    await expect(
      tasks['sync-payout']?.({ runId: id }, { ...world.task, fetch: spoiled }),
    ).rejects.toMatchObject({ name: 'ShopifyAnswerUnexpected' });
    const run = await world.test.database.run.findUniqueOrThrow({ where: { id } });
    expect(run).toMatchObject({ state: 'failed', outcome: { key: 'failed' } });
    expect(JSON.stringify((await found())?.facts)).toContain('transactionDate');
    expect(world.odoo.records('account.move', [], ['id'])).toEqual([]);
  });
});

describe('Long lists of Shopify', () => {
  let world: World;
  afterEach(() => world.stop());

  it.each([
    [249, 1],
    [250, 2],
    [252, 2],
  ])('a payout of %i movements and its transfer is read whole, in %i pages', async (count, pages) => {
    const shop = aShop();
    for (let index = 0; index < count; index += 1) shop.moves('ADJUSTMENT', BigInt(100 + index));
    world = await openWorld({ state: shop.pays(71).state() });
    await world.discover();
    expect(world.shopify.callCounts()).toMatchObject({ PayoutTransactions: pages });
    expect(await world.payout('71')).toMatchObject({ state: 'ready', holds: { adjustment: count } });
    await world.sync('71');
    expect(await world.payout('71')).toMatchObject({ state: 'posted', proof: { holds: true } });
  });

  it('an order with more agreements and sales than one page holds is read whole', async () => {
    const shop = aShop().sells(1001, { units: 14, lines: 32 });
    for (let index = 0; index < 12; index += 1) shop.refunds(1001);
    world = await openWorld({ state: shop.pays(71).state() });
    await world.discover();
    // One page more of agreements; one more of the first agreement's sales.
    expect(world.shopify.callCounts()).toMatchObject({ AgreementSales: 1 });
    await world.sync('71');
    expect(await world.payout('71')).toMatchObject({
      state: 'posted',
      proof: { holds: true, documents: 13, exact: 13 },
    });
    const [invoice] = booksOfKlopt(world.odoo).filter(({ name }) => name.startsWith('agreement'));
    expect(invoice?.items.filter(({ account }) => account.startsWith('800'))).toHaveLength(33);
  });
});
