import type { Address, Buyer } from '../../accounting/order';
import { externalName, type ExternalModule } from '../loading/external-names';
import type { LoadRecord } from '../loading/load-once';
import { plain } from './address-content';
import { genericCustomer } from './buyer-key';
import type { Languages } from './read-languages';
import type { Places } from './read-places';

export interface RowsContext {
  readonly module: ExternalModule;
  readonly places: Places;
  readonly languages: Languages;
  readonly genericName: string;
}

const columns = {
  id: 'id',
  name: 'name',
  parent: 'parent_id/.id',
  type: 'type',
  isCompany: 'is_company',
  companyName: 'company_name',
  vat: 'vat',
  email: 'email',
  phone: 'phone',
  street: 'street',
  street2: 'street2',
  zip: 'zip',
  city: 'city',
  country: 'country_id/.id',
  state: 'state_id/.id',
  lang: 'lang',
  comment: 'comment',
} as const;

type Cells = Partial<Record<keyof typeof columns, string>>;

/** The fields of every partner that Klopt loads, owners and contacts alike. */
export const partnerFields = Object.values(columns);

export type AddressType = 'invoice' | 'delivery';

/** A buyer as a partner at the top. `vat` is what to offer Odoo; `note` the number that it does not take. */
export function ownerRecord(
  context: RowsContext,
  key: string,
  buyer: Buyer,
  { vat = '', note = '', withEmail }: { vat?: string; note?: string; withEmail: boolean },
): LoadRecord {
  if (key === genericCustomer) {
    return record(context, key, { name: context.genericName, type: 'contact', isCompany: '0' });
  }
  const isCompany = buyer.isCompany || Boolean(buyer.company);
  return record(context, key, {
    name: nameOfOwner(buyer) ?? context.genericName,
    type: 'contact',
    isCompany: isCompany ? '1' : '0',
    companyName: isCompany ? '' : (buyer.billing?.company ?? ''),
    vat,
    email: withEmail ? (buyer.email?.trim() ?? '') : '',
    phone: withEmail ? (buyer.phone ?? buyer.billing?.phone ?? '') : '',
    ...placeCells(context, buyer.billing),
    lang: context.languages(buyer.locale) ?? '',
    comment: note && `VAT number as entered: ${note}`,
  });
}

export function nameOfOwner(buyer: Buyer): string | undefined {
  return buyer.company?.name.trim() || buyer.name.trim() || buyer.email?.trim() || undefined;
}

/** Another address of a partner's. Odoo shows the parent's name before it, so the same name is not said twice. */
export function addressRecord(
  context: RowsContext,
  key: string,
  wish: { parent: number; type: AddressType; address: Address; buyer: Buyer },
): LoadRecord {
  const { parent, type, address, buyer } = wish;
  const owner = plain(nameOfOwner(buyer));
  const names = [address.company, address.name].filter((name) => name && plain(name) !== owner);
  return record(context, key, {
    name: names.join(', '),
    parent: String(parent),
    type,
    isCompany: '0',
    ...(type === 'invoice' ? { email: buyer.email?.trim() ?? '' } : {}),
    phone: address.phone ?? '',
    ...placeCells(context, address),
    lang: context.languages(buyer.locale) ?? '',
  });
}

/**
 * Of type "other": a "contact" would get the company's address, an "invoice" would become the company's default. Shopify
 * calls a company's first location after the company: Odoo, which may hold such a contact without a name, says it once.
 */
export function locationRecord(context: RowsContext, key: string, parent: number, buyer: Buyer): LoadRecord {
  const name = buyer.company?.location?.name ?? '';
  return record(context, key, {
    name: plain(name) === plain(nameOfOwner(buyer)) ? '' : name,
    parent: String(parent),
    type: 'other',
    isCompany: '0',
    email: buyer.email?.trim() ?? '',
    phone: buyer.billing?.phone ?? '',
    ...placeCells(context, buyer.billing),
    lang: context.languages(buyer.locale) ?? '',
  });
}

/** The person who ordered for a company; Odoo gives it the company's address. */
export function contactRecord(context: RowsContext, key: string, parent: number, buyer: Buyer): LoadRecord {
  return record(context, key, {
    name: buyer.company?.contactName?.trim() || (buyer.email ?? ''),
    parent: String(parent),
    type: 'contact',
    isCompany: '0',
    email: buyer.email?.trim() ?? '',
    phone: buyer.phone ?? '',
    lang: context.languages(buyer.locale) ?? '',
  });
}

function placeCells({ places }: RowsContext, address: Address | undefined): Cells {
  const { street, street2, zip, city, country, province } = address ?? {};
  return {
    street: street ?? '',
    street2: street2 ?? '',
    zip: zip ?? '',
    city: city ?? '',
    country: String(places.countryId(country) ?? ''),
    state: String(places.stateId(country, province) ?? ''),
  };
}

function record({ module }: RowsContext, externalId: string, cells: Cells): LoadRecord {
  const all: Cells = { ...cells, id: externalName(module, externalId) };
  return {
    externalId,
    rows: [Object.keys(columns).map((column) => all[column as keyof typeof columns] ?? '')],
  };
}
