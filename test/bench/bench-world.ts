import { rmSync } from 'node:fs';
import { openDatabase, type Database } from '../../app/database/client';
import { startEmbeddedPostgres } from '../../app/database/embedded-postgres';
import { migrate } from '../../app/database/migrate';
import { secretsWith } from '../../app/database/secret';
import type { OdooLogin } from '../../app/odoo/client/connect';
import type { CallReport } from '../../app/odoo/client/odoo-client';
import { fetchFromShopify } from '../../app/shopify/fetch-from-shopify';
import { connectOdoo } from '../../app/sync/connect-odoo';
import { openShopContext } from '../../app/sync/open-shop-context';
import type { ShopContext } from '../../app/sync/shop-context';
import { setUpBooks } from '../demo/set-up-books';
import type { ShopState } from '../fakes/shopify/shop-state';
import { throwawayDirectory } from '../support/throwaway-directory';
import { startFakesApart, type ShopifyApart } from './fakes-apart';

export interface BenchWorld {
  readonly database: Database;
  readonly odooName: string;
  /** A shop of its own on this state, with its books set up; `calls` fills as Odoo is called. */
  shop(state: ShopState): Promise<BenchShop>;
  stop(): Promise<void>;
}

export interface BenchShop {
  readonly context: ShopContext;
  readonly shopify: ShopifyApart;
  readonly calls: CallReport[];
}

/** PostgreSQL for a bench, and the Odoo of the environment, else the fake one. */
export async function openBench(): Promise<BenchWorld> {
  const directory = throwawayDirectory('bench');
  const postgres = await startEmbeddedPostgres({ directory });
  await migrate(postgres.url);
  const open = openDatabase(postgres.url);
  const { ODOO_URL, ODOO_DB, ODOO_LOGIN, ODOO_API_KEY } = process.env;
  const fakes = startFakesApart();
  const fake = ODOO_URL ? undefined : await fakes.odoo();
  const login: OdooLogin = fake ?? {
    url: ODOO_URL ?? '',
    database: ODOO_DB ?? '',
    login: ODOO_LOGIN ?? '',
    apiKey: ODOO_API_KEY ?? '',
  };
  const secrets = secretsWith(Buffer.alloc(32, 'bench').toString('base64'));
  return {
    database: open.database,
    odooName: fake ? 'the fake Odoo 19' : `Odoo at ${login.url}`,
    async shop(state) {
      const shopify = await fakes.shopify(state);
      const domain = state.shop.myshopifyDomain;
      const row = await open.database.shop.create({
        data: { domain, currency: 'EUR', timeZone: 'Europe/Amsterdam' },
      });
      await connectOdoo(open.database, secrets, row.id, login);
      const calls: CallReport[] = [];
      const surroundings = {
        database: open.database,
        secrets,
        accessToken: () => Promise.resolve(shopify.token),
        fetch: fetchFromShopify(shopify.origin),
        onOdooCall: (report: CallReport) => calls.push(report),
      };
      const context = await openShopContext(surroundings, row.id);
      await setUpBooks(context);
      calls.length = 0;
      return { context, shopify, calls };
    },
    async stop() {
      await open.close();
      await fakes.stop();
      await postgres.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
