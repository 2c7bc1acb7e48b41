import type { OdooClient } from './odoo-client';
import { OdooMethodUnknown, OdooRightsMissing } from './odoo-errors';

/** What posting a payout creates. */
const models = ['account.move', 'account.bank.statement.line'];

/**
 * What the user may not do of what posting takes, with the group that may. Asked before anything is posted: Odoo itself
 * says it only when the first statement line comes, after the documents. Two calls. Relies on `check_access_rights`
 * raising with the group's name (seen on 17 and 19); a version without it says so when it posts.
 */
export async function missingRights(client: OdooClient): Promise<OdooRightsMissing[]> {
  const missing: OdooRightsMissing[] = [];
  for (const model of models) {
    try {
      await client.callMethod(model, 'check_access_rights', undefined, { operation: 'create' });
    } catch (error) {
      if (error instanceof OdooRightsMissing) missing.push(error);
      else if (!(error instanceof OdooMethodUnknown)) throw error;
    }
  }
  return missing;
}
