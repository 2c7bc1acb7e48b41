import type { Settlement } from '../../accounting/settlement';
import { OdooRejected } from '../client/odoo-errors';
import { externalName } from '../loading/external-names';
import { loadOnce } from '../loading/load-once';
import type { SettlementContext } from './settlement-context';

/** The external id of a payout's statement, without its module. */
function statementName(settlement: Settlement): string {
  return `st_${settlement.payout.id}`;
}

/** Groups the lines of a payout in one statement, exactly once. Answers its id. Throws OdooRejected where Odoo refuses. */
export async function loadStatement(
  { client, module, books }: SettlementContext,
  settlement: Settlement,
  lineIds: readonly number[],
): Promise<number> {
  const name = statementName(settlement);
  const title = `Shopify payout ${settlement.payout.id}`;
  const loaded = await loadOnce(client, {
    model: 'account.bank.statement',
    module,
    fields: ['id', 'name', 'line_ids/.id'],
    records: [
      {
        externalId: name,
        rows: lineIds.map((id, index) =>
          index === 0 ? [externalName(module, name), title, String(id)] : ['', '', String(id)],
        ),
      },
    ],
    candidates: [
      ['journal_id', '=', books.clearing.journal.id],
      ['name', '=', title],
    ],
  });
  const id = loaded.ids.get(name);
  if (id !== undefined) return id;
  const facts = { host: new URL(client.url).host, call: 'account.bank.statement.load' };
  throw new OdooRejected({ ...facts, detail: loaded.rejections.get(name) ?? 'no statement was made' });
}
