import { createHash } from 'node:crypto';
import type { Buyer } from '../../accounting/order';

/** Each customer as a partner of their own, or one partner for all. */
export type CustomerMode = 'original' | 'generic';

/**
 * The external id of a buyer's partner, without its module. A guest who left an address is known by it (its hash: an
 * external id is no place for an email address); one who left nothing is the generic customer.
 */
export function partnerName(buyer: Buyer, mode: CustomerMode): string {
  if (mode === 'generic') return 'generic_customer';
  if (buyer.id) return `customer_${buyer.id}`;
  const email = buyer.email?.trim().toLowerCase();
  if (!email) return 'generic_customer';
  return `guest_${createHash('sha256').update(email).digest('hex').slice(0, 24)}`;
}
