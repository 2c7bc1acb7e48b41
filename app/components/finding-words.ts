import type { TFunction } from 'i18next';

import { say } from '../i18n/say';
import type { FindingView } from '../views/payout-view';
import { factWords } from './fact-words';
import { nameWords } from './type-words';

export interface FindingWords {
  readonly title: string;
  readonly explain: string;
  readonly todo: string;
}

/** A finding in the reader's language, its facts put into words. */
export function findingWords(
  t: TFunction,
  locale: string,
  { kind, facts, object }: Pick<FindingView, 'kind' | 'facts' | 'object'>,
): FindingWords {
  const values = { ...factWords(t, locale, facts), name: nameWords(t, object.name) };
  const where = facts.mapping === 'connection' ? 'connection.missing' : `finding.${kind}`;
  const part = (name: keyof FindingWords) => say(t, `${where}.${name}`, values).replace(/\s+/g, ' ').trim();
  return { title: part('title'), explain: part('explain'), todo: part('todo') };
}
