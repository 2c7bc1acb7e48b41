import { expandGid } from './gid';
import { isJsonObject } from './is-json-object';
import type { JsonObject, ShopState } from './shop-state';
import { textOf } from './text-of';

/** What happens to an order: what is appended to its lists, and fields that get another value. */
export type OrderChange = {
  agreements?: JsonObject[];
  transactions?: JsonObject[];
  refunds?: JsonObject[];
  lineItems?: JsonObject[];
  /** `{ cancelledAt: '…' }` … Figures that the state gives outright stay unless they are set here. */
  set?: JsonObject;
  /** When: its `updatedAt`; now if left out. */
  at?: string;
};

/** The state with one order changed; what follows from agreements and payments is worked out again. */
export function changeOrder(state: ShopState, id: string, change: OrderChange): ShopState {
  const gid = expandGid(/^\d+$/.test(id) ? `Order/${id}` : id);
  const known = (state.orders ?? []).some((order) => expandGid(textOf(order['id'])) === gid);
  if (!known) throw new Error(`The fake Shopify has no ${gid} to change.`);
  const orders = (state.orders ?? []).map((order) => {
    if (expandGid(textOf(order['id'])) !== gid) return order;
    const changed: JsonObject = { ...order, updatedAt: change.at ?? new Date().toISOString(), ...change.set };
    for (const name of ['agreements', 'transactions', 'refunds', 'lineItems'] as const) {
      if (change[name]) changed[name] = [...list(order[name]), ...change[name]];
    }
    return changed;
  });
  return { ...state, orders };
}

function list(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return isJsonObject(value) && Array.isArray(value['nodes']) ? value['nodes'] : [];
}
