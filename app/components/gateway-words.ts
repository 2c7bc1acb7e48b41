import type { TFunction } from 'i18next';

import { say } from '../i18n/say';

/**
 * A payment method in the reader's words. One that we have none for stands as Shopify writes it, made readable:
 * "shopify_pay_later" → "Shopify pay later". A name that the merchant gave it goes before ours.
 */
export function gatewayWords(t: TFunction, gateway: string, title = gateway): string {
  const isNamed = lettersOf(title) !== lettersOf(gateway);
  return isNamed ? readable(title) : say(t, `gateway.${gateway}`, { defaultValue: readable(title) });
}

function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[\s_]/g, '');
}

function readable(title: string): string {
  if (!/^[a-z0-9_]+$/.test(title)) return title;
  const text = title.replaceAll('_', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
