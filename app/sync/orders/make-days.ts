import { unmappedTaxes } from '../../accounting/checks/taxes-are-mapped';
import { rolesWithoutAccount } from '../../accounting/checks/lines-have-accounts';
import { dayDocument } from '../../accounting/day-documents';
import type { Document } from '../../accounting/document';
import { blocks, type Finding } from '../../accounting/finding';
import { documentKey } from '../../accounting/ids';
import { saveBindings, type BindingRecord } from '../../database/bindings';
import { membersOfDay, noteDay, type DayRecord } from '../../database/day-documents';
import { postDocuments } from '../../odoo/documents/post-documents';
import { matchProducts } from '../../odoo/products/match-products';
import { draftDocuments, type DocumentWork } from '../draft-documents';
import type { Progress } from '../progress';
import type { ShopContext } from '../shop-context';
import { dayNarration } from './day-narration';
import { withoutOthers, type Day } from './days-without-others';
import { nameOnOrders } from './tell-orders-of-day';

/** Documents a call; each may hold the orders of a whole day. */
export const daysAtOnce = 20;

export interface DaysMade {
  readonly documents: number;
  /** Why a document was not made, by its key. */
  readonly refused: ReadonlyMap<string, readonly Finding[]>;
}

/**
 * Makes the documents of days whose members are fixed: exact drafts, posted and read back. Nothing of one that is refused is
 * posted, and each of its orders says why.
 */
export async function makeDays(
  context: ShopContext,
  work: DocumentWork,
  records: readonly DayRecord[],
  progress: Progress,
): Promise<DaysMade> {
  const { database, shop } = context;
  const all: Day[] = [];
  for (const record of records) {
    const members = await membersOfDay(database, shop.id, record);
    const document = dayDocument(
      record.slot,
      record.number,
      members.map(({ member }) => member),
    );
    all.push({ record, members, document });
  }
  const days = await withoutOthers(context, work, all);
  const refused = new Map<string, Finding[]>();
  const note = (key: string, finding: Finding) => refused.set(key, [...(refused.get(key) ?? []), finding]);
  for (const { document } of days) {
    const problems = [
      ...unmappedTaxes([document], work.books),
      ...rolesWithoutAccount([document], work.books),
    ];
    for (const problem of problems.filter(blocks)) note(document.key, problem);
  }
  const free = days.filter(({ document }) => !refused.has(document.key));
  const documents = free.map(({ document }) => document);
  const narrations = new Map(free.map(({ document, members }) => [document.key, dayNarration(members)]));
  const products = await matchProducts(work.client, work.products, documents);
  const ofDays = { ...work, narrationOf: ({ key }: Document) => narrations.get(key) };
  const drafted = await draftDocuments(context, ofDays, products, documents, progress);
  for (const finding of drafted.refused) note(finding.object.id, finding);
  await progress('posting', 0, documents.length);
  const { posted, findings } = await postDocuments(drafted.context, drafted.toLoad, drafted.loaded);
  for (const finding of findings) note(finding.object.id, finding);
  for (const problem of [...drafted.partners.problems.values()].flat().filter(blocks)) {
    for (const { document } of free) if (!posted.has(document.key)) note(document.key, problem);
  }
  for (const day of free) {
    const made = posted.get(day.document.key);
    if (!made || refused.has(day.document.key)) continue;
    await noteMade(context, day, made.moveId, made.number);
  }
  for (const day of days) {
    const found = refused.get(day.document.key);
    if (found) await nameOnOrders(context, day.members, found);
  }
  const made = [...posted.keys()].filter((key) => drafted.loaded.drafts.has(key) && !refused.has(key));
  return { documents: made.length, refused };
}

async function noteMade(
  { database, shop }: ShopContext,
  { record, members }: Day,
  moveId: number,
  number: string,
): Promise<void> {
  await saveBindings(
    database,
    shop.id,
    members.map(({ member, inputHash }): BindingRecord => ({
      externalId: documentKey(member.key),
      model: 'account.move',
      odooId: moveId,
      inputHash,
      kind: 'document',
      orderId: member.order.id,
      name: number,
      state: record.slot.kind,
    })),
  );
  await noteDay(database, shop.id, record.id, 'posted', { odooId: moveId, name: number });
}
