import type { OdooClient } from '../../app/odoo/client/odoo-client';
import { textOf } from '../../app/odoo/client/row';

/** What a bookkeeper does: registers a payment of the open invoice of that reference, in the company's own bank. Answers its number. */
export async function payByHand(client: OdooClient, reference: string): Promise<string> {
  const [invoice] = await client.searchRead(
    'account.move',
    [
      ['ref', '=', reference],
      ['state', '=', 'posted'],
      ['payment_state', '=', 'not_paid'],
    ],
    ['name'],
    { order: 'id desc', limit: 1 },
  );
  const [bank] = await client.search('account.journal', [['code', '=', 'BNK1']]);
  if (!invoice || bank === undefined) throw new Error(`There is no open invoice of ${reference} to pay`);
  const context = { active_model: 'account.move', active_ids: [invoice.id] };
  const wizards = await client.create('account.payment.register', [{ journal_id: bank }], { context });
  await client.callMethod('account.payment.register', 'action_create_payments', wizards, {}, { context });
  return textOf(invoice, 'name');
}
