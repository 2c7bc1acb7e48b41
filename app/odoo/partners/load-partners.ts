import type { Finding } from '../../accounting/finding';
import type { Buyer } from '../../accounting/order';
import type { OdooClient } from '../client/odoo-client';
import { flagOf } from '../client/row';
import { findExternalIds } from '../loading/find-external-ids';
import type { ExternalModule } from '../loading/external-names';
import { buyerKey, genericCustomer, type CustomerMode } from './buyer-key';
import { candidatesFor } from './candidates-for';
import { loadContacts } from './load-contacts';
import { loadOwners } from './load-owners';
import { matchBuyer, readCandidates } from './match-partners';
import { ownAddressOf, type OwnAddress } from './own-address';
import { ambiguous } from './partner-findings';
import { baseKeyOf, namesOf, targetsOf } from './partner-targets';
import { noLanguages, readLanguages } from './read-languages';
import { noPlaces, readPlaces } from './read-places';

export { buyerKey } from './buyer-key';
export { namesOf as partnerKeys } from './partner-targets';

export interface CustomerSettings {
  readonly mode: CustomerMode;
  /** What the generic customer is called: "Webshop customer". */
  readonly genericName: string;
}

export interface PartnersContext {
  readonly client: OdooClient;
  readonly module: ExternalModule;
  readonly settings: CustomerSettings;
  /** Partners that our database remembers by their external id, those found by email or VAT number among them. */
  readonly known?: ReadonlyMap<string, number>;
  readonly onProgress?: (done: number, total: number) => void;
}

export interface PartnerOfBuyer {
  /** The document's partner. */
  readonly partnerId: number;
  /** Where it was sent to, where that is another address. */
  readonly deliveryId?: number;
}

export interface LoadedPartners {
  /** Undefined where Odoo refused the customer; `problems` says why. */
  readonly of: (buyer: Buyer) => PartnerOfBuyer | undefined;
  /** External id → `res.partner`, to remember. */
  readonly bound: ReadonlyMap<string, number>;
  /** By `buyerKey`. Notices: an ambiguous customer, a refused VAT number. Blocking: what Odoo refused. */
  readonly problems: ReadonlyMap<string, readonly Finding[]>;
}

/**
 * Finds each buyer's partner by our external id (or `known`), then by email address, then by VAT number, never by name; makes
 * the missing ones, each exactly once. A partner that exists is never edited: another address becomes a contact of it. At
 * most one call for buyers that are all known, four for a hundred that are all new (and three the first time on a connection:
 * countries, states, languages).
 */
export async function loadPartners(
  context: PartnersContext,
  buyers: Iterable<Buyer>,
): Promise<LoadedPartners> {
  const { client, module, settings } = context;
  const { mode } = settings;
  const all = [...new Set(buyers)];
  const byKey = new Map<string, Buyer[]>();
  for (const buyer of all) {
    const key = buyerKey(buyer, mode);
    byKey.set(key, [...(byKey.get(key) ?? []), buyer]);
  }
  const [places, languages] =
    mode === 'generic' || all.length === 0
      ? [noPlaces, noLanguages]
      : await Promise.all([readPlaces(client, all), readLanguages(client)]);
  const rowsContext = { module, places, languages, genericName: settings.genericName };
  const bound = new Map<string, number>();
  const own = new Map<string, OwnAddress>();
  const problems = new Map<string, Finding[]>();
  const problem = (key: string, finding: Finding) =>
    problems.set(key, [...(problems.get(key) ?? []), finding]);

  const known = knownOf(context.known, all, mode);
  const remembered = await readCandidates(client, [...new Set(known.values())], []);
  for (const [name, id] of known) {
    const row = remembered.rows.get(id);
    if (!row || !flagOf(row, 'active')) continue;
    bound.set(name, id);
    own.set(name, ownAddressOf(row));
  }

  const wanted = new Set<string>();
  for (const [key, group] of byKey) {
    for (const buyer of group) {
      const names = bound.has(key) ? targetsOf(buyer, mode, own, places).names : namesOf(buyer, mode);
      for (const name of names) if (!bound.has(name)) wanted.add(name);
    }
  }
  const candidates = candidatesFor(all, settings.genericName);
  const found = await findExternalIds(client, {
    module,
    model: 'res.partner',
    names: [...wanted],
    candidates,
  });
  for (const [name, id] of found) bound.set(name, id);

  const strangers = [...byKey].flatMap(([key, [buyer]]) =>
    bound.has(key) || !buyer ? [] : [{ key, buyer }],
  );
  const bases = new Set([...byKey.keys(), ...all.map((buyer) => baseKeyOf(buyer, mode))]);
  const unread = [...bound].filter(([name]) => !own.has(name) && bases.has(name));
  const match = await readCandidates(
    client,
    [...new Set(unread.map(([, id]) => id))],
    strangers.filter(({ key }) => key !== genericCustomer).map(({ buyer }) => buyer),
  );
  const toMake: typeof strangers = [];
  const unmatched = new Map<string, Finding>();
  const elsewhere: number[] = [];
  for (const stranger of strangers) {
    const { key, buyer } = stranger;
    const matched = key === genericCustomer ? undefined : matchBuyer(buyer, match, bound);
    if (matched && 'partnerId' in matched) {
      bound.set(key, matched.partnerId);
      if (!match.rows.has(matched.partnerId)) elsewhere.push(matched.partnerId);
    } else {
      toMake.push(stranger);
      if (matched) unmatched.set(key, ambiguous(key, buyer, matched));
    }
  }
  // Companies that were found through a contact of theirs.
  const heads = await readCandidates(client, [...new Set(elsewhere)], []);
  for (const [name, id] of bound) {
    const row = match.rows.get(id) ?? heads.rows.get(id);
    if (row && !own.has(name)) own.set(name, ownAddressOf(row));
  }

  const plan = { client, mode, rowsContext, candidates, bound, own, problem };
  await loadOwners(plan, toMake, context.onProgress);
  for (const [key, finding] of unmatched) if (bound.has(key)) problem(key, finding);
  await loadContacts(plan, byKey, match);

  return {
    bound,
    problems,
    of: (buyer) => {
      const key = buyerKey(buyer, mode);
      const { invoice, delivery } = targetsOf(buyer, mode, own, places);
      const partnerId = bound.get(invoice);
      if (partnerId === undefined || !bound.has(key)) return undefined;
      const deliveryId = delivery === undefined ? undefined : bound.get(delivery);
      return { partnerId, ...(deliveryId === undefined ? {} : { deliveryId }) };
    },
  };
}

function knownOf(
  known: ReadonlyMap<string, number> | undefined,
  buyers: readonly Buyer[],
  mode: CustomerMode,
): Map<string, number> {
  const relevant = new Map<string, number>();
  if (!known) return relevant;
  for (const name of buyers.flatMap((buyer) => namesOf(buyer, mode))) {
    const id = known.get(name);
    if (id !== undefined) relevant.set(name, id);
  }
  return relevant;
}
