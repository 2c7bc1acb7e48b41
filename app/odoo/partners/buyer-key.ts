import { createHash } from 'node:crypto';
import type { Buyer } from '../../accounting/order';
import { addressContent, isPlace } from './address-content';

/** Each customer as a partner of their own; the same with every invoice of a B2B order to the company itself; or one partner for all. */
export type CustomerMode = 'original' | 'company' | 'generic';

export const genericCustomer = 'generic_customer';

/**
 * The external id of the partner that a buyer is in Odoo, without its module: the company of a B2B order, else the person.
 * A guest who left an email address is known by it (its hash: an external id is no place for an address), else by name and
 * address together; one who left nothing is the generic customer.
 */
export function buyerKey(buyer: Buyer, mode: CustomerMode): string {
  if (mode === 'generic') return genericCustomer;
  if (buyer.company) return `company_${buyer.company.id}`;
  if (buyer.id) return `customer_${buyer.id}`;
  const email = emailOf(buyer);
  if (email) return `guest_${hashOf(email)}`;
  const { billing } = buyer;
  if (billing && isPlace(billing)) return `guest_${hashOf(addressContent({ name: buyer.name, ...billing }))}`;
  return genericCustomer;
}

/** The external id of an address of a buyer's: the same content under the same partner is the same record. */
export function addressKey(owner: string, content: string): string {
  return `address_${owner}_${hashOf(content)}`;
}

/** B2B: the location that ordered, and the person who did, as contacts of the company. */
export function locationKey({ company }: Buyer): string | undefined {
  return company?.location && `location_${company.location.id}`;
}

export function contactKey(buyer: Buyer): string | undefined {
  const known = emailOf(buyer) ?? buyer.id;
  return known && `contact_${hashOf(known)}`;
}

/** As Odoo normalises an address (`email_normalized`) where it is a plain one. */
export function emailOf({ email }: Buyer): string | undefined {
  return email?.trim().toLowerCase() || undefined;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 24);
}
