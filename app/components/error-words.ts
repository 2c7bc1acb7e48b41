import type { TFunction } from 'i18next';

import { findingKinds, type FindingKind } from '../accounting/finding';
import { say } from '../i18n/say';
import { ApiError } from '../queries/ask-api';
import { formatDay } from './date-text';
import { findingWords } from './finding-words';

export interface ErrorWords {
  readonly title: string;
  readonly text: string;
}

/** Any refusal of the server in the reader's words: a finding's, one of ours, else what the server said. */
export function errorWords(t: TFunction, locale: string, error: unknown): ErrorWords {
  if (!(error instanceof ApiError))
    return { title: t('common.actionFailed'), text: t('common.error.unexpected') };
  const { kind, facts, message } = error;
  if (isFindingKind(kind)) {
    const object = { type: 'connection', id: '', name: facts.reference ?? 'Odoo' } as const;
    const words = findingWords(t, locale, { kind, facts, object });
    return { title: words.title, text: `${words.explain} ${words.todo}` };
  }
  const date = formatDay(facts.date ?? '', locale);
  const known = say(t, `common.error.${kind}`, { ...facts, date, defaultValue: '' });
  return { title: t('common.actionFailed'), text: known || message || t('common.error.unexpected') };
}

function isFindingKind(kind: string): kind is FindingKind {
  return (findingKinds as readonly string[]).includes(kind);
}
