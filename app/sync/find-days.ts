import { keepFoundDay } from '../database/day-documents';
import { daysFoundIn, setDaysFoundIn } from '../database/shop-settings';
import type { OdooClient } from '../odoo/client/odoo-client';
import { textOf } from '../odoo/client/row';
import { readNarrations } from '../odoo/documents/read-narrations';
import type { ExternalModule } from '../odoo/loading/external-names';
import { inChunks } from '../odoo/loading/in-chunks';
import { agreementsIn } from './orders/day-narration';
import { readDayKey } from '../accounting/read-day-key';
import type { ShopContext } from './shop-context';

/**
 * Once for each Odoo: finds the days' documents that stand there and of which our database knows nothing, because it was
 * lost or is a new one. Each says which agreements it holds; those never get a document of their own.
 */
export async function findDays(
  { database, shop }: ShopContext,
  client: OdooClient,
  module: ExternalModule,
): Promise<void> {
  const place = `${client.url} ${client.database}`;
  if ((await daysFoundIn(database, shop.id)) === place) return;
  const rows = await client.searchRead(
    'account.move',
    [
      ['move_type', 'in', ['out_invoice', 'out_receipt', 'out_refund']],
      ['state', '=', 'posted'],
      ['ref', '=like', '____-__-__ %'],
    ],
    ['name'],
  );
  const numbers = new Map(rows.map((row) => [row.id, textOf(row, 'name')]));
  for (const ids of inChunks([...numbers.keys()], 500)) {
    const names = await client.callMethod<Record<string, string>>('account.move', 'get_external_id', ids);
    const narrations = await readNarrations(client, ids);
    for (const [id, name] of Object.entries(names)) {
      const day = name.startsWith(`${module}.`) ? readDayKey(name.slice(module.length + 1)) : undefined;
      if (!day) continue;
      const odooId = Number(id);
      const found = { odooId, name: numbers.get(odooId) ?? '' };
      const held = agreementsIn(narrations.get(odooId) ?? '');
      await keepFoundDay(database, shop.id, day, found, [...held]);
    }
  }
  await setDaysFoundIn(database, shop.id, place);
}
