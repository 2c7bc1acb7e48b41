import type { OdooClient } from '../../../app/odoo/client/odoo-client';
import type { ShopContext } from '../../../app/sync/shop-context';
import type { ThingsBefore } from './scenario-settings';

type Values = Readonly<Record<string, unknown>>;

/** Makes what a scenario finds in Odoo, where it is not there yet. */
export async function makeBefore(context: ShopContext, before: ThingsBefore | undefined): Promise<void> {
  if (!before) return;
  const client = await context.odoo();
  for (const { name, code, barcode, account } of before.products) {
    const income =
      account === undefined ? undefined : await first(client, 'account.account', { code: account });
    if (account !== undefined && income === undefined) throw new Error(`This Odoo has no account ${account}`);
    await ensure(client, 'product.product', {
      name,
      ...(code === undefined ? {} : { default_code: code }),
      ...(barcode === undefined ? {} : { barcode }),
      ...(income === undefined ? {} : { property_account_income_id: income }),
    });
  }
  for (const { name, email, vat, company, country } of before.partners) {
    const countryId =
      country === undefined ? undefined : await first(client, 'res.country', { code: country });
    await ensure(client, 'res.partner', {
      name,
      is_company: company,
      ...(email === undefined ? {} : { email }),
      ...(vat === undefined ? {} : { vat }),
      ...(countryId === undefined ? {} : { country_id: countryId }),
    });
  }
  for (const { name, code, type } of before.journals) {
    if ((await first(client, 'account.journal', { code })) !== undefined) continue;
    await client.create('account.journal', [{ name, code, type }]);
  }
  for (const name of before.teams) await ensure(client, 'crm.team', { name });
  for (const name of before.fiscalPositions) await ensure(client, 'account.fiscal.position', { name });
  for (const { name, plan } of before.analytic) {
    await ensure(client, 'account.analytic.plan', { name: plan });
    await ensure(client, 'account.analytic.account', {
      name,
      plan_id: await first(client, 'account.analytic.plan', { name: plan }),
    });
  }
}

/** By all its values, so that a second of the same SKU is a second product. */
async function ensure(client: OdooClient, model: string, values: Values): Promise<void> {
  if ((await first(client, model, values)) === undefined) await client.create(model, [values]);
}

async function first(client: OdooClient, model: string, values: Values): Promise<number | undefined> {
  const leaves = Object.entries(values)
    // Kept per company: Odoo 19 does not search by it.
    .filter(([field]) => field !== 'property_account_income_id')
    .map(([field, value]) => [field, '=', value] as [string, '=', string]);
  const [id] = await client.search(model, leaves, { limit: 1 });
  return id;
}
