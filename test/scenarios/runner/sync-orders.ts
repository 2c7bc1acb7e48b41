import { askForOrders } from '../../../app/database/orders';
import { beginRun } from '../../../app/database/runs';
import { syncPendingOrders } from '../../../app/sync/orders/sync-orders';
import { noProgress } from '../../../app/sync/progress';
import type { ShopContext } from '../../../app/sync/shop-context';
import type { ShopState } from '../../fakes/shopify/shop-state';

/** The orders of a state, by number; those of the numbers given. */
export function orderNumbers({ orders = [] }: ShopState, only?: readonly string[]): string[] {
  const all = orders.flatMap(({ id }) => (typeof id === 'string' ? [tailOf(id)] : []));
  return only ? all.filter((number) => only.includes(number)) : all;
}

/** As a person does who picks orders and says "Sync". */
export async function syncOrders(context: ShopContext, numbers: readonly string[]): Promise<void> {
  const { database, shop } = context;
  const orders = numbers.map((orderId) => ({ orderId }));
  await askForOrders(database, shop.id, orders, 'person', context.now());
  const { run } = await beginRun(database, shop.id, 'sync-orders');
  await syncPendingOrders(context, run, noProgress);
}

/** Shopify's gateway of every order transaction that is told of, by the transaction's number. */
export function gatewaysIn(told: unknown): Map<string, string> {
  const gateways = new Map<string, string>();
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { id, gateway } = value as { id?: unknown; gateway?: unknown };
    if (typeof id === 'string' && typeof gateway === 'string') gateways.set(tailOf(id), gateway);
    Object.values(value).forEach(walk);
  };
  walk(told);
  return gateways;
}

function tailOf(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}
