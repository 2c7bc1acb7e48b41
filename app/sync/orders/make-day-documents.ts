import { dateIn } from '../../accounting/calendar-date';
import { unmappedTaxes } from '../../accounting/checks/taxes-are-mapped';
import { rolesWithoutAccount } from '../../accounting/checks/lines-have-accounts';
import { dayDocument } from '../../accounting/day-documents';
import type { Document } from '../../accounting/document';
import { blocks, type Finding } from '../../accounting/finding';
import { documentKey } from '../../accounting/ids';
import { saveBindings, type BindingRecord } from '../../database/bindings';
import { daysToMake, daysToTell, membersOfDay, noteDay, type DayRecord } from '../../database/day-documents';
import { postDocuments } from '../../odoo/documents/post-documents';
import { inChunks } from '../../odoo/loading/in-chunks';
import { matchProducts } from '../../odoo/products/match-products';
import { draftDocuments } from '../draft-documents';
import type { Progress } from '../progress';
import type { ShopContext } from '../shop-context';
import { dayNarration } from './day-narration';
import { nameOnOrders, tellOrders } from './tell-orders-of-day';
import { withoutOthers, type Day } from './days-without-others';
import type { OrderDesk } from './order-desk';
import { dayOfDocument } from './plan-orders';

/** Documents a call; each may hold the orders of a whole day. */
const daysAtOnce = 20;

export interface MadeDays {
  readonly documents: number;
  /** The time was up (`until`, as of Date.now()) before all were made. */
  readonly more: boolean;
  /** Of documents that were not made. */
  readonly findings: readonly Finding[];
}

/**
 * Makes the documents of all days that are over, tells their orders, and registers their payments (`bring` takes orders as
 * Shopify said them). What each document holds was written before; so a run that dies here is gone on with from the same.
 */
export async function makeDayDocuments(
  context: ShopContext,
  desk: OrderDesk,
  bring: (nodes: ReadonlyMap<string, unknown>) => Promise<unknown>,
  progress: Progress,
  until = Infinity,
): Promise<MadeDays> {
  const { database, shop, now } = context;
  const today = dateIn(now().toISOString(), shop.timeZone);
  const refused = new Map<string, Finding[]>();
  let documents = 0;
  for (;;) {
    const waiting = (await daysToMake(database, shop.id, today)).filter(({ key }) => !refused.has(key));
    for (const records of inChunks(waiting, daysAtOnce)) {
      if (Date.now() >= until) return { documents, more: true, findings: [...refused.values()].flat() };
      const made = await makeThese(context, desk, records, progress);
      documents += made.documents;
      for (const [key, findings] of made.refused) refused.set(key, findings);
    }
    const toTell = await daysToTell(database, shop.id);
    for (const record of toTell) {
      if (Date.now() >= until) return { documents, more: true, findings: [...refused.values()].flat() };
      await tellOrders(context, record, bring);
    }
    if (waiting.length === 0 && toTell.length === 0) break;
  }
  return { documents, more: false, findings: [...refused.values()].flat() };
}

async function makeThese(
  context: ShopContext,
  desk: OrderDesk,
  records: readonly DayRecord[],
  progress: Progress,
): Promise<{ documents: number; refused: Map<string, Finding[]> }> {
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
  const days = await withoutOthers(context, desk, all);
  const refused = new Map<string, Finding[]>();
  const note = (key: string, finding: Finding) => refused.set(key, [...(refused.get(key) ?? []), finding]);
  for (const { document } of days) {
    const problems = [
      ...unmappedTaxes([document], desk.books),
      ...rolesWithoutAccount([document], desk.books),
    ];
    for (const problem of problems.filter(blocks)) note(document.key, problem);
  }
  const free = days.filter(({ document }) => !refused.has(document.key));
  const documents = free.map(({ document }) => document);
  const narrations = new Map(free.map(({ document, members }) => [document.key, dayNarration(members)]));
  const products = await matchProducts(desk.client, desk.products, documents);
  const work = {
    ...desk,
    dateOf: (document: Document) => dayOfDocument(document, desk.books),
    narrationOf: ({ key }: Document) => narrations.get(key),
  };
  const drafted = await draftDocuments(context, work, products, documents, progress);
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
