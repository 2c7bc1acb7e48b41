import type { OdooClient } from '../client/odoo-client';
import { textOf } from '../client/row';

/** The field that tells records of one name apart, where the model has one. */
const codeOf = {
  'account.account': 'code',
  'account.tax': undefined,
  'account.journal': 'code',
  'product.product': 'default_code',
  'product.category': undefined,
  'account.payment.term': undefined,
  'account.fiscal.position': undefined,
  'crm.team': undefined,
  'account.analytic.account': 'code',
} as const;

export type NamedModel = keyof typeof codeOf;

export interface Named {
  readonly id: number;
  /** '' where the model has none. */
  readonly code: string;
  readonly name: string;
}

/** What a person knows records by. Archived ones are found too; what does not exist is left out. One call. */
export async function readNames(
  client: OdooClient,
  model: NamedModel,
  ids: readonly number[],
): Promise<Map<number, Named>> {
  if (ids.length === 0) return new Map();
  const code = codeOf[model];
  const rows = await client.searchRead(model, [['id', 'in', ids]], code ? [code, 'name'] : ['name'], {
    context: { active_test: false },
  });
  return new Map(
    rows.map((row) => [
      row.id,
      { id: row.id, code: code ? textOf(row, code) : '', name: textOf(row, 'name') },
    ]),
  );
}
