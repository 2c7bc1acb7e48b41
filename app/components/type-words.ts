import type { TFunction } from 'i18next';

import { labelOfType } from '../accounting/settlement';
import { say } from '../i18n/say';

/** Shopify's transaction type in the reader's words; a type without words keeps Shopify's own, made readable. */
export function typeWords(t: TFunction, type: string): string {
  return say(t, `type.${type}`, { defaultValue: labelOfType(type) });
}

/** "CHARGE #1001" → "Charge #1001": the name of a transaction begins with Shopify's type. */
export function nameWords(t: TFunction, name: string): string {
  return name.replace(/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*(?= |$)/, (type) => typeWords(t, type));
}
