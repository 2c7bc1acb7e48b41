import type { OdooClient } from '../client/odoo-client';
import { OdooError, OdooRejected } from '../client/odoo-errors';
import { textOf } from '../client/row';

/**
 * Makes a copy of a sale tax whose prices include it, named "21% ST incl."; a copy keeps the accounts and the boxes of
 * the VAT return, which a new tax would lack. Where the copy exists it is taken, so asking twice makes one.
 */
export async function copyTaxIncluded(client: OdooClient, taxId: number): Promise<number> {
  const [tax] = await client.read('account.tax', [taxId], ['name']);
  const facts = { host: new URL(client.url).host, call: 'account.tax.copy' };
  if (!tax) throw new OdooRejected({ ...facts, detail: 'the tax does not exist any more' });
  const name = `${textOf(tax, 'name')} incl.`;
  const existing = () =>
    client.search('account.tax', [
      ['name', '=', name],
      ['type_tax_use', '=', 'sale'],
      ['price_include', '=', true],
    ]);
  const [known] = await existing();
  if (known !== undefined) return known;
  const included = (await client.hasField('account.tax', 'price_include_override'))
    ? { price_include_override: 'tax_included' }
    : { price_include: true };
  try {
    await client.callMethod('account.tax', 'copy', [taxId], { default: { name, ...included } });
  } catch (error) {
    // Whether it was made is asked below.
    if (!(error instanceof OdooError) || !error.mayHaveHappened) throw error;
  }
  const [made] = await existing();
  if (made === undefined) throw new OdooRejected({ ...facts, detail: `no tax "${name}" was made` });
  return made;
}
