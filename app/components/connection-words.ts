import type { TFunction } from 'i18next';

import { ApiError } from '../queries/ask-api';
import type { ConnectionInput } from '../queries/connection';
import { factWords } from './fact-words';
import { errorWords } from './error-words';

export interface ConnectionWords {
  readonly title: string;
  readonly text: string;
  readonly fields: Partial<Record<keyof ConnectionInput, string>>;
}

type Cause =
  | 'unreachable'
  | 'html'
  | 'key-refused'
  | 'unknown-database'
  | 'rights-missing'
  | 'accounting-missing'
  | 'address-refused';

/** The server's name of the error → our words for it, and the field where it is to be mended. */
const causes: Record<string, readonly [Cause, keyof ConnectionInput]> = {
  OdooUnreachable: ['unreachable', 'url'],
  OdooAnswerNotJson: ['html', 'url'],
  OdooKeyRefused: ['key-refused', 'apiKey'],
  OdooDatabaseUnknown: ['unknown-database', 'database'],
  OdooRightsMissing: ['rights-missing', 'login'],
  OdooModelUnknown: ['accounting-missing', 'url'],
  OdooAddressRefused: ['address-refused', 'url'],
  'odoo-unreachable': ['unreachable', 'url'],
  'odoo-key-refused': ['key-refused', 'apiKey'],
  'rights-missing': ['rights-missing', 'login'],
};

/** Why Odoo could not be connected, in words, and beside which field. */
export function connectionWords(t: TFunction, locale: string, error: unknown): ConnectionWords {
  if (!(error instanceof ApiError)) return { ...errorWords(t, locale, error), fields: {} };
  if (error.kind === 'fields') {
    const fields = Object.fromEntries(
      Object.keys(error.facts).map((field) => [field, t('connection.fillIn')]),
    );
    return { title: t('connection.error.other.title'), text: '', fields };
  }
  const found = causes[error.facts.error ?? ''] ?? causes[error.kind];
  if (!found) return { ...errorWords(t, locale, error), fields: {} };
  const [cause, field] = found;
  const values = { ...factWords(t, locale, error.facts), login: error.facts.login ?? '' };
  const title = t(`connection.error.${cause}.title`, values);
  return { title, text: t(`connection.error.${cause}.text`, values).trim(), fields: { [field]: title } };
}
