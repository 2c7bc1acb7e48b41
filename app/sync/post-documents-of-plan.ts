import { compare } from '../accounting/compare';
import type { OpenItem } from '../accounting/counterpart';
import { buyerOfDay } from '../accounting/day-documents';
import type { Document } from '../accounting/document';
import { blocks, type Finding } from '../accounting/finding';
import type { DocumentKey } from '../accounting/ids';
import { absolute, equals, sum, type Money } from '../accounting/money';
import type { Buyer } from '../accounting/order';
import { saveBindings } from '../database/bindings';
import { noteOrdersPosted, saveOrders } from '../database/orders';
import type { DocumentInOdoo } from '../odoo/documents/draft-items';
import { postDocuments } from '../odoo/documents/post-documents';
import { standingDaysOf } from './days-of-plan';
import { draftDocuments } from './draft-documents';
import { leaveTheirDays } from './orders/leave-their-days';
import { recordOf } from './orders/record-orders';
import { registerPayments } from './payments-of-payout';
import type { PayoutPlan } from './plan-payout';
import { bindingOfDocument, openItemOfDocument } from './posted-document';
import type { Progress } from './progress';
import type { ShopContext } from './shop-context';

export interface PostedDocuments {
  /** Posted by this run. */
  readonly made: number;
  /** Stood in Odoo before. */
  readonly standing: number;
  readonly exact: number;
  readonly openItems: ReadonlyMap<DocumentKey, OpenItem>;
  readonly findings: readonly Finding[];
}

/** Makes the documents of a plan that do not stand in Odoo yet: customers, exact drafts, posted and read back. */
export async function postDocumentsOfPlan(
  context: ShopContext,
  plan: PayoutPlan,
  progress: Progress,
): Promise<PostedDocuments> {
  const { standing } = plan;
  const forDay = new Set(plan.forDay);
  const toMake = plan.documents.filter(
    (document) => standing.get(document.key)?.state !== 'posted' && !forDay.has(document),
  );
  const payers = unregisteredPayers(plan);
  await leaveTheirDays(context, toMake);
  const drafted = await draftDocuments(context, plan.work, plan.products, toMake, progress, payers);
  const { loaded, toLoad, partners } = drafted;
  const refused = [...[...partners.problems.values()].flat().filter(blocks), ...drafted.refused];
  if (refused.length > 0) {
    return nothingPosted(refused);
  }
  await progress('posting', 0, toLoad.length);
  const { posted, findings } = await postDocuments(drafted.context, toLoad, loaded);
  const standingPosted = plan.documents.filter(({ key }) => standing.get(key)?.state === 'posted');
  const differing = [
    ...standingPosted.flatMap((document) =>
      plan.days.has(document.key) ? [] : totalsFinding(document, standing.get(document.key)),
    ),
    ...(await standingDaysOf(context, plan)).flatMap(({ document, inOdoo }) =>
      totalsFinding(document, inOdoo),
    ),
  ];
  await bind(context, plan, posted);
  await progress('posting', toLoad.length, toLoad.length);

  const openItems = new Map<DocumentKey, OpenItem>();
  for (const document of plan.documents) {
    const item = openItemOfDocument(document, posted.get(document.key), standing.get(document.key));
    if (item) openItems.set(document.key, item);
  }
  const partnerOf = (order: string) => {
    const buyer = payerOf(plan, order);
    return buyer && partners.of(buyer)?.partnerId;
  };
  const registered = await registerPayments(plan, openItems, partnerOf);
  return {
    made: [...posted.keys()].filter((key) => loaded.drafts.has(key)).length,
    standing: standingPosted.length,
    exact:
      [...posted.values()].filter(({ exact }) => exact).length + standingPosted.length - differing.length,
    openItems: new Map([...openItems, ...registered.items]),
    findings: [...findings, ...differing, ...registered.findings.filter(blocks)],
  };
}

/** Whose payments are still to be registered: their partner is needed, also where no document is made for them. */
function unregisteredPayers(plan: PayoutPlan): Buyer[] {
  const { payments } = plan;
  return payments.entries.flatMap(({ key, order }) =>
    payments.standing.has(key) ? [] : (payerOf(plan, order.id) ?? []),
  );
}

/** What stands in a day's document is paid by whom that document is for. */
function payerOf({ orders, days }: PayoutPlan, orderId: string): Buyer | undefined {
  const known = orders.get(orderId);
  if (!known) return undefined;
  return known.documents.some(({ key }) => days.has(key)) ? buyerOfDay : known.order.buyer;
}

function nothingPosted(findings: readonly Finding[]): PostedDocuments {
  return { made: 0, standing: 0, exact: 0, openItems: new Map(), findings };
}

/** A document posted before is compared by its totals alone: a mapping that has changed since is no difference. */
function totalsFinding(document: Document, inOdoo: DocumentInOdoo | undefined): Finding[] {
  if (!inOdoo) return [];
  const total = (kinds: readonly string[]): Money =>
    absolute(
      sum(
        document.currency,
        inOdoo.items.flatMap((item) => (kinds.includes(item.kind) ? [item.amount] : [])),
      ),
    );
  const pairs = [
    [document.untaxed, total(['line'])],
    [document.tax, total(['tax'])],
    [document.total, total(['line', 'tax'])],
  ] as const;
  const wrong = pairs.find(([expected, actual]) => !equals(absolute(expected), actual));
  if (!wrong) return [];
  return [
    {
      kind: 'document-not-exact',
      severity: 'blocks',
      object: { type: 'document', id: document.key, name: inOdoo.number },
      ...compare(absolute(wrong[0]), wrong[1]),
      facts: { reference: document.reference, what: 'total' },
      remedy: { page: 'odoo-record', model: 'account.move', id: inOdoo.moveId },
    },
  ];
}

async function bind(
  { database, shop }: ShopContext,
  plan: PayoutPlan,
  posted: Awaited<ReturnType<typeof postDocuments>>['posted'],
): Promise<void> {
  const bindings = plan.documents.flatMap(
    (document) =>
      bindingOfDocument(document, posted.get(document.key), plan.standing.get(document.key)) ?? [],
  );
  await saveBindings(database, shop.id, bindings);
  const bound = new Set(bindings.map(({ externalId }) => externalId));
  const whole = [...plan.orders.values()].filter(
    ({ documents }) => documents.length > 0 && documents.every(({ key }) => bound.has(key)),
  );
  await saveOrders(
    database,
    shop.id,
    // Not its version: what else that brings (a payment, say) is still for the poll to see.
    whole.map(({ order }) => recordOf(order, 'without its version')),
  );
  await noteOrdersPosted(
    database,
    shop.id,
    whole.map(({ order, documents }) => ({ orderId: order.id, documents: documents.length })),
  );
}
