import type { World } from './klopt-world';

/** What a bookkeeper does: registers a payment on an order's invoice, in the company's own bank. Answers its number. */
export async function payByHand(world: World, reference: string): Promise<string> {
  const client = await (await world.context()).odoo();
  const [invoice] = await client.searchRead('account.move', [['ref', '=', reference]], ['name']);
  const [bank] = await client.search('account.journal', [
    ['type', '=', 'bank'],
    ['name', 'not ilike', 'shopify'],
  ]);
  if (!invoice) throw new Error(`There is no invoice of ${reference} to pay`);
  const context = { active_model: 'account.move', active_ids: [invoice.id] };
  const wizards = await client.create('account.payment.register', [{ journal_id: bank }], { context });
  await client.callMethod('account.payment.register', 'action_create_payments', wizards, {}, { context });
  return String(invoice.name);
}
