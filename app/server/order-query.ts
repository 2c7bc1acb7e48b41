import { financialStatuses } from '../accounting/order';
import { pageInAddress } from '../queries/list-filter';
import type { OrderQuery } from '../sync/read/list-orders';
import { orderStates, type OrderState } from '../views/order-view';

/** What the address asks of the list of orders: `?state=new&q=1001&from=2026-01-01`. What makes no sense is left out. */
export function orderQueryOf(url: URL): OrderQuery {
  // PostgreSQL knows no text with a zero byte.
  const text = (name: string) => (url.searchParams.get(name) ?? '').replaceAll('\0', '').trim().slice(0, 100);
  const [state, q, status, gateway] = [text('state'), text('q'), text('status'), text('gateway')];
  const [from, to] = [dayOf(text('from')), dayOf(text('to'))];
  return {
    ...((orderStates as readonly string[]).includes(state) ? { state: state as OrderState } : {}),
    ...(q ? { q } : {}),
    ...((financialStatuses as readonly string[]).includes(status) ? { status } : {}),
    ...(gateway ? { gateway } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    page: pageInAddress(url.searchParams),
  };
}

function dayOf(text: string): string | undefined {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined;
}
