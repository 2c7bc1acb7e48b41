import type { OdooClient } from '../client/odoo-client';
import { textOf } from '../client/row';

export type NamedModel = 'account.account' | 'account.tax' | 'account.journal';

export interface Named {
  readonly id: number;
  /** '' for a tax, which has none. */
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
  const coded = model !== 'account.tax';
  const rows = await client.searchRead(model, [['id', 'in', ids]], coded ? ['code', 'name'] : ['name'], {
    context: { active_test: false },
  });
  return new Map(
    rows.map((row) => [
      row.id,
      { id: row.id, code: coded ? textOf(row, 'code') : '', name: textOf(row, 'name') },
    ]),
  );
}
