import type { OdooLogin } from '../../app/odoo/client/connect';
import { requestRun } from '../../app/jobs/request-run';
import type { Running } from '../../app/server/running';
import { connectOdoo } from '../../app/sync/connect-odoo';
import { openShopContext } from '../../app/sync/open-shop-context';
import { fetchFromShopify } from '../../app/shopify/fetch-from-shopify';
import { bringBankLines } from './bank-lines';
import { setUpBooks } from './set-up-books';
import { setUpOrders } from './set-up-orders';

interface Wishes {
  readonly appUrl: string;
  readonly adminOrigin: string;
  readonly shop: string;
  readonly login: OdooLogin;
}

/** What a merchant does once: opens the app (which installs it), connects Odoo, maps. Then it looks for payouts. */
export async function setUpShop(
  running: Running,
  { appUrl, adminOrigin, shop, login }: Wishes,
): Promise<void> {
  await openApp(appUrl, adminOrigin, shop);
  const { database, secrets, queue, environment } = running;
  const { id } = await database.shop.findUniqueOrThrow({ where: { domain: shop } });
  await connectOdoo(database, secrets, id, login);
  const { accessTokenOf } = await import('../../app/server/shopify.server');
  const surroundings = {
    database,
    secrets,
    accessToken: accessTokenOf,
    fetch: fetchFromShopify(environment.SHOPIFY_ORIGIN_OVERRIDE),
  };
  const context = await openShopContext(surroundings, id);
  await setUpBooks(context);
  await setUpOrders(context);
  await bringBankLines(context);
  await requestRun({ database, queue }, id, 'discover-payouts');
  await requestRun({ database, queue }, id, 'discover-orders');
}

/** The first page load of an installed app: its session token is exchanged for the shop's access token. */
async function openApp(appUrl: string, adminOrigin: string, shop: string): Promise<void> {
  const answer = await fetch(`${adminOrigin}/session-token`, { method: 'POST' });
  const { token } = (await answer.json()) as { token: string };
  const host = Buffer.from(`admin.shopify.com/store/${shop.replace('.myshopify.com', '')}`).toString(
    'base64',
  );
  const search = new URLSearchParams({ shop, host, embedded: '1', id_token: token, locale: 'en' });
  const page = await fetch(`${appUrl}/app?${search.toString()}`, {
    headers: {
      'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/130.0 Safari/537.36',
    },
  });
  if (!page.ok)
    throw new Error(`The app did not open: it answered ${String(page.status)} ${await page.text()}`);
}
