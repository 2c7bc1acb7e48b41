import type { JsonObject } from '../fakes/shopify/shop-state';

export type Customer = {
  number: number;
  first: string;
  last: string;
  street: string;
  zip: string;
  city: string;
  country: string;
  company?: { name: string; vat: string };
};

type Row = readonly [first: string, last: string, street: string, zip: string, city: string, country: string];

const people: readonly Row[] = [
  ['Noor', 'Bakker', 'Oudegracht 112', '3511 AX', 'Utrecht', 'NL'],
  ['Daan', 'Visser', 'Biltstraat 44', '3572 BC', 'Utrecht', 'NL'],
  ['Emma', 'de Jong', 'Prinsengracht 263', '1016 GV', 'Amsterdam', 'NL'],
  ['Sem', 'van Dijk', 'Witte de Withstraat 9', '3012 BK', 'Rotterdam', 'NL'],
  ['Julia', 'Smit', 'Grote Markt 5', '9712 HN', 'Groningen', 'NL'],
  ['Lucas', 'Mulder', 'Vrijthof 18', '6211 LD', 'Maastricht', 'NL'],
  ['Sofie', 'Bos', 'Korte Voorhout 3', '2511 CW', 'Den Haag', 'NL'],
  ['Finn', 'Vos', 'Breestraat 70', '2311 CS', 'Leiden', 'NL'],
  ['Anna', 'Peters', 'Stationsplein 22', '5211 AP', 's-Hertogenbosch', 'NL'],
  ['Bram', 'Hendriks', 'Lange Hezelstraat 60', '6511 CM', 'Nijmegen', 'NL'],
  ['Eva', 'Dekker', 'Marktstraat 14', '7511 GC', 'Enschede', 'NL'],
  ['Thijs', 'Brouwer', 'Diezerstraat 88', '8011 RJ', 'Zwolle', 'NL'],
  ['Lotte', 'Kok', 'Langestraat 31', '1811 JC', 'Alkmaar', 'NL'],
  ['Jesse', 'Jacobs', 'Heuvelring 120', '5038 CL', 'Tilburg', 'NL'],
  ['Fenna', 'Hoekstra', 'Nieuwestad 66', '8911 CW', 'Leeuwarden', 'NL'],
  ['Marie', 'Peeters', 'Meir 40', '2000', 'Antwerpen', 'BE'],
  ['Lars', 'Janssens', 'Veldstraat 12', '9000', 'Gent', 'BE'],
  ['Louise', 'Dubois', 'Rue Neuve 123', '1000', 'Brussel', 'BE'],
  ['Arthur', 'Maes', 'Bondgenotenlaan 7', '3000', 'Leuven', 'BE'],
  ['Hannah', 'Schneider', 'Königsallee 30', '40212', 'Düsseldorf', 'DE'],
  ['Jonas', 'Weber', 'Schildergasse 65', '50667', 'Köln', 'DE'],
  ['Mia', 'Hoffmann', 'Mönckebergstraße 7', '20095', 'Hamburg', 'DE'],
  ['Lena', 'Brunner', 'Bahnhofstrasse 21', '8001', 'Zürich', 'CH'],
  ['Ingrid', 'Larsen', 'Karl Johans gate 25', '0159', 'Oslo', 'NO'],
  ['Grace', 'Miller', '418 Elm Street', '05401', 'Burlington', 'US'],
];

const companies: readonly (readonly [...Row, name: string, vat: string])[] = [
  [
    'Pieter',
    'Kramer',
    'Maliebaan 50',
    '3581 CS',
    'Utrecht',
    'NL',
    'Hoveniersbedrijf Kramer B.V.',
    'NL812345678B01',
  ],
  [
    'Saskia',
    'Willems',
    'Amstelveenseweg 500',
    '1081 KL',
    'Amsterdam',
    'NL',
    'Groen op Kantoor B.V.',
    'NL856712349B01',
  ],
  [
    'Ruben',
    'Meijer',
    'Hoofdstraat 77',
    '3971 KD',
    'Driebergen',
    'NL',
    'Tuincentrum De Linde',
    'NL001234567B89',
  ],
  ['Kaat', 'Claes', 'Gasthuisstraat 3', '2300', 'Turnhout', 'BE', 'Claes Tuinen BV', 'BE0403170701'],
  ['Uwe', 'Fischer', 'Lindenallee 9', '45127', 'Essen', 'DE', 'Fischer Gartenbau GmbH', 'DE136695976'],
];

export const customers: readonly Customer[] = [...people, ...companies].map((row, index) => {
  const [first, last, street, zip, city, country, name, vat] = row;
  const person = { number: 7_100_000_000_001 + index, first, last, street, zip, city, country };
  return name && vat ? { ...person, company: { name, vat } } : person;
});

export const customerId = ({ number }: Customer) => `gid://shopify/Customer/${number}`;

/** A company in another EU country buys without VAT: it is shifted to the buyer. */
export function isReverseCharge({ company, country }: Customer): boolean {
  return company !== undefined && country !== 'NL';
}

export function address({ first, last, street, zip, city, country, company }: Customer): JsonObject {
  return {
    name: `${first} ${last}`,
    firstName: first,
    lastName: last,
    company: company?.name ?? null,
    address1: street,
    zip,
    city,
    countryCodeV2: country,
  };
}

export const localeOf = ({ country }: Customer) =>
  country === 'DE' || country === 'AT' ? 'de' : country === 'NL' || country === 'BE' ? 'nl' : 'en';

export function customerJson(customer: Customer): JsonObject {
  const { first, last } = customer;
  const mailbox = `${first}.${last}`.toLowerCase().replaceAll(' ', '');
  return {
    id: customerId(customer),
    firstName: first,
    lastName: last,
    displayName: `${first} ${last}`,
    locale: localeOf(customer),
    createdAt: '2026-05-01T09:00:00Z',
    updatedAt: '2026-08-01T09:00:00Z',
    taxExempt: isReverseCharge(customer),
    defaultEmailAddress: { emailAddress: `${mailbox}@example.com` },
    defaultAddress: address(customer),
  };
}

const companyIds = ({ number }: Customer) => ({
  company: `gid://shopify/Company/${number + 10_000}`,
  location: `gid://shopify/CompanyLocation/${number + 20_000}`,
  contact: `gid://shopify/CompanyContact/${number + 30_000}`,
});

export function companyJson(customer: Customer): JsonObject {
  const { company, street, zip, city, country } = customer;
  if (!company) throw new Error(`${customer.last} is not a company.`);
  const ids = companyIds(customer);
  return {
    id: ids.company,
    name: company.name,
    createdAt: '2026-05-01T09:00:00Z',
    updatedAt: '2026-08-01T09:00:00Z',
    contacts: [{ id: ids.contact, isMainContact: true, customer: customerId(customer) }],
    locations: [
      {
        id: ids.location,
        name: company.name,
        taxSettings: {
          taxExempt: false,
          taxRegistrationId: company.vat,
          taxExemptions: isReverseCharge(customer) ? ['EU_REVERSE_CHARGE_EXEMPTION_RULE'] : [],
        },
        billingAddress: { companyName: company.name, address1: street, zip, city, countryCode: country },
      },
    ],
  };
}

export function purchasingEntity(customer: Customer): JsonObject | string {
  if (!customer.company) return customerId(customer);
  const { company, location, contact } = companyIds(customer);
  return { __typename: 'PurchasingCompany', company, location, contact };
}
