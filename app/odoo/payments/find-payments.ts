import type { CalendarDate } from '../../accounting/calendar-date';
import type { OdooClient } from '../client/odoo-client';
import { OdooRightsMissing } from '../client/odoo-errors';
import { numberOf, textOf } from '../client/row';
import { findExternalIds } from '../loading/find-external-ids';
import type { ExternalModule } from '../loading/external-names';
import { inChunks } from '../loading/in-chunks';

export const entryModel = 'account.move';
export const lineModel = 'account.bank.statement.line';

/** A payment is a journal entry, or a statement line where it went straight into a till. */
export interface PaymentRecord {
  readonly model: typeof entryModel | typeof lineModel;
  readonly id: number;
}

/**
 * Which payments stand in Odoo, by their keys; as either kind of record, because the merchant may have mapped the gateway
 * otherwise since. One call per 1,000. `since`: no payment of these is dated before it.
 */
export async function findPayments(
  { client, module }: { readonly client: OdooClient; readonly module: ExternalModule },
  keys: readonly string[],
  since: CalendarDate,
): Promise<Map<string, PaymentRecord>> {
  const found = new Map<string, PaymentRecord>();
  try {
    for (const names of inChunks(keys, 1000)) {
      const rows = await client.searchRead(
        'ir.model.data',
        [
          ['module', '=', module],
          ['model', 'in', [entryModel, lineModel]],
          ['name', 'in', names],
        ],
        ['name', 'model', 'res_id'],
      );
      for (const row of rows) {
        const model = textOf(row, 'model') === entryModel ? entryModel : lineModel;
        found.set(textOf(row, 'name'), { model, id: numberOf(row, 'res_id') });
      }
    }
    return found;
  } catch (error) {
    // Without the group "Access Rights" each record must be asked for its external id.
    if (!(error instanceof OdooRightsMissing)) throw error;
  }
  for (const model of [entryModel, lineModel] as const) {
    const candidates = [
      ['date', '>=', since] as const,
      ...(model === entryModel ? [['move_type', '=', 'entry'] as const] : []),
    ];
    const ids = await findExternalIds(client, { module, model, names: keys, candidates });
    for (const [key, id] of ids) found.set(key, { model, id });
  }
  return found;
}
