import type { OdooClient } from '../../app/odoo/client/odoo-client';

/** Makes a sale tax of that name and percentage whose prices include it: a copy of another, whose accounts it keeps. */
export async function makeIncludedTax(
  client: OdooClient,
  { name, rate, like }: { readonly name: string; readonly rate: string; readonly like: number },
): Promise<number> {
  const included = (await client.hasField('account.tax', 'price_include_override'))
    ? { price_include_override: 'tax_included' }
    : { price_include: true };
  await client.callMethod('account.tax', 'copy', [like], {
    default: { name, amount: Number(rate), ...included },
  });
  const made = await saleTaxNamed(client, name);
  if (made === undefined) throw new Error(`This Odoo made no tax "${name}"`);
  return made;
}

export async function saleTaxNamed(client: OdooClient, name: string): Promise<number | undefined> {
  const [known] = await client.search('account.tax', [
    ['name', '=', name],
    ['type_tax_use', '=', 'sale'],
  ]);
  return known;
}
