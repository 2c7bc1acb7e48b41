import type { Finding } from '../../accounting/finding';
import type { Buyer } from '../../accounting/order';
import type { Domain, OdooClient } from '../client/odoo-client';
import { externalName, type ExternalModule } from '../loading/external-names';
import { loadOnce, type LoadRecord } from '../loading/load-once';
import { partnerName, type CustomerMode } from './partner-name';
import { readPlaces, type Places } from './read-places';

export interface PartnersContext {
  readonly client: OdooClient;
  readonly module: ExternalModule;
  readonly mode: CustomerMode;
  /** What the generic customer is called: "Webshop customer". */
  readonly genericName: string;
  readonly onProgress?: (done: number, total: number) => void;
}

export interface LoadedPartners {
  /** `res.partner` by external id, as `partnerName` makes it. */
  readonly ids: ReadonlyMap<string, number>;
  /** Notices: a VAT number that Odoo refused. Blocking: a customer that Odoo refused. */
  readonly findings: readonly Finding[];
}

const fields = [
  'id',
  'name',
  'email',
  'street',
  'street2',
  'zip',
  'city',
  'country_id/.id',
  'state_id/.id',
  'vat',
  'is_company',
  'comment',
] as const;

/**
 * Makes the customers that Odoo does not have yet, each exactly once; those it has stay as they are. A VAT number that
 * Odoo refuses does not stop it: the number goes into the notes, and a notice says so (17 takes any that is loaded).
 */
export async function loadPartners(
  context: PartnersContext,
  buyers: Iterable<Buyer>,
): Promise<LoadedPartners> {
  const { client, module, mode, genericName, onProgress } = context;
  const byName = new Map<string, Buyer>();
  for (const buyer of buyers) {
    const name = partnerName(buyer, mode);
    if (!byName.has(name)) byName.set(name, buyer);
  }
  const places = mode === 'generic' ? emptyPlaces : await readPlaces(client, byName.values());
  const records = [...byName].map(([name, buyer]) => partnerRecord(context, name, buyer, places, true));
  const plan = {
    model: 'res.partner',
    module,
    fields,
    batch: 200,
    candidates: candidatesFor(byName.values(), genericName),
  };
  const loaded = await loadOnce(client, { ...plan, records, ...(onProgress ? { onProgress } : {}) });
  const ids = new Map(loaded.ids);
  const findings: Finding[] = [];
  const refusedVat = [...byName].filter(([name, buyer]) => loaded.rejections.has(name) && buyer.vat);
  if (refusedVat.length > 0) {
    const again = await loadOnce(client, {
      ...plan,
      records: refusedVat.map(([name, buyer]) => partnerRecord(context, name, buyer, places, false)),
      known: new Map(),
    });
    for (const [name, id] of again.ids) ids.set(name, id);
  }
  for (const [name, why] of loaded.rejections) {
    const buyer = byName.get(name);
    findings.push({
      kind: 'entry-rejected',
      severity: ids.has(name) ? 'notice' : 'blocks',
      object: { type: 'order', id: name, name: buyer?.name ?? name },
      facts: { reference: buyer?.vat ?? buyer?.name ?? name, message: why },
      remedy: { page: 'odoo-record', model: 'res.partner', id: ids.get(name) ?? 0 },
    });
  }
  return { ids, findings };
}

/** Where Klopt's user may not read external ids, customers are looked for by what they are called. */
function candidatesFor(buyers: Iterable<Buyer>, genericName: string): Domain {
  const all = [...buyers];
  const names = all.map(({ name, email }) => name.trim() || email || genericName);
  const emails = all.flatMap(({ email }) => email ?? []);
  return ['|', ['name', 'in', [...names, genericName]], ['email', 'in', emails]];
}

const emptyPlaces: Places = { countryId: () => undefined, stateId: () => undefined };

function partnerRecord(
  { module, genericName }: PartnersContext,
  name: string,
  buyer: Buyer,
  places: Places,
  withVat: boolean,
): LoadRecord {
  const id = externalName(module, name);
  const blank = fields.length - 2;
  if (name === 'generic_customer') {
    return { externalId: name, rows: [[id, genericName, ...Array.from({ length: blank }, () => '')]] };
  }
  const { billing } = buyer;
  const comment = buyer.vat && !withVat ? `VAT number as entered: ${buyer.vat}` : '';
  return {
    externalId: name,
    rows: [
      [
        id,
        buyer.name.trim() || buyer.email || genericName,
        buyer.email ?? '',
        billing?.street ?? '',
        billing?.street2 ?? '',
        billing?.zip ?? '',
        billing?.city ?? '',
        String(places.countryId(billing?.country) ?? ''),
        String(places.stateId(billing?.country, billing?.province) ?? ''),
        withVat ? (buyer.vat ?? '') : '',
        buyer.isCompany ? '1' : '0',
        comment,
      ],
    ],
  };
}
