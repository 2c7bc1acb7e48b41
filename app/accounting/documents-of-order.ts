import { compare } from './compare';
import { dateIn } from './calendar-date';
import type { Document, DocumentKind } from './document';
import { plainSettings, type DocumentSettings } from './document-settings';
import type { Finding } from './finding';
import { documentKey, type SaleId } from './ids';
import { linesOfSales } from './lines-of-sale';
import { absolute, equals, subtract, sumOf, type Money } from './money';
import type { Agreement, Order, Sale } from './order';

export interface DocumentsOfOrder {
  /** Those to be made, oldest first. */
  readonly documents: readonly Document[];
  /** What the ledger calls for before the start date: in the books by other means, never made, but payments settle it. */
  readonly earlier: readonly Document[];
  readonly findings: readonly Finding[];
}

/**
 * The documents of an order: one for each agreement that sold or took back something, oldest first. An agreement whose
 * figures do not add up becomes findings instead, and no document. Amounts are in `order.currency`.
 */
export function documentsOfOrder(order: Order, settings: DocumentSettings = plainSettings): DocumentsOfOrder {
  const seen = new Set<SaleId>();
  const documents: Document[] = [];
  const earlier: Document[] = [];
  const findings: Finding[] = [];
  const counted = { E: 0, R: 0 };
  for (const agreement of order.agreements) {
    // A return and the refund that follows may both list a sale: its id counts once.
    const sales = agreement.sales.filter((sale) => !seen.has(sale.id) && Boolean(seen.add(sale.id)));
    if (sales.length === 0) continue;
    const kind = kindOf(order, agreement, sales);
    // Counted whether or not it can be made, so that no later document is ever renumbered.
    const number =
      kind === 'credit-note' ? `-R${++counted.R}` : agreement.kind === 'order' ? '' : `-E${++counted.E}`;
    const before = isBefore(agreement, settings);
    const problems = sales.flatMap((sale) => saleFindings(order, sale));
    if (problems.length > 0) {
      if (!before) findings.push(...problems);
      continue;
    }
    const document = documentOfAgreement(order, agreement, sales, kind, number, settings);
    (before ? earlier : documents).push(document);
  }
  return { documents, earlier, findings };
}

function isBefore({ id, happenedAt }: Agreement, { since, brought, timeZone }: DocumentSettings): boolean {
  if (since === undefined || brought?.has(documentKey(`agreement_${id}`))) return false;
  return dateIn(happenedAt, timeZone) < since;
}

/** What sells more than it takes back is an invoice. A refund of nothing is still a refund. */
function kindOf(order: Order, agreement: Agreement, sales: readonly Sale[]): DocumentKind {
  const net = sumOf(order.currency, sales, totalOf);
  return net.minor < 0n || (net.minor === 0n && agreement.kind === 'refund') ? 'credit-note' : 'invoice';
}

function documentOfAgreement(
  order: Order,
  agreement: Agreement,
  sales: readonly Sale[],
  kind: DocumentKind,
  number: string,
  settings: DocumentSettings,
): Document {
  const lines = linesOfSales(order, sales, kind === 'credit-note', settings);
  const untaxed = sumOf(order.currency, lines, untaxedOf);
  const total = sumOf(order.currency, lines, totalOf);
  return {
    key: documentKey(`agreement_${agreement.id}`),
    kind,
    order: { id: order.id, name: order.name },
    agreement: agreement.id,
    ...(agreement.refund ? { refund: agreement.refund } : {}),
    reference: `${settings.prefix}${order.name}${number}`,
    happenedAt: agreement.happenedAt,
    buyer: order.buyer,
    ...(order.poNumber ? { poNumber: order.poNumber } : {}),
    ...(order.paymentTerms && kind === 'invoice' ? { paymentTerms: order.paymentTerms } : {}),
    currency: order.currency,
    taxesIncluded: order.taxesIncluded,
    lines,
    ...(settings.discounts === 'lines'
      ? { netLines: linesOfSales(order, sales, kind === 'credit-note', plainSettings) }
      : {}),
    untaxed,
    tax: subtract(total, untaxed),
    total,
  };
}

const totalOf = ({ total }: { total: Money }) => total;
const untaxedOf = ({ untaxed }: { untaxed: Money }) => untaxed;
const amountOf = ({ amount }: { amount: Money }) => amount;

function saleFindings(order: Order, sale: Sale): Finding[] {
  const taxes = sumOf(order.currency, sale.taxes, amountOf);
  const moreThanPrice = absolute(sale.tax).minor > absolute(sale.total).minor;
  if (sale.lineType !== 'unknown' && equals(taxes, sale.tax) && !moreThanPrice) return [];
  const object = { type: 'order', id: order.id, name: order.name } as const;
  const remedy = { page: 'shopify-order', id: order.id } as const;
  if (sale.lineType === 'unknown') {
    const facts = { line: sale.label, type: sale.rawLineType };
    return [{ kind: 'sale-kind-unknown', severity: 'blocks', object, actual: sale.total, facts, remedy }];
  }
  const figures = moreThanPrice ? compare(sale.total, sale.tax) : compare(sale.tax, taxes);
  return [
    { kind: 'sale-tax-differs', severity: 'blocks', object, ...figures, facts: { line: sale.label }, remedy },
  ];
}
