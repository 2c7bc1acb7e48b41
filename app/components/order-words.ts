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

/** Names that are written their own way. */
const brands: Readonly<Record<string, string>> = { shopify_payments: 'Shopify Payments', paypal: 'PayPal' };

/** "shopify_store_credit" → "Shopify store credit": Shopify's names of payment methods, made readable. */
export function gatewayWords(gateway: string): string {
  const brand = brands[gateway];
  if (brand) return brand;
  if (!/^[a-z0-9_]+$/.test(gateway)) return gateway;
  const text = gateway.replaceAll('_', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
