import type { TFunction } from 'i18next';

import { say } from '../i18n/say';
import type { FindingView } from '../sync/views/payout-view';
import { formatDay } from './date-text';
import { nameWords, typeWords } from './type-words';

export interface FindingWords {
  readonly title: string;
  readonly explain: string;
  readonly todo: string;
}

/** Facts without which a sentence would have a hole; a dash stands where the server has not said it. */
const needed = [
  'count', 'country', 'currency', 'database', 'date', 'example', 'group', 'host', 'invoices', 'line', 'lock', 'login',
  'mapping', 'openDay', 'order', 'payout', 'payoutCurrency', 'rate', 'role', 'status', 'target', 'title', 'type',
] as const; // prettier-ignore

/** A finding in the reader's language, its facts put into words. */
export function findingWords(t: TFunction, locale: string, finding: FindingView): FindingWords {
  const values = { ...factWords(t, locale, finding.facts), name: nameWords(t, finding.object.name) };
  const part = (name: keyof FindingWords) =>
    say(t, `finding.${finding.kind}.${name}`, values).replace(/\s+/g, ' ').trim();
  return { title: part('title'), explain: part('explain'), todo: part('todo') };
}

function factWords(
  t: TFunction,
  locale: string,
  facts: Readonly<Record<string, string>>,
): Record<string, string> {
  const words: Record<string, string> = { message: '', reason: '' };
  for (const name of needed) words[name] = '—';
  for (const [name, value] of Object.entries(facts))
    if (value !== '') words[name] = factWord(t, locale, name, value);
  return words;
}

function factWord(t: TFunction, locale: string, name: string, value: string): string {
  switch (name) {
    case 'type':
      return typeWords(t, value);
    case 'status':
      return say(t, `shopifyStatus.${value.toLowerCase().replaceAll('_', '-')}`, { defaultValue: value });
    case 'role':
      return say(t, `role.${value}`, { defaultValue: value });
    case 'mapping':
      return mappingWords(t, value);
    case 'date':
    case 'lock':
    case 'openDay':
      return formatDay(value, locale);
    default:
      return value;
  }
}

/** The name of a mapping key: an account of ours, a line role, a transaction type, else the key itself. */
export function mappingWords(t: TFunction, key: string): string {
  const bare = key.includes(':') ? key.slice(key.indexOf(':') + 1) : key;
  const known = say(t, `account.${bare}`, { defaultValue: say(t, `role.${bare}`, { defaultValue: '' }) });
  if (known !== '') return known;
  return /^[A-Z]+(_[A-Z]+)+$/.test(bare) ? typeWords(t, bare) : bare;
}
