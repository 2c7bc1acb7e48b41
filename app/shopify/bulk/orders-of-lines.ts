import { z } from 'zod';
import { ShopifyAnswerUnexpected, ShopifyUnreachable } from '../shopify-error';
import type { FileLine } from './download-lines';

/** An order put together from the lines of a bulk operation. */
export interface BulkOrder {
  /** Its gid. */
  readonly id: string;
  /** In the shape that orderFromShopify reads. */
  readonly node: unknown;
  /** False where the file cannot say which payment belongs to which refund: read it again by itself. */
  readonly whole: boolean;
  /** Where the next order begins in the file, in bytes: reading can go on from there. */
  readonly next: number;
}

type Fields = Record<string, unknown>;
const lineShape = z.looseObject({ __parentId: z.string().optional(), id: z.string().optional() });
const rootShape = z.looseObject({
  id: z.string(),
  refunds: z.array(z.looseObject({ id: z.string() })),
  paymentTerms: z.looseObject({ id: z.string() }).nullish(),
});

const done = { hasNextPage: false, endCursor: null };

/**
 * Puts orders together from lines grouped under them: a line without a parent begins an order, those that follow are its
 * agreements, their sales, its tax fields and payment schedules, in any order. Holds one order at a time. A line of
 * another order is an error: the file would not be grouped as we asked for.
 */
export async function* ordersOfLines(lines: AsyncIterable<FileLine>): AsyncGenerator<BulkOrder> {
  let group: { root: z.infer<typeof rootShape>; children: Fields[]; next: number } | undefined;
  for await (const { text, next } of lines) {
    const line = readLine(text);
    if (line.__parentId === undefined) {
      if (group) yield assembled(group.root, group.children, group.next);
      const root = rootShape.safeParse(line);
      if (!root.success) throw new ShopifyAnswerUnexpected('A line of Shopify’s bulk operation is no order');
      group = { root: root.data, children: [], next };
    } else {
      if (!group)
        throw new ShopifyAnswerUnexpected('Shopify’s bulk operation begins in the middle of an order');
      group.children.push(line);
      group.next = next;
    }
  }
  if (group) yield assembled(group.root, group.children, group.next);
}

function readLine(text: string): z.infer<typeof lineShape> {
  try {
    return lineShape.parse(JSON.parse(text));
  } catch {
    // A proxy's page, or a line cut in two by a file that changed under us; asked again it may be well.
    throw new ShopifyUnreachable('A line of Shopify’s bulk operation is not JSON');
  }
}

function assembled(root: z.infer<typeof rootShape>, children: readonly Fields[], next: number): BulkOrder {
  const isAgreement = (line: Fields) => String(line['__typename']).endsWith('Agreement');
  const salesOf = new Map<unknown, Fields[]>(
    children.filter(isAgreement).map((agreement) => [agreement['id'], []]),
  );
  const agreements: Fields[] = [];
  const localized: Fields[] = [];
  const schedules: Fields[] = [];
  for (const { __parentId: parent, ...line } of children) {
    const ofOrder = parent === root.id;
    if (ofOrder && isAgreement(line)) {
      agreements.push({ ...line, sales: { pageInfo: done, nodes: salesOf.get(line['id']) ?? [] } });
    } else if (ofOrder && line['__typename'] === 'LocalizedField') localized.push(line);
    else if (line['__typename'] === 'PaymentSchedule' && (ofOrder || parent === root.paymentTerms?.id)) {
      schedules.push(line);
    } else {
      const sales = salesOf.get(parent);
      if (!sales) {
        throw new ShopifyAnswerUnexpected(
          `A line of ${String(parent)} stands under ${root.id} in Shopify's bulk operation`,
        );
      }
      sales.push(line);
    }
  }
  const node = {
    __typename: 'Order',
    ...root,
    paymentTerms: root.paymentTerms ? { ...root.paymentTerms, paymentSchedules: { nodes: schedules } } : null,
    localizedFields: { nodes: localized },
    refunds: root.refunds.map((refund) => ({ ...refund, transactions: { nodes: [] } })),
    agreements: { pageInfo: done, nodes: agreements },
  };
  return { id: root.id, node, whole: root.refunds.length === 0, next };
}
