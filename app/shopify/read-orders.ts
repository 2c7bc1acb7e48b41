import { z } from 'zod';
import type { AdminApi } from './admin-api';
import { pageInfo, readAnswer, tailOfGid } from './answer';
import {
  agreementSalesQuery,
  orderAgreementsQuery,
  ordersByNameQuery,
  ordersQuery,
} from './operations/orders';
import { ShopifyAccessDenied, ShopifyAnswerUnexpected, ShopifyQueryTooCostly } from './shopify-error';

/** Page sizes of the ledger inside one query: most orders fit, the few that do not are read on. */
const sizes = { agreements: 10, sales: 25, transactions: 50, refunds: 50, refundTransactions: 5 };
/** Payments and refunds are lists that cannot be read on: an order that fills them is asked for by itself, with all that Shopify gives. */
const largest = { ...sizes, transactions: 250, refunds: 250, refundTransactions: 50 };

/**
 * What each needs a permission of its own for (read_locations, read_payment_terms), and orders are good without: a shop
 * that installed the app before it asked for them is read without, until somebody consents to them.
 */
interface Extras {
  retail: boolean;
  terms: boolean;
}

/** How many orders of a shop go into one query, once Shopify has found more of them too costly. */
const batches = new WeakMap<AdminApi, number>();

const page = z.looseObject({ pageInfo, nodes: z.array(z.looseObject({})) });
const agreementPage = z.looseObject({ pageInfo, nodes: z.array(z.looseObject({ sales: page })) });
const orderNode = z.looseObject({
  __typename: z.string(),
  id: z.string(),
  agreements: agreementPage,
  transactions: z.array(z.unknown()).default([]),
  refunds: z
    .array(
      z.looseObject({
        transactions: z.looseObject({
          pageInfo: z.object({ hasNextPage: z.boolean() }).optional(),
        }),
      }),
    )
    .default([]),
});
type OrderNode = z.infer<typeof orderNode>;

/**
 * Orders as Shopify said them, whole: every agreement, every sale. Keys are order numbers; an order that Shopify does not
 * have, or does not show (older than the app may read), is not in the map. Asks for several orders at once, and for
 * fewer when Shopify finds the query too costly.
 */
export async function readOrders(
  api: AdminApi,
  ids: readonly string[],
  onProgress: (done: number) => Promise<void> | void = () => undefined,
): Promise<Map<string, unknown>> {
  const found = new Map<string, unknown>();
  const extras: Extras = { retail: true, terms: true };
  let batch = batches.get(api) ?? 10;
  for (let start = 0; start < ids.length;) {
    const wanted = ids.slice(start, start + batch);
    let nodes: unknown[];
    try {
      nodes = await ordersOf(api, wanted, extras);
    } catch (error) {
      if (giveUp(extras, error)) continue;
      if (!(error instanceof ShopifyQueryTooCostly) || batch === 1) throw error;
      batch = Math.max(1, Math.floor(batch / 2));
      batches.set(api, batch);
      continue;
    }
    for (const node of nodes) {
      if (!node) continue;
      const order = await withEveryPayment(api, readAnswer(orderNode, node, 'an order'), extras);
      found.set(tailOfGid(order.id), await completed(api, order));
    }
    start += wanted.length;
    await onProgress(Math.min(start, ids.length));
  }
  return found;
}

/** Leaves out what Shopify has refused; false where that was something else, or was left out already. */
function giveUp(extras: Extras, error: unknown): boolean {
  if (!(error instanceof ShopifyAccessDenied)) return false;
  // Shopify names the field, or the permission.
  const refused = `${error.path} ${error.requiredAccess}`;
  if (extras.retail && /retailLocation|read_locations/.test(refused)) extras.retail = false;
  else if (extras.terms && /paymentTerms|read_payment_terms/.test(refused)) extras.terms = false;
  else return false;
  return true;
}

async function ordersOf(
  api: AdminApi,
  ids: readonly string[],
  extras: Extras,
  pages = sizes,
): Promise<unknown[]> {
  const answer = await api.query(ordersQuery, {
    ids: ids.map((id) => `gid://shopify/Order/${id}`),
    ...pages,
    ...extras,
  });
  return readAnswer(z.object({ nodes: z.array(z.unknown()) }), answer, 'orders').nodes;
}

