import type { MoneyView } from '../../app/views/money-view';

/** Minor units as text: `view(12345)` is €123.45. */
export const view = (minor: number | bigint | string, currency = 'EUR'): MoneyView => ({
  minor: minor.toString(),
  currency,
});
