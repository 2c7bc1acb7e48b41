import type { TFunction } from 'i18next';

import { labelOfType } from '../accounting/settlement';
import { say } from '../i18n/say';
import type { FindingView } from '../views/payout-view';

/** Shopify's transaction type in the reader's words; a type without words keeps Shopify's own, made readable. */
export function typeWords(t: TFunction, type: string): string {
  return say(t, `type.${type}`, { defaultValue: labelOfType(type) });
}

/** "CHARGE #1001" → "Charge #1001": the name of a transaction begins with Shopify's type. */
export function nameWords(t: TFunction, name: string): string {
  return name.replace(/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*(?= |$)/, (type) => typeWords(t, type));
}

/** What a finding is about: "Balance transaction Charge #1001 (43091830)". */
export function objectWords(t: TFunction, object: FindingView['object']): string {
  const number = object.type === 'balance transaction' ? ` (${object.id})` : '';
  return `${say(t, `objectType.${object.type}`)} ${nameWords(t, object.name)}${number}`;
}