/** A payment that the page left out would be money that nobody sees: such an order is asked for again, by itself. */
async function withEveryPayment(api: AdminApi, order: OrderNode, extras: Extras): Promise<OrderNode> {
  if (!isCut(order, sizes)) return order;
  const [again] = await ordersOf(api, [tailOfGid(order.id)], extras, largest);
  const whole = readAnswer(orderNode, again, 'an order');
  if (isCut(whole, largest)) {
    throw new ShopifyAnswerUnexpected(
      `It has more payments than Shopify tells of at once (${String(whole.transactions.length)})`,
    );
  }
  return whole;
}

function isCut({ transactions, refunds }: OrderNode, pages: typeof sizes): boolean {
  return (
    transactions.length >= pages.transactions ||
    refunds.length >= pages.refunds ||
    refunds.some((refund) => refund.transactions.pageInfo?.hasNextPage)
  );
}

/** Reads on what one page did not hold. */
async function completed(api: AdminApi, order: OrderNode): Promise<OrderNode> {
  const agreements = [...order.agreements.nodes];
  let more = order.agreements.pageInfo;
  while (more.hasNextPage && more.endCursor) {
    const variables = {
      id: order.id,
      after: more.endCursor,
      agreements: sizes.agreements,
      sales: sizes.sales,
    };
    const answer = await api.query(orderAgreementsQuery, variables);
    const next = readAnswer(
      z.object({ order: z.object({ agreements: agreementPage }) }),
      answer,
      'agreements',
    );
    agreements.push(...next.order.agreements.nodes);
    more = next.order.agreements.pageInfo;
  }
  if (agreements.some(({ sales }) => sales.pageInfo.hasNextPage))
    await completeSales(api, order.id, agreements);
  const done = { hasNextPage: false, endCursor: null };
  return { ...order, agreements: { ...order.agreements, pageInfo: done, nodes: agreements } };
}

async function completeSales(
  api: AdminApi,
  id: string,
  agreements: OrderNode['agreements']['nodes'],
): Promise<void> {
  // An agreement has no query of its own; walking the connection one by one gives the cursor before each.
  let before: string | null = null;
  const one = z.object({
    order: z.object({ agreements: z.object({ nodes: z.array(z.looseObject({ sales: page })) }) }),
  });
  const cursors = z.object({ order: z.object({ agreements: z.object({ pageInfo }) }) });
  for (const [index, agreement] of agreements.entries()) {
    let more = agreement.sales.pageInfo;
    const sales = [...agreement.sales.nodes];
    while (more.hasNextPage && more.endCursor) {
      const variables = { id, agreement: before, after: more.endCursor, sales: 100 };
      const answer = await api.query(agreementSalesQuery, variables);
      const next = readAnswer(one, answer, 'sales').order.agreements.nodes[0];
      if (!next) break;
      sales.push(...next.sales.nodes);
      more = next.sales.pageInfo;
    }
    agreements[index] = {
      ...agreement,
      sales: { pageInfo: { hasNextPage: false, endCursor: null }, nodes: sales },
    };
    const answer = await api.query(orderAgreementsQuery, { id, after: before, agreements: 1, sales: 1 });
    before = readAnswer(cursors, answer, 'agreements').order.agreements.pageInfo.endCursor ?? null;
  }
}

/** The ids of orders by their exact names, for an import that knows only names; names Shopify has not are left out. */
export async function findOrderIds(api: AdminApi, names: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const answerShape = z.object({
    orders: z.object({ pageInfo, nodes: z.array(z.object({ id: z.string(), name: z.string() })) }),
  });
  const wanted = new Set(names);
  for (let start = 0; start < names.length; start += 25) {
    const query = names
      .slice(start, start + 25)
      .map((name) => `name:"${name.replaceAll('"', '')}"`)
      .join(' OR ');
    const answer = await api.query(ordersByNameQuery, { query, first: 100, after: null });
    for (const { id, name } of readAnswer(answerShape, answer, 'orders').orders.nodes) {
      if (wanted.has(name)) found.set(name, tailOfGid(id));
    }
  }
  return found;
}
