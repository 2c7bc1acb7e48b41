import type { Finding } from '../../accounting/finding';
import type { Buyer } from '../../accounting/order';
import type { Domain, OdooClient } from '../client/odoo-client';
import { loadOnce } from '../loading/load-once';
import { emailOf, genericCustomer, type CustomerMode } from './buyer-key';
import { addressAsMade, type OwnAddress } from './own-address';
import { partnerRefused, vatRefused } from './partner-findings';
import { ownerRecord, partnerFields, type RowsContext } from './partner-rows';
import { plainVat, vatsToTry, vatWithCountry } from './vat-number';

/** What is found out on the way; `bound` and `own` grow as partners are made. */
export interface PartnersPlan {
  readonly client: OdooClient;
  readonly mode: CustomerMode;
  readonly rowsContext: RowsContext;
  readonly candidates: Domain;
  /** External id → partner. */
  readonly bound: Map<string, number>;
  /** The address that the partner of an external id has itself. */
  readonly own: Map<string, OwnAddress>;
  readonly problem: (key: string, finding: Finding) => void;
}

export interface NewOwner {
  readonly key: string;
  readonly buyer: Buyer;
}

/**
 * Makes the partners at the top. A VAT number that Odoo refuses does not stop one: it goes into the notes and a notice says so.
 * Two buyers of one email address or VAT number become one partner, as they would had they come one after the other.
 */
export async function loadOwners(
  plan: PartnersPlan,
  wanted: readonly NewOwner[],
  onProgress?: (done: number, total: number) => void,
): Promise<void> {
  const { client, mode, rowsContext, candidates, bound, own, problem } = plan;
  const { makers, followers } = together(wanted);
  let rest: readonly NewOwner[] = makers;
  let refusals: ReadonlyMap<string, string> = new Map();
  const attempts = ({ buyer }: NewOwner) => [...vatsToTry(buyer.vat ?? '', buyer.billing?.country), ''];
  for (let attempt = 0; rest.length > 0; attempt += 1) {
    const records = rest.map((owner) => {
      const vat = attempts(owner)[attempt] ?? '';
      const note = vat === '' ? (owner.buyer.vat ?? '') : '';
      return ownerRecord(rowsContext, owner.key, owner.buyer, {
        vat,
        note,
        // The address is that of the person who ordered, whose own purchases are not the company's.
        withEmail: !owner.buyer.company || mode === 'company',
      });
    });
    const loaded = await loadOnce(client, {
      model: 'res.partner',
      module: rowsContext.module,
      fields: partnerFields,
      batch: 200,
      records,
      candidates,
      known: new Map(),
      ...(onProgress ? { onProgress } : {}),
    });
    for (const owner of rest) {
      const id = loaded.ids.get(owner.key);
      if (id === undefined) continue;
      bound.set(owner.key, id);
      own.set(owner.key, addressOf(owner, rowsContext));
      const { vat } = owner.buyer;
      if (vat?.trim() && (attempts(owner)[attempt] ?? '') === '') {
        problem(owner.key, vatRefused(owner.key, owner.buyer, id));
      }
    }
    refusals = loaded.rejections;
    const refused = rest.filter(({ key }) => refusals.has(key));
    rest = refused.filter((owner) => attempts(owner).length > attempt + 1);
    for (const { key, buyer } of refused) {
      if (rest.some((owner) => owner.key === key)) continue;
      problem(key, partnerRefused(key, buyer, refusals.get(key) ?? ''));
    }
  }
  for (const [follower, maker] of followers) {
    const id = bound.get(maker.key);
    const address = own.get(maker.key);
    if (id === undefined || !address) continue;
    bound.set(follower.key, id);
    own.set(follower.key, address);
  }
}

function addressOf({ key, buyer }: NewOwner, { places }: RowsContext): OwnAddress {
  const isPerson = key !== genericCustomer && !buyer.isCompany && !buyer.company;
  return addressAsMade(key === genericCustomer ? undefined : buyer.billing, places, isPerson);
}

function together(wanted: readonly NewOwner[]) {
  const first = new Map<string, NewOwner>();
  const makers: NewOwner[] = [];
  const followers: [NewOwner, NewOwner][] = [];
  for (const owner of wanted) {
    const maker = marksOf(owner).flatMap((mark) => first.get(mark) ?? [])[0];
    if (maker) followers.push([owner, maker]);
    else makers.push(owner);
    for (const mark of marksOf(owner)) first.set(mark, first.get(mark) ?? maker ?? owner);
  }
  return { makers, followers };
}

/** A company goes by its number alone: the email address is that of a person. */
function marksOf({ key, buyer }: NewOwner): string[] {
  if (key === genericCustomer) return [];
  const email = buyer.company ? undefined : emailOf(buyer);
  const { vat, billing } = buyer;
  return [
    ...(email ? [`email ${email}`] : []),
    ...(vat && plainVat(vat) !== '' ? [`vat ${vatWithCountry(vat, billing?.country)}`] : []),
  ];
}
