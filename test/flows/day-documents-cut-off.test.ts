import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { beginRun } from '~/database/runs';
import { discoverOrders } from '~/sync/orders/discover-orders';
import { syncPendingOrders } from '~/sync/orders/sync-orders';
import { noProgress } from '~/sync/progress';
import { booksOfKlopt, countOfEntries } from '~test/support/books-of-klopt';
import { cutAtEachCall } from '~test/support/cut-at-each-call';
import { perDay, posted, story } from '~test/support/days-of-world';
import { openWorld, type World } from '~test/support/klopt-world';
import { choose, workOff } from '~test/support/orders-of-world';

class Killed extends Error {
  readonly code = 'P1001';
}

/** What must stand in Odoo, however often and wherever the run died. */
const standing = (world: World) => ({
  books: booksOfKlopt(world.odoo),
  entries: countOfEntries(world.odoo),
  partners: world.odoo.records('res.partner', [], ['id']).length,
});

describe.each([17, 19] as const)('Days whose making is cut off, in Odoo %s', (version) => {
  let expected: ReturnType<typeof standing>;
  let world: World;
  const found = async () => {
    world = await openWorld({ state: story().state(), odoo: version });
    await choose(world, perDay);
    await discoverOrders(await world.context());
    return (await beginRun(world.test.database, world.shopId, 'sync-orders')).run;
  };
  beforeAll(async () => {
    const run = await found();
    await syncPendingOrders(await world.context(), run, noProgress);
    expected = standing(world);
    await world.stop();
  });
  afterEach(() => world.stop());

  it('end the same after Odoo vanished after each single call', async () => {
    const run = await found();
    const impatient = await world.context({ retries: { attempts: 1, pauseMs: 0 } });
    const cut = await cutAtEachCall(world, () => syncPendingOrders(impatient, run, noProgress));
    expect(cut).toBeGreaterThan(10);
    expect(standing(world)).toEqual(expected);
    expect(await world.orders()).toEqual(posted);
  });

  it('end the same after the database vanished before each single write', async () => {
    const run = await found();
    const writes = /^(create|update|delete|upsert)/;
    let cut = 0;
    for (let die = 1; die <= 200; die += 1) {
      let seen = 0;
      const context = await world.context();
      const dying = world.test.database.$extends({
        query: {
          $allOperations({ operation, args, query }) {
            if (writes.test(operation) || operation === '$executeRaw') seen += 1;
            if (seen >= die) return Promise.reject(new Killed());
            return query(args);
          },
        },
      }) as unknown as World['test']['database'];
      const ended = await syncPendingOrders({ ...context, database: dying }, run, noProgress).catch(
        () => 'cut off',
      );
      if (ended !== 'cut off') break;
      cut += 1;
    }
    expect(cut).toBeGreaterThan(5);
    await world.syncOrders();
    await workOff(world);
    expect(standing(world)).toEqual(expected);
    expect(await world.orders()).toEqual(posted);
  });

  it.each([
    ['res.partner', 'load'],
    ['account.move', 'load'],
    ['account.move', 'action_post'],
  ])('end the same when the answer to %s.%s is lost after Odoo did it', async (model, method) => {
    const run = await found();
    world.odoo.faults.dropAnswerAfterCommit = { model, method, times: 1 };
    await syncPendingOrders(await world.context(), run, noProgress);
    expect(world.odoo.faults.dropAnswerAfterCommit).toBeNull();
    expect(standing(world)).toEqual(expected);
    expect(await world.orders()).toEqual(posted);
  });
});
