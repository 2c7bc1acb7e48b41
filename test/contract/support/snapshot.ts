import type { OdooRow } from '../../../app/odoo/client/odoo-client';
import type { Workshop } from './workshop';

/** Every entry of a workshop's external ids with all its items, as Odoo shows them: what a repeat may not change. */
export async function takeSnapshot({ client, module }: Pick<Workshop, 'client' | 'module'>) {
  const names = await client.searchRead(
    'ir.model.data',
    [['module', '=', module]],
    ['name', 'model', 'res_id'],
  );
  const ids = (model: string) =>
    names.flatMap((row) => (row.model === model ? [row.res_id as number] : [])).sort((a, b) => a - b);
  const lines = await client.searchRead(
    'account.bank.statement.line',
    [['id', 'in', ids('account.bank.statement.line')]],
    ['move_id', 'amount', 'date', 'is_reconciled', 'statement_id', 'payment_ref'],
    { order: 'id' },
  );
  const moveIds = [...ids('account.move'), ...lines.map((row) => (row.move_id as [number])[0])];
  const moves = await client.searchRead(
    'account.move',
    [['id', 'in', moveIds]],
    ['name', 'state', 'date', 'amount_total', 'payment_state'],
    { order: 'id' },
  );
  const items = await client.searchRead(
    'account.move.line',
    [['move_id', 'in', moveIds]],
    ['move_id', 'account_id', 'balance', 'reconciled', 'matching_number'],
    { order: 'id' },
  );
  const statements = await client.read('account.bank.statement', ids('account.bank.statement'), [
    'line_ids',
    'name',
  ]);
  const partners = names.filter((row: OdooRow) => row.model === 'res.partner').length;
  return { moves, items, lines, statements, partners };
}
