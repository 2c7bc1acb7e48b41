import type { OpenItem } from '../../accounting/counterpart';
import { buyerOfDay } from '../../accounting/day-documents';
import type { Finding } from '../../accounting/finding';
import type { DocumentKey } from '../../accounting/ids';
import { offsetsOfOrder, type Offset } from '../../accounting/offsets-of-order';
import type { Buyer } from '../../accounting/order';
import { postDocuments, type PostedDocument } from '../../odoo/documents/post-documents';
import { buyerKey } from '../../odoo/partners/load-partners';
import { loadPayments, type PostedPayment } from '../../odoo/payments/load-payments';
import { draftDocuments } from '../draft-documents';
import { paymentsToLoad } from '../payments-to-load';
import { openItemOfDocument } from '../posted-document';
import type { Progress } from '../progress';
import type { ShopContext } from '../shop-context';
import { standingDocuments } from '../standing-documents';
import { joinersOf, joinTheirDays } from './join-their-days';
import { leaveTheirDays } from './leave-their-days';
import { offsetInDays, offsetKey, type DayOffset } from './offset-in-days';
import type { OrderDesk } from './order-desk';
import { settleOffsets } from './settle-offsets';
import { isBlocked, type OrdersPlan, type PlannedOrder } from './plan-orders';

export interface PostedOrders {
  readonly documents: ReadonlyMap<DocumentKey, PostedDocument>;
  readonly payments: ReadonlyMap<string, PostedPayment>;
  /** Entries that offset in days' documents what nobody paid, by key. */
  readonly offsets: ReadonlyMap<string, PostedPayment>;
  /** Agreements that went into the document of their day. */
  readonly joined: ReadonlySet<DocumentKey>;
  /** How many records this run made. */
  readonly made: { readonly documents: number; readonly payments: number };
  /** By order. */
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
}

/**
 * Makes the documents and payments of a batch of orders that do not stand in Odoo yet. An order of which anything is
 * refused gets nothing posted; the others go on.
 */
export async function postOrders(
  context: ShopContext,
  desk: OrderDesk,
  plan: OrdersPlan,
  progress: Progress,
): Promise<PostedOrders> {
  const findings = new Map<string, Finding[]>();
  const note = (order: string, more: readonly Finding[]) =>
    findings.set(order, [...(findings.get(order) ?? []), ...more]);
  const free = plan.orders.filter((order) => !isBlocked(order) && !order.leftOut).map(withoutWaiting);
  const orderOf = new Map<DocumentKey, string>(
    free.flatMap(({ id, toMake }) => toMake.map(({ key }) => [key, id] as const)),
  );
  const joiners = joinersOf(
    free.flatMap(({ forDay }) => forDay),
    new Map(free.flatMap(({ id, fetched }) => (fetched ? [[id, fetched]] : []))),
    context.shop.timeZone,
  );
  await joinTheirDays(context, joiners, { ...plan, client: desk.client });
  const joined = new Set(joiners.map(({ member }) => member.key));
  const payers = free.filter(({ payments }) => payments.length > 0).flatMap((order) => payerOf(order, plan));
  const documents = free.flatMap(({ toMake }) => toMake);
  const ofDays = free.flatMap((order) => offsetsInDays(order, plan));
  if (documents.length + payers.length + ofDays.length === 0)
    return {
      documents: new Map(),
      payments: new Map(),
      offsets: new Map(),
      joined,
      made: { documents: 0, payments: 0 },
      findings,
    };
  await leaveTheirDays(context, documents);
  const drafted = await draftDocuments(context, desk, plan.products, documents, progress, payers);
  for (const finding of drafted.refused) note(orderOf.get(finding.object.id as DocumentKey) ?? '', [finding]);
  for (const order of free) {
    const [buyer] = buyerOf(order);
    const problems = buyer && drafted.partners.problems.get(buyerKey(buyer, desk.customers.mode));
    if (problems) note(order.id, problems);
  }
  const stopped = new Set(
    [...findings].flatMap(([id, found]) => (isBlocked({ findings: found }) ? [id] : [])),
  );
  await progress('posting', 0, documents.length);
  const { posted, findings: refused } = await postDocuments(
    drafted.context,
    drafted.toLoad.filter(({ document }) => !stopped.has(document.order.id)),
    drafted.loaded,
  );
  for (const finding of refused) note(orderOf.get(finding.object.id as DocumentKey) ?? '', [finding]);
  await progress('posting', documents.length, documents.length);

  const made = [...posted.keys()].filter((key) => drafted.loaded.drafts.has(key)).length;
  const payerById = new Map(free.map((order) => [order.id, payerOf(order, plan)[0]]));
  const partnerOf = (order: string) => {
    const payer = payerById.get(order);
    return payer && drafted.partners.of(payer)?.partnerId;
  };
  const paying = free.filter(({ id, payments }) => payments.length > 0 && !stopped.has(id));
  const offsets = free
    .filter(({ id }) => !stopped.has(id))
    .flatMap((order) => offsetsAmong(order, plan, posted));
  const all = [...offsets, ...ofDays.flatMap((one) => one.offsets)];
  const items = await openItemsFor(desk, plan, free, posted, all);
  const payments = paymentsToLoad(
    paying.flatMap((order) => order.payments),
    desk,
    items,
    partnerOf,
  );
  const registered = await loadPayments({ client: desk.client, module: desk.module }, payments);
  for (const { payment } of payments) {
    const problems = registered.findings.get(payment.key);
    if (problems) note(payment.order.id, problems);
  }
  await settleOffsets(desk.client, offsets, items);
  const inDays = await offsetInDays(desk, ofDays, items);
  for (const [order, problems] of inDays.findings) note(order, problems);
  return {
    documents: posted,
    payments: registered.posted,
    offsets: inDays.posted,
    joined,
    made: { documents: made, payments: registered.made },
    findings,
  };
}

