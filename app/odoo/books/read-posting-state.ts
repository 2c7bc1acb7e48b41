import { currency as readCurrency, type Currency } from '../../accounting/currency';
import type { LockDates } from '../../accounting/lock-dates';
import type { OdooClient } from '../client/odoo-client';
import { flagOf, nameOf } from '../client/row';
import { lockDateFields, lockDatesIn } from './read-lock-dates';

/** What of the company may have changed since the books were read and decides how lines are posted. One call. */
export async function readPostingState(
  client: OdooClient,
): Promise<{ locks: LockDates; cashBasis: boolean; company: Currency }> {
  const fields = await lockDateFields(client);
  const [company] = await client.searchRead(
    'res.company',
    [['id', '=', await client.company()]],
    [...fields, 'tax_exigibility', 'currency_id'],
    { limit: 1 },
  );
  if (!company) throw new RangeError('the company that was chosen is not visible to the user in Odoo');
  // "Use Cash Basis" of the company; each tax then may become due on payment.
  return {
    locks: lockDatesIn(company),
    cashBasis: flagOf(company, 'tax_exigibility'),
    company: readCurrency(nameOf(company, 'currency_id')),
  };
}
