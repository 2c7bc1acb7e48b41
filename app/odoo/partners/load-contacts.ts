import type { Buyer } from '../../accounting/order';
import { idOf } from '../client/row';
import { loadOnce, type LoadRecord } from '../loading/load-once';
import { emailOf, locationKey } from './buyer-key';
import type { PartnersPlan } from './load-owners';
import type { Candidates } from './match-partners';
import { addressAsMade, hasNoAddress } from './own-address';
import { partnerRefused } from './partner-findings';
import { addressRecord, contactRecord, locationRecord, partnerFields } from './partner-rows';
import { contactOf, targetsOf } from './partner-targets';

/** Makes what belongs under partners that exist by now: locations and people of companies, and other addresses; all in one load. */
export async function loadContacts(
  plan: PartnersPlan,
  byKey: ReadonlyMap<string, readonly Buyer[]>,
  { byEmail }: Candidates,
): Promise<void> {
  const { client, mode, rowsContext, candidates, bound, own } = plan;
  const records = new Map<string, { record: LoadRecord; key: string; buyer: Buyer }>();
  for (const [key, group] of byKey) {
    const parent = bound.get(key);
    if (parent === undefined) continue;
    for (const buyer of group) {
      const want = (name: string, record: () => LoadRecord) => {
        if (!bound.has(name) && !records.has(name)) records.set(name, { record: record(), key, buyer });
      };
      const location = mode === 'original' ? locationKey(buyer) : undefined;
      if (location) {
        want(location, () => locationRecord(rowsContext, location, parent, buyer));
        if (!own.has(location)) own.set(location, addressAsMade(buyer.billing, rowsContext.places, false));
      }
      const person = mode === 'original' ? contactOf(buyer) : undefined;
      const there = byEmail.get(emailOf(buyer) ?? '')?.find((row) => idOf(row, 'parent_id') === parent);
      if (person && there) bound.set(person, there.id);
      if (person) want(person, () => contactRecord(rowsContext, person, parent, buyer));
      for (const [name, { type, address }] of targetsOf(buyer, mode, own, rowsContext.places).addresses) {
        want(name, () => addressRecord(rowsContext, name, { parent, type, address, buyer }));
      }
    }
  }
  const loaded = await loadOnce(client, {
    model: 'res.partner',
    module: rowsContext.module,
    fields: partnerFields,
    batch: 200,
    records: [...records.values()].map(({ record }) => record),
    candidates,
    known: new Map(),
  });
  for (const [name, id] of loaded.ids) bound.set(name, id);
  await keepWithoutAddress(plan, new Set([...records.values()].map(({ key }) => key)));
  for (const [name, message] of loaded.rejections) {
    const { key = name, buyer } = records.get(name) ?? {};
    if (buyer) plan.problem(key, partnerRefused(key, buyer, message, bound.get(key)));
  }
}

/** What a partner without an address was posted with must not show one later: what Odoo copied there is taken off again. */
async function keepWithoutAddress(
  { client, bound, own }: PartnersPlan,
  parents: ReadonlySet<string>,
): Promise<void> {
  const ids = [...parents].flatMap((key) => {
    const address = own.get(key);
    return address && hasNoAddress(address) ? (bound.get(key) ?? []) : [];
  });
  if (ids.length === 0) return;
  const nothing = {
    street: false,
    street2: false,
    zip: false,
    city: false,
    state_id: false,
    country_id: false,
  };
  await client.write('res.partner', [...new Set(ids)], nothing);
}
