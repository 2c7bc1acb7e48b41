import type { DocumentBooks } from '../../accounting/books';
import { dateIn, type Instant } from '../../accounting/calendar-date';
import { checkOrder } from '../../accounting/check-order';
import { unmappedTaxes } from '../../accounting/checks/taxes-are-mapped';
import { rolesWithoutAccount } from '../../accounting/checks/lines-have-accounts';
import type { Document } from '../../accounting/document';
import { blocks, type Finding } from '../../accounting/finding';
import type { DocumentKey } from '../../accounting/ids';
import { leftOut, type LeftOut } from '../../accounting/left-out';
import { firstOpenDay, lockOn } from '../../accounting/lock-dates';
import { paymentsOfOrder, type PaymentEntry } from '../../accounting/payment-entry';
import { bindingsOf, type BindingRecord } from '../../database/bindings';
import type { DayRecord } from '../../database/day-documents';
import { periodLocked } from '../../odoo/documents/document-findings';
import type { DocumentInOdoo } from '../../odoo/documents/draft-items';
import { matchProducts, type MatchedProducts } from '../../odoo/products/match-products';
import { changedInputs, inputOfDocument } from '../changed-inputs';
import type { ShopContext } from '../shop-context';
import { standingDocuments } from '../standing-documents';
import type { FetchedOrder } from '../understand-order';
import { understandOrders } from '../understand-orders';
import { daysThatHold } from './days-that-hold';
import { offsetKey } from './offset-in-days';
import type { OrderDesk } from './order-desk';
import { paymentNotices } from './payment-notices';

/** What bringing one order to Odoo will do, before it does anything. */
export interface PlannedOrder {
  readonly id: string;
  /** Absent where the order cannot be read. */
  readonly fetched?: FetchedOrder;
  readonly leftOut?: LeftOut;
  /** Documents that do not stand in Odoo yet. Not made while a finding blocks the order. */
  readonly toMake: readonly Document[];
  /** Agreements that go into the document of their day, and do not stand in Odoo yet. */
  readonly forDay: readonly Document[];
  readonly payments: readonly PaymentEntry[];
  readonly findings: readonly Finding[];
}

export interface OrdersPlan {
  readonly orders: readonly PlannedOrder[];
  /** Documents that were read in Odoo, because a person wants to know or a payment needs them. */
  readonly standing: ReadonlyMap<DocumentKey, DocumentInOdoo>;
  /** The days' documents that agreements are in. */
  readonly days: ReadonlyMap<string, DayRecord>;
  readonly products: MatchedProducts;
  readonly bindings: ReadonlyMap<string, BindingRecord>;
}

/**
 * Works out what a batch of orders still needs in Odoo, and what is in the way. What our database remembers as posted is
 * not asked for again; for orders in `verify` Odoo itself is asked, so that a document that somebody deleted is found out.
 */
