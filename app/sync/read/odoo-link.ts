import type { BindingRecord } from '../../database/bindings';
import { recordLink } from '../../odoo/record-link';
import type { OdooLink } from '../../views/payout-view';
import type { Places } from './finding-view';

/** Where a record that Klopt made stands; null while no Odoo is connected. */
export function odooLink(
  { model, odooId, name, externalId }: BindingRecord,
  { odoo }: Places,
): OdooLink | null {
  return odoo ? { model, id: odooId, name: name ?? externalId, href: recordLink(odoo, model, odooId) } : null;
}
