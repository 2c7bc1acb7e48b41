import type { Buyer } from '../../accounting/order';
import type { Domain, OdooClient, OdooRow } from '../client/odoo-client';
import { flagOf, idOf, nameOf, textOf } from '../client/row';
import { inChunks } from '../loading/in-chunks';
import { contactKey, emailOf } from './buyer-key';
import { plainVat, vatSpellings } from './vat-number';

const matchFields = [
  'name',
  'active',
  'type',
  'parent_id',
  'is_company',
  'company_name',
  'commercial_partner_id',
  'commercial_company_name',
  'email_normalized',
  'vat',
  'street',
  'street2',
  'zip',
  'city',
  'country_id',
  'state_id',
];

/** What a buyer may be matched with, and the partners that we know by their numbers already. */
export interface Candidates {
  readonly rows: ReadonlyMap<number, OdooRow>;
  readonly byEmail: ReadonlyMap<string, readonly OdooRow[]>;
  readonly byVat: ReadonlyMap<string, readonly OdooRow[]>;
}

/** One call for at most 500 buyers: the partners of these numbers, and those with one of the addresses or VAT numbers. */
export async function readCandidates(
  client: OdooClient,
  ids: readonly number[],
  buyers: readonly Buyer[],
): Promise<Candidates> {
  const company = buyers.length > 0 ? await client.company() : 0;
  const rows = new Map<number, OdooRow>();
  const usable = new Set<number>();
  const rounds = Math.max(1, Math.ceil(Math.max(ids.length / 1000, buyers.length / 500)));
  const idChunks = [...inChunks(ids, Math.ceil(ids.length / rounds) || 1)];
  const buyerChunks = [...inChunks(buyers, Math.ceil(buyers.length / rounds) || 1)];
  for (let round = 0; round < rounds; round += 1) {
    const some = buyerChunks[round] ?? [];
    const emails = some.flatMap((buyer) => emailOf(buyer) ?? []);
    const vats = some.flatMap(({ vat, billing }) => (vat ? vatSpellings(vat, billing?.country) : []));
    const leaves: Domain = [
      ['id', 'in', idChunks[round] ?? []],
      ...(emails.length > 0 ? [['email_normalized', 'in', emails] as const] : []),
      ...(vats.length > 0 ? [['vat', 'in', vats] as const] : []),
    ];
    if (leaves.length === 1 && (idChunks[round] ?? []).length === 0) continue;
    const found = await client.searchRead(
      'res.partner',
      [...leaves.slice(1).map(() => '|' as const), ...leaves],
      [...matchFields, 'company_id'],
      { context: { active_test: false }, order: 'id' },
    );
    for (const row of found) {
      rows.set(row.id, row);
      const of = idOf(row, 'company_id');
      if (flagOf(row, 'active') && isContact(row) && (of === undefined || of === company)) usable.add(row.id);
    }
  }
  const byEmail = new Map<string, OdooRow[]>();
  const byVat = new Map<string, OdooRow[]>();
  for (const id of usable) {
    const row = rows.get(id);
    if (!row) continue;
    add(byEmail, textOf(row, 'email_normalized'), row);
    // Odoo hands a company's number down to its contacts.
    if (idOf(row, 'commercial_partner_id') === row.id) add(byVat, plainVat(textOf(row, 'vat')), row);
  }
  return { rows, byEmail, byVat };
}

/** Addresses are no customers. */
function isContact(row: OdooRow): boolean {
  return ['', 'contact'].includes(textOf(row, 'type'));
}

function add(map: Map<string, OdooRow[]>, key: string, row: OdooRow): void {
  if (key !== '') map.set(key, [...(map.get(key) ?? []), row]);
}

export type Match =
  | { readonly partnerId: number }
  /** Several: none is taken. */
  | { readonly by: string; readonly names: readonly string[]; readonly ids: readonly number[] };

/** By email address, then by VAT number; undefined where nobody is found. */
export function matchBuyer(
  buyer: Buyer,
  { byEmail, byVat }: Candidates,
  found: ReadonlyMap<string, number>,
): Match | undefined {
  const ownContact = found.get(contactKey(buyer) ?? '');
  const email = emailOf(buyer);
  const rows = (byEmail.get(email ?? '') ?? []).filter(({ id }) => id !== ownContact);
  const matched = buyer.company ? companiesOf(rows) : peopleOf(rows);
  if (email && matched.size > 0) return oneOf(matched, email);
  const { vat, billing } = buyer;
  if (!vat) return undefined;
  const ofNumber = new Map(
    vatSpellings(vat, billing?.country)
      .flatMap((spelling) => byVat.get(plainVat(spelling)) ?? [])
      .map((row) => [row.id, textOf(row, 'name')]),
  );
  return ofNumber.size > 0 ? oneOf(ofNumber, vat) : undefined;
}

function oneOf(matched: ReadonlyMap<number, string>, by: string): Match {
  const ids = [...matched.keys()];
  const [only] = ids;
  if (ids.length === 1 && only !== undefined) return { partnerId: only };
  return { by, names: [...new Set(matched.values())], ids };
}

/** A person at the top outranks a company, and a company a contact of somebody's. */
function peopleOf(rows: readonly OdooRow[]): Map<number, string> {
  const top = rows.filter((row) => idOf(row, 'parent_id') === undefined);
  const people = top.filter((row) => !flagOf(row, 'is_company'));
  const ranked = [people, top, rows].find((some) => some.length > 0) ?? [];
  return new Map(ranked.map((row) => [row.id, textOf(row, 'name')]));
}

/** A contact stands for its company; somebody without a company is not it. */
function companiesOf(rows: readonly OdooRow[]): Map<number, string> {
  const companies = new Map<number, string>();
  for (const row of rows) {
    const head = idOf(row, 'commercial_partner_id') ?? row.id;
    const name = nameOf(row, 'commercial_partner_id');
    if (head === row.id) {
      if (flagOf(row, 'is_company')) companies.set(row.id, textOf(row, 'name'));
    } else if (name !== '' && textOf(row, 'commercial_company_name') === name) {
      companies.set(head, name);
    }
  }
  return companies;
}
