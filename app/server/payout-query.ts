import { pageInAddress } from '../queries/list-filter';
import type { PayoutQuery } from '../sync/read/list-payouts';
import { payoutStates, type PayoutState } from '../views/payout-view';

/** What the address asks of the list: `?state=ready&q=1001&page=2`. What makes no sense is left out. */
export function payoutQueryOf(url: URL): PayoutQuery {
  const state = url.searchParams.get('state') ?? '';
  // PostgreSQL knows no text with a zero byte.
  const q = (url.searchParams.get('q') ?? '').replaceAll('\0', '').trim().slice(0, 100);
  return {
    ...((payoutStates as readonly string[]).includes(state) ? { state: state as PayoutState } : {}),
    ...(q ? { q } : {}),
    page: pageInAddress(url.searchParams),
  };
}