const buyerOf = ({ fetched }: PlannedOrder) => (fetched ? [fetched.order.buyer] : []);

/** What is paid of an agreement is registered once the document of its day stands. */
function withoutWaiting(order: PlannedOrder): PlannedOrder {
  const waiting = new Set(order.forDay.map(({ key }) => key));
  if (waiting.size === 0) return order;
  const payments = order.payments.filter(
    ({ shares }) => !shares.some(({ document }) => waiting.has(document)),
  );
  return { ...order, payments };
}

/** Who pays what stands in a day's document is whom that document is for. */
function payerOf(order: PlannedOrder, { days }: OrdersPlan): Buyer[] {
  const isOfDay = order.payments.some(({ shares }) => shares.some(({ document }) => days.has(document)));
  return isOfDay ? [buyerOfDay] : buyerOf(order);
}

/** What takes back what nobody paid, where one of the two was made now or Odoo was asked. Those of days are of many. */
function offsetsAmong(
  { fetched }: PlannedOrder,
  { days, standing }: OrdersPlan,
  posted: ReadonlyMap<DocumentKey, PostedDocument>,
): Offset[] {
  if (!fetched || fetched.documents.length < 2) return [];
  const known = (key: DocumentKey) => posted.has(key) || standing.has(key);
  return offsetsOfOrder(fetched.documents, fetched.pairings).filter(
    ({ invoice, creditNote }) =>
      (known(invoice) || known(creditNote)) && !days.has(invoice) && !days.has(creditNote),
  );
}

/** The same where either stands in the document of a day; once both stand, and unless it is done as far as we know. */
function offsetsInDays({ fetched }: PlannedOrder, { days, standing, bindings }: OrdersPlan): DayOffset[] {
  if (!fetched?.documents.some(({ key }) => days.has(key))) return [];
  const stands = (key: DocumentKey) => standing.get(key)?.state === 'posted' || bindings.has(key);
  const offsets = offsetsOfOrder(fetched.documents, fetched.pairings).filter(
    ({ invoice, creditNote }) =>
      (days.has(invoice) || days.has(creditNote)) && stands(invoice) && stands(creditNote),
  );
  return fetched.documents.flatMap((creditNote): DayOffset[] => {
    const own = offsets.filter((offset) => offset.creditNote === creditNote.key);
    const done = bindings.has(offsetKey(creditNote.key)) && !standing.has(creditNote.key);
    return own.length === 0 || done ? [] : [{ creditNote, offsets: own }];
  });
}

/** The receivable items that payments settle: of documents made now, and of those that stood before (asked of Odoo). */
async function openItemsFor(
  { client, module }: OrderDesk,
  plan: OrdersPlan,
  orders: readonly PlannedOrder[],
  posted: ReadonlyMap<DocumentKey, PostedDocument>,
  offsets: readonly Offset[],
): Promise<Map<DocumentKey, OpenItem>> {
  const needed = new Set([
    ...orders.flatMap(({ payments }) =>
      payments.flatMap(({ shares }) => shares.map(({ document }) => document)),
    ),
    ...offsets.flatMap(({ invoice, creditNote }) => [invoice, creditNote]),
  ]);
  const documents = orders.flatMap(({ fetched }) => fetched?.documents ?? []);
  const before = documents.filter(
    ({ key }) => needed.has(key) && !posted.has(key) && !plan.standing.has(key),
  );
  const read = await standingDocuments({ client, module }, before, plan.days);
  const items = new Map<DocumentKey, OpenItem>();
  for (const document of documents) {
    const { key } = document;
    const item = openItemOfDocument(document, posted.get(key), read.get(key) ?? plan.standing.get(key));
    if (item) items.set(key, item);
  }
  return items;
}
