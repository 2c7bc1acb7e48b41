import { taxKeptByCopy, type KeptByCopy } from '../../odoo/books/tax-kept-by-copy';
import type { ShopContext } from '../shop-context';

/** Which accounts and boxes of the VAT return a copy of a tax would keep, for a person to know before saying yes. */
export async function keptByCopy(context: ShopContext, taxId: number): Promise<KeptByCopy> {
  return taxKeptByCopy(await context.odoo(), taxId);
}
