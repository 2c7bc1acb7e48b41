import { askForOnlyRead } from '../../database/ask-for-unposted';
import { mappingsOf } from '../../database/mappings';
import { askForOrders, orderVersions } from '../../database/orders';
import { ordersPolledUntil, setOrdersPolledUntil } from '../../database/shop-settings';
import { findChangedOrders, type ChangedOrder } from '../../shopify/find-changed-orders';
import { firstMomentOf } from '../first-moment-of';
import { orderSettings } from '../order-settings';
import type { ShopContext } from '../shop-context';

/** Shopify's clock and search may lag behind: the last minutes are asked for again. */
const overlapMs = 10 * 60_000;
/** Without a start date, so far back the first look goes. */
const firstLookMs = 30 * 24 * 3600_000;

/**
 * Finds what webhooks missed: every order that Shopify changed since the last look and that we have not read since, and
 * those that we have read and that should have come by themselves. Asks for those; who asks again gets the same.
 */
export async function discoverOrders(context: ShopContext): Promise<{ found: number; asked: number }> {
  const { database, shop, now } = context;
  const begunAt = now();
  let found = 0;
  const { automatic, documents } = orderSettings(await mappingsOf(database, shop.id), shop.timeZone);
  const start = documents.since && firstMomentOf(documents.since, shop.timeZone);
  let asked = automatic && start ? await askForOnlyRead(database, shop.id, begunAt, start) : 0;
  const since = await lookFrom(context, start ?? new Date(begunAt.getTime() - firstLookMs));
  for await (const page of findChangedOrders(context.shopify, { updatedFrom: since.toISOString() })) {
    found += page.length;
    const stale = await notReadSince(context, page);
    await askForOrders(database, shop.id, stale, 'poll', begunAt);
    asked += stale.length;
    const last = page.at(-1)?.updatedAt;
    if (last) await setOrdersPolledUntil(database, shop.id, new Date(last));
  }
  return { found, asked };
}

async function lookFrom({ database, shop }: ShopContext, first: Date): Promise<Date> {
  const until = await ordersPolledUntil(database, shop.id);
  return until ? new Date(until.getTime() - overlapMs) : first;
}

async function notReadSince({ database, shop }: ShopContext, page: readonly ChangedOrder[]) {
  const versions = await orderVersions(
    database,
    shop.id,
    page.map(({ id }) => id),
  );
  return page.flatMap(({ id, name, updatedAt }) => {
    const read = versions.get(id);
    return read === undefined || read.getTime() < Date.parse(updatedAt) ? [{ orderId: id, name }] : [];
  });
}
