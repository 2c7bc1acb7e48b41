import type { Buyer } from '../../accounting/order';
import type { Domain } from '../client/odoo-client';
import { emailOf } from './buyer-key';

/**
 * Where Klopt's user may not read external ids: the partners that could carry one of ours, by what they or those above them
 * are called. It finds candidates only; what decides is the external id of each.
 */
export function candidatesFor(buyers: readonly Buyer[], genericName: string): Domain {
  const names = new Set([genericName]);
  const emails = new Set<string>();
  for (const buyer of buyers) {
    const { name, company, billing } = buyer;
    for (const word of [name, company?.name, company?.location?.name, company?.contactName, billing?.name]) {
      if (word?.trim()) names.add(word.trim());
    }
    const email = emailOf(buyer);
    if (email) {
      emails.add(email);
      names.add(buyer.email?.trim() ?? '');
    }
  }
  return [
    '|',
    '|',
    '|',
    ['name', 'in', [...names]],
    ['email_normalized', 'in', [...emails]],
    ['parent_id.name', 'in', [...names]],
    ['parent_id.email_normalized', 'in', [...emails]],
  ];
}
