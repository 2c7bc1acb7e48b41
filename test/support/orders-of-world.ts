import type { Database } from '../../app/database/client';
import { saveMappings } from '../../app/database/mappings';
import { requestRun } from '../../app/jobs/request-run';
import { tasks } from '../../app/jobs/tasks';
import { orderNumberBase } from '../trade-wins/made-order';
import { openWorld, type World } from './klopt-world';
import { aShop, type ShopStory } from './shop-story';

/** The number that Shopify knows an order of a story by. */
export const idOf = (number: number): string => String(orderNumberBase + number);

/** What a merchant chooses about orders. */
export const choose = (world: World, settings: Record<string, string>): Promise<void> =>
  saveMappings(
    world.test.database,
    world.shopId,
    Object.entries(settings).map(([key, value]) => ({ kind: 'setting' as const, key, target: { value } })),
  );

/** Orders come by themselves, from October on. */
export const comeByThemselves = (world: World): Promise<void> =>
  choose(world, { 'start-date': '2026-10-01', 'orders-automatic': 'yes' });

/** A world whose orders come by themselves; further shops are the same Shopify's. */
export async function openOrders(shop: ShopStory, others: readonly ShopStory[] = []): Promise<World> {
  const world = await openWorld({ state: shop.state(), others: others.map((one) => one.state()) });
  await comeByThemselves(world);
  return world;
}

/** Five orders of ordinary life, all of November. */
export const fiveOrders = (): ShopStory =>
  [1001, 1002, 1003, 1004, 1005].reduce((shop, number) => shop.sells(number), aShop());

export const rowOf = (world: World, number: number) =>
  world.test.database.order.findFirstOrThrow({ where: { shopId: world.shopId, orderId: idOf(number) } });

/** How many orders wait to be brought to Odoo. */
export const askedFor = (world: World): Promise<number> =>
  world.test.database.order.count({ where: { pendingSince: { not: null } } });

/** The poll alone: what it asks for is not carried out. */
export async function discoverOrders(world: World) {
  const run = await requestRun(world.task, world.shopId, 'discover-orders');
  await tasks['discover-orders']?.({ runId: run.id }, world.task);
  return world.test.database.run.findUniqueOrThrow({ where: { id: run.id } });
}

/** Shopify’s answers, changed on their way. */
export function answering(world: World, change: (text: string, asked: string) => string): typeof fetch {
  const ask = world.task.fetch;
  return async (input, init) => {
    const answer = await ask(input, init);
    const asked = typeof init?.body === 'string' ? init.body : '';
    const headers = { 'content-type': 'application/json' };
    return new Response(change(await answer.text(), asked), { status: answer.status, headers });
  };
}

/** Carries out every run that waits on the queue, and those that they ask for, as a worker does. Answers their kinds. */
export async function workOff(world: World): Promise<string[]> {
  const done: string[] = [];
  for (;;) {
    const run = await world.test.database.run.findFirst({
      where: { state: 'queued' },
      orderBy: { createdAt: 'asc' },
    });
    if (!run) return done;
    done.push(run.kind);
    await tasks[run.kind as 'sync-orders']?.({ runId: run.id }, world.task);
  }
}

/** The database as a task has it, where something happens just before rows of a model are written. */
export function before(
  database: Database,
  model: string,
  operation: string,
  happens: (args: unknown) => Promise<void>,
): Database {
  return database.$extends({
    query: {
      $allModels: {
        async $allOperations({ model: name, operation: what, args, query }) {
          if (name === model && what === operation) await happens(args);
          return query(args);
        },
      },
    },
  }) as unknown as Database;
}

/** Documents in Odoo, by order name: `{ '#1001': 2 }`. Reversals and payments are not among them. */
export function documentsInOdoo({ odoo }: World): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { ref, move_type: type } of odoo.records('account.move', [], ['ref', 'move_type'])) {
    if (!String(type).startsWith('out_')) continue;
    const name = /#\d+/.exec(String(ref))?.[0] ?? String(ref);
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}
