import type { Account } from '../../accounting/books';
import { idOf, nameOf } from '../client/row';

/** An account as a many2one carries it: `[316, "800100 Turnover NL trade goods 1"]`. */
export function accountIn(row: Readonly<Record<string, unknown>>, field: string): Account | undefined {
  const id = idOf(row, field);
  if (id === undefined) return undefined;
  const [code = '', ...words] = nameOf(row, field).split(' ');
  return { id, code, name: words.join(' ') };
}
