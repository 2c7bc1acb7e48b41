import type { TFunction } from 'i18next';

import { say } from '../i18n/say';
import type { OrderReason } from '../views/order-view';

/** Shopify's payment status; a word that this version does not know stays Shopify's own. */
export function financialStatusWords(t: TFunction, status: string): string {
  return say(t, `orders.financialStatus.${status}`, { defaultValue: status });
}

/** Why an order is not in Odoo. */
export function reasonWords(t: TFunction, reason: OrderReason): string {
  return say(t, `orders.reason.${reason}`, { defaultValue: reason });
}
