import { Writable } from 'node:stream';
import { findingsOf } from '../../app/database/findings';
import { findingsOfOrder } from '../../app/database/order-findings';
import { unfinishedRun, type RunRecord } from '../../app/database/runs';
import { secretsWith, type Secrets } from '../../app/database/secret';
import { openQueue, type Queue } from '../../app/jobs/queue';
import { requestOrderSync } from '../../app/jobs/request-order-sync';
import { requestRun } from '../../app/jobs/request-run';
import { requestSync } from '../../app/jobs/request-sync';
import { shopLock } from '../../app/jobs/shop-lock';
import type { TaskContext } from '../../app/jobs/task';
import { tasks } from '../../app/jobs/tasks';
import { connect, type OdooLogin } from '../../app/odoo/client/connect';
import type { ClientOptions } from '../../app/odoo/client/odoo-client';
import { createLog, type Log } from '../../app/server/log';
import { startWorker, type RunningWorker } from '../../app/server/worker';
import { fetchFromShopify } from '../../app/shopify/fetch-from-shopify';
import { connectOdoo } from '../../app/sync/connect-odoo';
import { openShopContext } from '../../app/sync/open-shop-context';
import { showPayout } from '../../app/sync/read/show-payout';
import type { ShopContext } from '../../app/sync/shop-context';
import type { PayoutView } from '../../app/views/payout-view';
import { setUpBooks } from '../demo/set-up-books';
import { startFakeOdoo, type FakeOdoo } from '../fakes/odoo/start-fake-odoo';
import { startFakeShopify, type FakeShopify } from '../fakes/shopify/start-fake-shopify';
import type { ShopState } from '../fakes/shopify/shop-state';
import { createTestDatabase, type TestDatabase } from './postgres';

export const encryptionKey = Buffer.alloc(32, 'klopt world').toString('base64');
const clientSecret = 'klopt-development-secret';

/** One shop on a database of its own, with a fake Shopify and a fake Odoo, its books set up; nothing discovered yet. */
export interface World {
  readonly test: TestDatabase;
  readonly shopify: FakeShopify;
  readonly odoo: FakeOdoo;
  readonly secrets: Secrets;
  readonly queue: Queue;
  readonly log: Log;
  /** All that was logged so far, at the most talkative level. */
  readonly logged: () => string;
  readonly shopId: string;
  readonly domain: string;
  readonly login: OdooLogin;
  /** The token that Shopify is asked with; another one may be put here. */
  token: string;
  readonly task: TaskContext;
  /** As a task opens it. With options: on a client of Odoo that is impatient, say. */
  context(options?: ClientOptions): Promise<ShopContext>;
  /** Asks for payouts, then looks into those that are new. */
  discover(): Promise<RunRecord>;
  /** A click on "Sync payout", carried out here. */
  sync(payoutId: string): Promise<RunRecord>;
  /** A look into a payout, as discovery asks for it. */
  check(payoutId: string): Promise<RunRecord>;
  /** The poll, and the orders that it asked for brought to Odoo. */
  pollOrders(): Promise<RunRecord>;
  /** A click on "Sync" for these orders (or all that wait), carried out here. */
  syncOrders(orderIds?: readonly string[]): Promise<RunRecord>;
  /** Where each order stands, by its name. */
  orders(): Promise<Record<string, string>>;
  /** Kinds of the findings of an order that stand. */
  orderFindings(orderId: string): Promise<string[]>;
  payout(payoutId: string): Promise<PayoutView>;
  /** Kinds of the findings that stand. */
  findings(payoutId: string): Promise<string[]>;
  work(): Promise<RunningWorker>;
  stop(): Promise<void>;
}

export interface WorldWishes {
  readonly state: ShopState;
  /** Further shops of the same Shopify. */
  readonly others?: readonly ShopState[];
  readonly odoo?: 17 | 19;
}