export async function planOrders(
  context: ShopContext,
  desk: OrderDesk,
  nodes: ReadonlyMap<string, unknown>,
  verify: ReadonlySet<string>,
): Promise<OrdersPlan> {
  const { settings, client, module, books } = desk;
  const read = await understandOrders(context.database, context.shop.id, nodes, settings);
  const fetched = [...read.values()].flatMap((understood) => ('finding' in understood ? [] : [understood]));
  const keys = fetched.flatMap(({ documents }) => documents.map(({ key }) => key as string));
  const payments = new Map(fetched.map((one) => [one.order.id as string, paymentsToRegister(one, desk)]));
  const paymentKeys = [...payments.values()].flat().map(({ key }) => key);
  const offsetKeys = fetched.flatMap(({ documents }) =>
    documents.flatMap(({ kind, key }) => (kind === 'credit-note' ? [offsetKey(key)] : [])),
  );
  const bindings = await bindingsOf(context.database, context.shop.id, [
    ...keys,
    ...paymentKeys,
    ...offsetKeys,
  ]);
  const asked = fetched.filter(({ order }) => verify.has(order.id));
  const days = await daysThatHold(context, keys, settings.per);
  const perDay = settings.per === 'day';
  // What was made for an order by itself may be unknown to us, and must not go into a day as well.
  const unknown = fetched.flatMap((one) =>
    one.documents.filter(({ key }) => {
      const day = days.get(key);
      return !bindings.has(key) && (day ? day.state !== 'open' : perDay);
    }),
  );
  const doubtful = fetched.filter((one) => isDoubtful(one, bindings, settings.statuses));
  const standing = await standingDocuments(
    { client, module },
    [...new Set([...[...asked, ...doubtful].flatMap(({ documents }) => documents), ...unknown])],
    days,
  );
  const stands = (order: FetchedOrder, { key }: Document) =>
    standing.get(key)?.state === 'posted' || (!verify.has(order.order.id) && bindings.has(key));

  const missing = (one: FetchedOrder) => one.documents.filter((document) => !stands(one, document));
  const isForDay = ({ key }: Document) => perDay || days.has(key);
  const single = (one: FetchedOrder) => missing(one).filter((document) => !isForDay(document));
  const anyStands = (one: FetchedOrder) => one.documents.some((document) => stands(one, document));
  const out = new Map(
    fetched.map((one) => [one, leftOut(one.order, one.made, settings.statuses, anyStands(one))]),
  );
  const forBooks = fetched.filter((one) => !out.get(one));
  const products = await matchProducts(client, desk.products, forBooks.flatMap(single));
  const orders = [...read].map(([id, understood]): PlannedOrder => {
    if ('finding' in understood) {
      return { id, ...nothing, findings: [understood.finding] };
    }
    const why = out.get(understood);
    if (why) return { id, fetched: understood, leftOut: why, ...nothing };
    const toMake = single(understood);
    const forDay = missing(understood).filter(isForDay);
    const all = [...toMake, ...forDay];
    const findings = [
      ...understood.findings,
      // What somebody took back in Odoo is made anew, from what Shopify says now.
      ...changedInputs(
        understood.documents.filter((document) => stands(understood, document)).map(inputOfDocument),
        bindings,
      ),
      ...unmappedTaxes(all, books),
      ...rolesWithoutAccount(all, books),
      ...all.flatMap((document) => [
        ...(products.problems.get(document.key) ?? []),
        ...locked(document, books),
      ]),
      ...checkOrder(understood.order, understood.made, anyStands(understood)),
      ...paymentNotices(payments.get(id) ?? [], ({ key }) => bindings.has(key), desk.gateways),
    ];
    const unregistered = (payments.get(id) ?? []).filter(({ key }) => verify.has(id) || !bindings.has(key));
    return { id, fetched: understood, toMake, forDay, payments: unregistered, findings };
  });
  return { orders, standing, days, products, bindings };
}

const nothing = { toMake: [], forDay: [], payments: [], findings: [] };

/** Left out as nothing of it is posted that we know of. Where our database was lost, only Odoo knows better. */
function isDoubtful(
  { order, made, documents }: FetchedOrder,
  bindings: ReadonlyMap<string, BindingRecord>,
  statuses: OrderDesk['settings']['statuses'],
): boolean {
  if (documents.some(({ key }) => bindings.has(key))) return false;
  return Boolean(leftOut(order, made, statuses, false)) && !leftOut(order, made, statuses, true);
}

export function isBlocked({ findings }: Pick<PlannedOrder, 'findings'>): boolean {
  return findings.some(blocks);
}

function locked(document: Document, books: DocumentBooks): Finding[] {
  const date = dateIn(document.happenedAt, books.timeZone);
  const lock = lockOn(date, 'sales document', books.lockDates);
  if (!lock) return [];
  const finding = periodLocked(document, { date, lock, openDay: firstOpenDay(lock) });
  return [books.postOnFirstOpenDay ? { ...finding, severity: 'notice' } : finding];
}

/**
 * Payments of gateways that are to be registered. Those of before the start date are in the books by other means, unless
 * they pay a document of before it that Klopt has brought: the start date was moved since.
 */
function paymentsToRegister(
  { order, pairings, earlier, documents }: FetchedOrder,
  desk: OrderDesk,
): PaymentEntry[] {
  const { since, timeZone } = desk.settings.documents;
  const isBefore = ({ happenedAt }: { readonly happenedAt: Instant }) =>
    since !== undefined && dateIn(happenedAt, timeZone) < since;
  const brought = new Set(documents.filter(isBefore).map(({ key }) => key));
  return paymentsOfOrder(order, pairings, earlier).filter(
    (payment) =>
      !desk.gateways.notRegistered.has(payment.gateway) &&
      (!isBefore(payment) || payment.shares.some(({ document }) => brought.has(document))),
  );
}
