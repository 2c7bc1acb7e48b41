import { mkdir, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { readEnvironment } from '../../app/server/environment';
import { createLog } from '../../app/server/log';
import { ensureMade } from '../../app/server/made';
import { startFakeOdoo } from '../fakes/odoo/start-fake-odoo';
import { startFakeShopify } from '../fakes/shopify/start-fake-shopify';
import { startMockAdmin } from '../fakes/admin/start-mock-admin';
import type { ShopState } from '../fakes/shopify/shop-state';
import { openShopDesk } from './shop-desk';
import { tradeWinsShop } from '../trade-wins/shop';
import { tradeWinsWithOrders } from '../trade-wins/every-kind/trade-wins-with-orders';

const apiKey = 'klopt-demo';
const apiSecret = 'klopt-demo-secret';

export interface Demo {
  /** The page that shows Klopt in a mock Shopify admin. */
  readonly url: string;
  readonly odooUrl: string;
  readonly shopifyOrigin: string;
  readonly stop: () => Promise<void>;
}

/** An Odoo of one's own, from the environment; it stands in the fake one's place. */
function ownOdoo() {
  const { ODOO_URL, ODOO_DB, ODOO_LOGIN, ODOO_API_KEY } = process.env;
  if (!ODOO_URL) return undefined;
  const missing = Object.entries({ ODOO_DB, ODOO_LOGIN, ODOO_API_KEY }).filter(([, value]) => !value);
  if (missing.length > 0) {
    throw new Error(
      `ODOO_URL is set; these are missing beside it: ${missing.map(([name]) => name).join(', ')}`,
    );
  }
  return { url: ODOO_URL, database: ODOO_DB ?? '', login: ODOO_LOGIN ?? '', apiKey: ODOO_API_KEY ?? '' };
}

interface DemoOptions {
  readonly odooVersion?: 17 | 19;
  /** Of the mock admin; a free one if left out. */
  readonly port?: number;
  /** What the shop holds, in the place of the whole season. */
  readonly state?: ShopState;
}

/** Trade Wins, whole: PostgreSQL, the fake Shopify, an Odoo, the app with its worker, and an admin around it. */
export async function startDemo(options: DemoOptions = {}): Promise<Demo> {
  await ensureMade();
  const ends: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const end of ends.splice(0).reverse()) await end().catch(() => undefined);
  };
  try {
    const appPort = await freePort();
    const appUrl = `http://127.0.0.1:${String(appPort)}`;
    const own = ownOdoo();
    const [shopify, odoo] = await Promise.all([
      startFakeShopify({
        state: options.state ?? tradeWinsWithOrders(),
        clientId: apiKey,
        clientSecret: apiSecret,
        appUrl,
      }),
      own ? undefined : startFakeOdoo({ version: options.odooVersion ?? 19 }),
    ]);
    ends.push(() => shopify.stop());
    if (odoo) {
      ends.push(() => odoo.close());
      odoo.odoo.write('res.company', [1], { name: 'Trade Wins B.V.' });
    }
    const admin = await startMockAdmin({
      appUrl,
      apiKey,
      apiSecret,
      shop: tradeWinsShop,
      shopName: 'Trade Wins',
      startPath: '/app/payouts',
      port: options.port ?? 0,
      desk: openShopDesk(shopify),
    });
    ends.push(() => admin.stop());
    const directory = process.env.DATABASE_URL ? undefined : await freshDirectory(ends);
    const environment = readEnvironment({
      ...process.env,
      NODE_ENV: 'production',
      DEMO: '1',
      LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
      TERMINAL_LOG: '1',
      PORT: String(appPort),
      SHOPIFY_API_KEY: apiKey,
      SHOPIFY_API_SECRET: apiSecret,
      SHOPIFY_APP_URL: appUrl,
      ENCRYPTION_KEY: process.env.ENCRYPTION_KEY ?? Buffer.alloc(32, 'klopt demo').toString('base64'),
      SHOPIFY_ORIGIN_OVERRIDE: shopify.origin,
      APP_BRIDGE_URL: admin.appBridgeUrl,
      FRAME_ANCESTOR: admin.origin,
      ...(directory ? { EMBEDDED_POSTGRES_DIR: directory } : {}),
    });
    const { startKlopt } = await import('../../app/server/start');
    const klopt = await startKlopt(environment, createLog(environment));
    ends.push(() => klopt.stop());
    const { setUpShop } = await import('./set-up-shop');
    const login = own ?? {
      url: odoo?.url ?? '',
      database: odoo?.database ?? '',
      login: odoo?.login ?? '',
      apiKey: odoo?.apiKey ?? '',
    };
    await setUpShop(klopt.running, { appUrl, adminOrigin: admin.origin, shop: tradeWinsShop, login });
    return { url: admin.url, odooUrl: login.url, shopifyOrigin: shopify.origin, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The demo begins anew each time; its database goes with it. What demos that were killed left behind goes too. */
async function freshDirectory(ends: (() => Promise<unknown>)[]): Promise<string> {
  const parent = path.resolve('.klopt');
  await mkdir(parent, { recursive: true });
  const leftovers = (await readdir(parent)).filter((name) => /^demo-\d+$/.test(name) && !isAlive(name));
  const remove = (name: string) => rm(path.join(parent, name), { recursive: true, force: true });
  await Promise.all(leftovers.map(remove));
  const name = `demo-${String(process.pid)}`;
  ends.push(() => remove(name));
  return path.join(parent, name);
}

function isAlive(name: string): boolean {
  try {
    process.kill(Number(name.slice('demo-'.length)), 0);
    return true;
  } catch {
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