export async function openWorld(wishes: WorldWishes): Promise<World> {
  const domain = wishes.state.shop.myshopifyDomain;
  const [test, shopify, odoo] = await Promise.all([
    createTestDatabase(),
    startFakeShopify({
      state: [wishes.state, ...(wishes.others ?? [])],
      clientId: 'klopt-development',
      clientSecret,
    }),
    startFakeOdoo({ version: wishes.odoo ?? 19, apiKey: 'odoo-key-of-trade-wins' }),
  ]);
  const queue = await openQueue(test.pool);
  const secrets = secretsWith(encryptionKey);
  const { log, logged } = memoryLog();
  const login = loginOf(odoo);
  const shopId = await addShop(test, domain);
  const fetchShopify = fetchFromShopify(shopify.origin);
  const task: TaskContext = {
    database: test.database,
    secrets,
    queue,
    withShopLock: shopLock(test.pool),
    accessToken: () => Promise.resolve(world.token),
    fetch: fetchShopify,
    log,
    attempt: 1,
    signal: new AbortController().signal,
  };
  const runOf = (id: string) => test.database.run.findUniqueOrThrow({ where: { id } });
  const world: World = {
    test,
    shopify,
    odoo,
    secrets,
    queue,
    log,
    logged,
    shopId,
    domain,
    login,
    token: shopify.issueToken(domain),
    task,
    async context(options) {
      const context = await openShopContext(task, shopId);
      return options ? { ...context, odoo: () => connect(login, options) } : context;
    },
    async discover() {
      const run = await requestRun(task, shopId, 'discover-payouts');
      await tasks['discover-payouts']?.({ runId: run.id }, task);
      const waiting = await test.database.run.findMany({
        where: { shopId, state: 'queued' },
        orderBy: { createdAt: 'asc' },
      });
      for (const { id, kind } of waiting) await tasks[kind as 'preview-payout']?.({ runId: id }, task);
      return runOf(run.id);
    },
    async sync(payoutId) {
      const run = await requestSync(task, shopId, payoutId);
      await tasks['sync-payout']?.({ runId: run.id }, task);
      return runOf(run.id);
    },
    async check(payoutId) {
      const run = await requestRun(task, shopId, 'preview-payout', { payoutId });
      await tasks['preview-payout']?.({ runId: run.id }, task);
      return runOf(run.id);
    },
    async pollOrders() {
      const run = await requestRun(task, shopId, 'discover-orders');
      await tasks['discover-orders']?.({ runId: run.id }, task);
      const sync = await unfinishedRun(test.database, shopId, 'sync-orders', undefined);
      if (sync) await tasks['sync-orders']?.({ runId: sync.id }, task);
      return runOf(sync?.id ?? run.id);
    },
    async syncOrders(orderIds) {
      await requestOrderSync(task, shopId, orderIds ?? 'all');
      const run = await requestRun(task, shopId, 'sync-orders');
      await tasks['sync-orders']?.({ runId: run.id }, task);
      return runOf(run.id);
    },
    async orders() {
      const rows = await test.database.order.findMany({ where: { shopId }, orderBy: { orderId: 'asc' } });
      return Object.fromEntries(
        rows.map(({ name, state, reason }) => [name, reason ? `${state}: ${reason}` : state]),
      );
    },
    orderFindings: async (orderId) =>
      (await findingsOfOrder(test.database, shopId, orderId)).map(({ kind }) => kind),
    async payout(payoutId) {
      const shown = await showPayout(test.database, shopId, { shopHandle: 'trade-wins' }, payoutId);
      if (!shown) throw new Error(`The shop has no payout ${payoutId}`);
      return shown;
    },
    findings: async (payoutId) => (await findingsOf(test.database, shopId, payoutId)).map(({ kind }) => kind),
    work: () =>
      startWorker({
        databaseUrl: test.url,
        pool: test.pool,
        tasks,
        crontab: '',
        surroundings: { ...task, accessToken: () => Promise.resolve(world.token) },
        concurrency: 3,
        shutdownSeconds: 2,
        log,
        onLost: (error) => {
          throw error;
        },
      }),
    async stop() {
      await queue.close();
      await Promise.all([shopify.stop(), odoo.close(), test.drop()]);
    },
  };
  await connectOdoo(test.database, secrets, shopId, login);
  await setUpBooks(await world.context());
  return world;
}

export const loginOf = ({ url, database, login, apiKey }: FakeOdoo): OdooLogin => ({
  url,
  database,
  login,
  apiKey,
});

/** A shop as Klopt knows it after its first visit. */
export async function addShop({ database }: TestDatabase, domain: string): Promise<string> {
  const { id } = await database.shop.create({
    data: { domain, name: 'Trade Wins', currency: 'EUR', timeZone: 'Europe/Amsterdam', taxesIncluded: true },
  });
  return id;
}

function memoryLog() {
  let text = '';
  const destination = new Writable({
    write(chunk: Buffer, _encoding, done) {
      text += chunk.toString();
      done();
    },
  });
  return { log: createLog({ LOG_LEVEL: 'debug', TERMINAL_LOG: false }, destination), logged: () => text };
}
