import type { Address, Buyer } from '../../accounting/order';
import { addressContent, isPlace, plain } from './address-content';
import {
  addressKey,
  buyerKey,
  contactKey,
  genericCustomer,
  locationKey,
  type CustomerMode,
} from './buyer-key';
import { nameOfOwner } from './partner-rows';
import { isAt, type OwnAddress } from './own-address';
import type { Places } from './read-places';

/** Which partners a buyer's document is for, by their external ids. */
export interface PartnerTargets {
  readonly invoice: string;
  /** Absent where it is sent to where the invoice goes. */
  readonly delivery?: string;
  /** The addresses that are not the partner's own, and so must be contacts of it. */
  readonly addresses: ReadonlyMap<
    string,
    { readonly type: 'invoice' | 'delivery'; readonly address: Address }
  >;
  /** Every external id that is needed: the partner, the company's location and contact, the addresses. */
  readonly names: readonly string[];
}

/** The partner to whom invoices go while the address is its own: the ordering location, the company, or the person. */
export function baseKeyOf(buyer: Buyer, mode: CustomerMode): string {
  return (mode === 'original' ? locationKey(buyer) : undefined) ?? buyerKey(buyer, mode);
}

export function targetsOf(
  buyer: Buyer,
  mode: CustomerMode,
  own: ReadonlyMap<string, OwnAddress>,
  places: Places,
): PartnerTargets {
  const key = buyerKey(buyer, mode);
  const base = baseKeyOf(buyer, mode);
  if (key === genericCustomer) return { invoice: key, addresses: new Map(), names: [key] };
  const { billing, delivery } = buyer;
  const addresses = new Map<string, { type: 'invoice' | 'delivery'; address: Address }>();
  const keyOf = (address: Address) => addressKey(key, addressContent(address));
  const at = (partner: string, address: Address) => {
    const ownAddress = own.get(partner);
    return ownAddress !== undefined && isAt(ownAddress, address, places);
  };
  let invoice = base;
  // In the mode "company" the company itself is billed, whatever address an order names.
  const billedElsewhere = mode === 'original' || !buyer.company;
  if (billing && isPlace(billing) && billedElsewhere && own.has(base) && !at(base, billing)) {
    invoice = keyOf(billing);
    addresses.set(invoice, { type: 'invoice', address: billing });
  }
  const sentTo = deliveryOf();
  if (sentTo !== undefined && sentTo !== base && delivery) {
    addresses.set(sentTo, { type: 'delivery', address: delivery });
  }
  const more = mode === 'original' ? [locationKey(buyer), contactOf(buyer)] : [];
  return {
    invoice,
    ...(sentTo === undefined ? {} : { delivery: sentTo }),
    addresses,
    names: [...new Set([base, key, ...more.flatMap((name) => name ?? []), ...addresses.keys()])],
  };

  function deliveryOf(): string | undefined {
    if (!delivery || !isPlace(delivery)) return undefined;
    const isBilling = billing !== undefined && addressContent(billing) === addressContent(delivery);
    if (isBilling && (invoice !== base || at(base, delivery))) return undefined;
    const sameName = !delivery.name || plain(delivery.name) === plain(nameOfOwner(buyer));
    if (sameName && at(base, delivery)) return invoice === base ? undefined : base;
    return keyOf(delivery);
  }
}

/** The person who ordered for a company becomes a contact of it. */
export function contactOf(buyer: Buyer): string | undefined {
  return buyer.company && (buyer.company.contactName || buyer.email) ? contactKey(buyer) : undefined;
}

/** Every external id that a buyer may turn out to need, before its partner is known. */
export function namesOf(buyer: Buyer, mode: CustomerMode): readonly string[] {
  const key = buyerKey(buyer, mode);
  if (key === genericCustomer) return [key];
  const places = [buyer.billing, buyer.delivery].filter((address) => address && isPlace(address));
  return [
    ...new Set([
      key,
      ...[mode === 'original' ? locationKey(buyer) : undefined, contactKey(buyer)].flatMap(
        (name) => name ?? [],
      ),
      ...places.map((address) => addressKey(key, addressContent(address ?? {}))),
    ]),
  ];
}
