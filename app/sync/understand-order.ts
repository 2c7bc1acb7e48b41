import type { DocumentSettings } from '../accounting/document-settings';
import type { Document } from '../accounting/document';
import { documentsOfOrder, type DocumentsOfOrder } from '../accounting/documents-of-order';
import type { Finding } from '../accounting/finding';
import type { DocumentKey, OrderTransactionId } from '../accounting/ids';
import type { Order } from '../accounting/order';
import { pairPayments, type Pairing } from '../accounting/pair-payments';
import { orderName } from '../database/order-snapshots';
import { orderFromShopify, type DocumentCurrency } from '../shopify/order-from-shopify';

export interface UnderstandingSettings {
  readonly currency: DocumentCurrency;
  readonly documents: DocumentSettings;
}

export interface FetchedOrder {
  readonly order: Order;
  readonly made: DocumentsOfOrder;
  readonly documents: readonly Document[];
  /** Documents of before the start date. */
  readonly earlier: ReadonlySet<DocumentKey>;
  readonly pairings: ReadonlyMap<OrderTransactionId, Pairing>;
  /** An agreement that could not become a document; then its figures are not to be trusted for this order. */
  readonly findings: readonly Finding[];
}

/** An order, or the finding that it cannot be read. */
export type Understood = FetchedOrder | { readonly finding: Finding };

/**
 * What Shopify said of an order, as documents and pairings; or the finding that it cannot be read. `place` is where its
 * taxes belong by the documents that stand of it ("NL", "ES-GC"): an address that was changed since makes no other sale.
 */
export function understandOrder(
  id: string,
  node: unknown,
  { currency, documents: settings }: UnderstandingSettings,
  place?: string,
): Understood {
  try {
    const order = placed(orderFromShopify(node, currency), place);
    const made = documentsOfOrder(order, settings);
    return {
      order,
      made,
      documents: made.documents,
      earlier: new Set(made.earlier.map(({ key }) => key)),
      pairings: pairPayments(order, [...made.earlier, ...made.documents]),
      findings: made.findings,
    };
  } catch (error) {
    return { finding: unreadable(id, node, error) };
  }
}

function placed(order: Order, place: string | undefined): Order {
  if (place === undefined) return order;
  const [taxCountry = '', taxProvince = ''] = place.split('-', 2);
  return { ...order, taxCountry, taxProvince };
}

function unreadable(id: string, node: unknown, error: unknown): Finding {
  return {
    kind: 'order-unreadable',
    severity: 'blocks',
    object: { type: 'order', id, name: orderName(node, id) },
    facts: { why: error instanceof Error ? error.message : String(error) },
    remedy: { page: 'shopify-order', id },
  };
}
