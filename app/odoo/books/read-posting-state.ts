import type { LockDates } from '../../accounting/lock-dates';
import type { OdooClient } from '../client/odoo-client';
import { flagOf } from '../client/row';
import { lockDateFields, lockDatesIn } from './read-lock-dates';

/** What of the company may have changed since the books were read and decides how lines are posted. One call. */
export async function readPostingState(
  client: OdooClient,
): Promise<{ locks: LockDates; cashBasis: boolean }> {
  const fields = await lockDateFields(client);
  const [company] = await client.searchRead(
    'res.company',
    [['id', '=', await client.company()]],
    [...fields, 'tax_exigibility'],
    { limit: 1 },
  );
  if (!company) return { locks: {}, cashBasis: false };
  // "Use Cash Basis" of the company; each tax then may become due on payment.
  return { locks: lockDatesIn(company), cashBasis: flagOf(company, 'tax_exigibility') };
}
