import { daysOfAgreements, type DayRecord } from '../../database/day-documents';
import type { OrderSettings } from '../order-settings';
import type { ShopContext } from '../shop-context';

/**
 * The days' documents that agreements are in, by the agreement's key. Where the merchant has gone back to a document an
 * order, a day of which nothing is made yet holds nobody: its orders get documents of their own the next time that they
 * are looked at.
 */
export async function daysThatHold(
  { database, shop }: ShopContext,
  keys: readonly string[],
  per: OrderSettings['per'],
): Promise<ReadonlyMap<string, DayRecord>> {
  const days = await daysOfAgreements(database, shop.id, keys);
  return per === 'day' ? days : new Map([...days].filter(([, { state }]) => state !== 'open'));
}
