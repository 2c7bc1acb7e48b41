import { isDatabaseAway } from '../database/database-away';
import { OdooError } from '../odoo/client/odoo-errors';
import { ShopifyError } from '../shopify/shopify-error';
import { PersonNeeded } from './person-needed';
import { NotConnected } from './shop-context';

/** Whether the same input can succeed later without anyone acting. */
export function isPassing(error: unknown): boolean {
  if (error instanceof ShopifyError || error instanceof OdooError) return error.verdict === 'again-later';
  return isDatabaseAway(error);
}

/** Whether the program is wrong, and its makers must act. Of an error that does not pass. */
export function isBug(error: unknown): boolean {
  if (error instanceof ShopifyError || error instanceof OdooError) return error.verdict === 'bug';
  return !(error instanceof PersonNeeded || error instanceof NotConnected);
}
