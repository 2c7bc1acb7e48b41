import type { Address } from '../../accounting/order';
import type { OdooRow } from '../client/odoo-types';
import { flagOf, idOf, textOf } from '../client/row';
import { plain, plainZip } from './address-content';
import type { Places } from './read-places';

/** The address that a partner in Odoo has itself. */
export interface OwnAddress {
  readonly place: string;
  /** The company's name on a person's address; undefined where the partner is the company. */
  readonly company: string | undefined;
}

export function ownAddressOf(row: OdooRow): OwnAddress {
  const text = (field: string) => textOf(row, field);
  return {
    place: placeOf(
      { street: text('street'), street2: text('street2'), zip: text('zip'), city: text('city') },
      idOf(row, 'country_id'),
      idOf(row, 'state_id'),
    ),
    // A contact of a company has no company's name of its own: Odoo shows its parent's.
    company: flagOf(row, 'is_company') || idOf(row, 'parent_id') ? undefined : plain(text('company_name')),
  };
}

/** What a partner made with this address will have. */
export function addressAsMade(
  address: Address | undefined,
  places: Places,
  withCompany: boolean,
): OwnAddress {
  const { country, province } = address ?? {};
  return {
    place: placeOf(address ?? {}, places.countryId(country), places.stateId(country, province)),
    company: withCompany ? plain(address?.company) : undefined,
  };
}

/** Nothing at all: Odoo (17 and 19) gives such a partner the address of its first contact. */
export function hasNoAddress({ place }: OwnAddress): boolean {
  return place === '||||';
}

/** Names are not compared: a partner keeps the one it has. */
export function isAt(own: OwnAddress, address: Address, places: Places): boolean {
  const other = addressAsMade(address, places, true);
  return own.place === other.place && (own.company === undefined || own.company === other.company);
}

function placeOf(address: Address, country: number | undefined, state: number | undefined): string {
  const { street, street2, zip, city } = address;
  return [
    plain(`${street ?? ''} ${street2 ?? ''}`),
    plainZip(zip),
    plain(city),
    String(state ?? ''),
    String(country ?? ''),
  ].join('|');
}
