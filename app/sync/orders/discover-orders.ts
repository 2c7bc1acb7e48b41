import { DateTime } from 'luxon';
import { mappingsOf } from '../../database/mappings';
import { askForOrders, orderVersions } from '../../database/orders';
import { ordersPolledUntil, setOrdersPolledUntil } from '../../database/shop-settings';
import { findChangedOrders, type ChangedOrder } from '../../shopify/find-changed-orders';
import { orderSettings } from '../order-settings';
import type { ShopContext } from '../shop-context';

/** Shopify's clock and search may lag behind: the last minutes are asked for again. */
const overlapMs = 10 * 60_000;
/** Without a start date, so far back the first look goes. */
const firstLookMs = 30 * 24 * 3600_000;

/**
 * Finds what webhooks missed: every order that Shopify changed since the last look and that we have not read since. Asks
 * for those; who asks again gets the same.
 */
export async function discoverOrders(context: ShopContext): Promise<{ found: number; asked: number }> {
  const { database, shop, now } = context;
  const begunAt = now();
  let found = 0;
  let asked = 0;
  const since = await lookFrom(context, begunAt);
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

async function lookFrom({ database, shop }: ShopContext, at: Date): Promise<Date> {
  const until = await ordersPolledUntil(database, shop.id);
  if (until) return new Date(until.getTime() - overlapMs);
  const { documents } = orderSettings(await mappingsOf(database, shop.id), shop.timeZone);
  return documents.since
    ? DateTime.fromISO(documents.since, { zone: shop.timeZone }).toJSDate()
    : new Date(at.getTime() - firstLookMs);
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
