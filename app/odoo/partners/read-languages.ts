import type { OdooClient } from '../client/odoo-client';
import { textOf } from '../client/row';

/** Odoo's code of a language by Shopify's; undefined where that language is not active. */
export type Languages = (locale: string | undefined) => string | undefined;

export const noLanguages: Languages = () => undefined;

const codesOf = new WeakMap<OdooClient, Promise<readonly string[]>>();

/** Asked once a connection. */
export async function readLanguages(client: OdooClient): Promise<Languages> {
  let asked = codesOf.get(client);
  if (!asked) {
    asked = client
      .searchRead('res.lang', [['active', '=', true]], ['code'])
      .then((rows) => rows.map((row) => textOf(row, 'code')));
    codesOf.set(client, asked);
    asked.catch(() => codesOf.delete(client));
  }
  const codes = await asked;
  return (locale) => languageOf(locale, codes);
}

/** "nl-BE" is nl_BE where that is active, else nl_NL (a language's own country), else the first Dutch there is. */
export function languageOf(locale: string | undefined, codes: readonly string[]): string | undefined {
  const wanted = locale?.trim().toLowerCase().replaceAll('-', '_');
  if (!wanted) return undefined;
  const [language = ''] = wanted.split('_');
  const is = (code: string, other: string) => code.toLowerCase() === other;
  return (
    codes.find((code) => is(code, wanted)) ??
    codes.find((code) => is(code, `${language}_${language}`)) ??
    [...codes].sort().find((code) => is(code.split(/[_@]/)[0] ?? '', language))
  );
}
