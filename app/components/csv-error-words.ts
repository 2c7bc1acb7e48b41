import type { TFunction } from 'i18next';

import { say } from '../i18n/say';
import { ApiError, isRecord } from '../queries/ask-api';
import { errorWords } from './error-words';

export interface CsvErrorWords {
  /** "Line 14, column Fee"; null for an error that is of no one place. */
  readonly where: string | null;
  readonly text: string;
}

/** Why a file was refused. The server says `{kind: 'csv', line, column, message: key, facts}`. */
export function csvErrorWords(t: TFunction, locale: string, error: unknown): CsvErrorWords {
  if (!(error instanceof ApiError) || error.kind !== 'csv') {
    return { where: null, text: errorWords(t, locale, error).text };
  }
  const said = isRecord(error.body) && isRecord(error.body.error) ? error.body.error : {};
  const line = placeOf(said.line ?? error.facts.line);
  const column = placeOf(said.column ?? error.facts.column);
  const other = t('payouts.csv.error.other', { message: error.message });
  return {
    where:
      line === ''
        ? null
        : column === ''
          ? t('payouts.csv.whereLine', { line })
          : t('payouts.csv.where', { line, column }),
    text: say(t, `payouts.csv.error.${error.message}`, { ...error.facts, defaultValue: other }),
  };
}

function placeOf(value: unknown): string {
  return typeof value === 'number' || typeof value === 'string' ? String(value) : '';
}
