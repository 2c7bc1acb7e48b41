import type { TFunction } from 'i18next';

import { findingKinds } from '../accounting/finding';
import { say } from '../i18n/say';
import { ApiError } from '../queries/ask-api';

export interface ErrorWords {
  readonly title: string;
  readonly text: string;
}

/** Any refusal of the server in the reader's words: a finding's, one of ours, else what the server said. */
export function errorWords(t: TFunction, error: unknown): ErrorWords {
  if (!(error instanceof ApiError)) {
    return { title: t('common.errorTitle'), text: t('common.error.unexpected') };
  }
  const { kind, facts, message } = error;
  if ((findingKinds as readonly string[]).includes(kind)) {
    const values = { message: '', host: '—', login: '—', database: '—', group: '—', name: '—', ...facts };
    return {
      title: say(t, `finding.${kind}.title`, values),
      text: `${say(t, `finding.${kind}.explain`, values)} ${say(t, `finding.${kind}.todo`, values)}`,
    };
  }
  const known = say(t, `common.error.${kind}`, { ...facts, defaultValue: '' });
  return { title: t('common.actionFailed'), text: known || message || t('common.error.unexpected') };
}
