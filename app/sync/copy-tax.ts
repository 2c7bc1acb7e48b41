import type { Finding } from '../accounting/finding';
import { copyTaxIncluded } from '../odoo/books/copy-tax-included';
import { saveMappings } from './save-mappings';
import type { ShopContext } from './shop-context';

/**
 * Makes a copy of a tax in Odoo whose prices include it, and maps it; only ever because a person said so. Answers the
 * problems of the mapping, empty when it was kept.
 */
export async function copyTax(
  context: ShopContext,
  taxId: number,
  key: string,
): Promise<Record<string, Finding>> {
  const id = await copyTaxIncluded(await context.odoo(), taxId);
  return saveMappings(context, [{ kind: 'tax', key, target: { id } }]);
}
