import { compare } from './compare';
import type { Document, DocumentKind, DocumentLine, DocumentTax } from './document';
import type { Finding } from './finding';
import { documentKey, type SaleId } from './ids';
import { absolute, equals, negate, subtract, sumOf, type Money } from './money';
import type { Agreement, Order, Sale } from './order';
import { noTaxKeyOf, taxKeyOf } from './tax-key';

/**
 * The documents of an order: one for each agreement that sold or took back something, oldest first. An agreement whose
 * figures do not add up becomes findings instead, and no document. Amounts are in `order.currency`.
 */
export function documentsOfOrder(order: Order): { documents: Document[]; findings: Finding[] } {
  const seen = new Set<SaleId>();
  const documents: Document[] = [];
  const findings: Finding[] = [];
  let takenBack = 0;
  for (const agreement of order.agreements) {
    // A return and the refund that follows may both list a sale: its id counts once.
    const sales = agreement.sales.filter((sale) => !seen.has(sale.id) && Boolean(seen.add(sale.id)));
    if (sales.length === 0) continue;
    const kind = kindOf(order, agreement, sales);
    // Counted whether or not it can be made, so that no later credit note is ever renumbered.
    if (kind === 'credit-note') takenBack += 1;
    const problems = sales.flatMap((sale) => saleFindings(order, sale));
    if (problems.length > 0) {
      findings.push(...problems);
      continue;
    }
    documents.push(documentOfAgreement(order, agreement, sales, kind, takenBack));
  }
  return { documents, findings };
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
  creditNoteNumber: number,
): Document {
  const lines = sales.map((sale) => lineOfSale(order, sale, kind === 'credit-note'));
  const untaxed = sumOf(order.currency, lines, untaxedOf);
  const total = sumOf(order.currency, lines, totalOf);
  return {
    key: documentKey(`agreement_${agreement.id}`),
    kind,
    order: { id: order.id, name: order.name },
    agreement: agreement.id,
    ...(agreement.refund ? { refund: agreement.refund } : {}),
    reference:
      kind === 'credit-note'
        ? `${order.name}-R${String(creditNoteNumber)}`
        : agreement.kind === 'order'
          ? order.name
          : `${order.name}-E${agreement.id}`,
    happenedAt: agreement.happenedAt,
    buyer: order.buyer,
    currency: order.currency,
    taxesIncluded: order.taxesIncluded,
    lines,
    untaxed,
    tax: subtract(total, untaxed),
    total,
  };
}

function lineOfSale(order: Order, sale: Sale, giveBack: boolean): DocumentLine {
  const sense = giveBack ? negate : unchanged;
  const taxes: DocumentTax[] = sale.taxes.map((tax) => ({
    key: taxKeyOf(order, tax),
    amount: sense(tax.amount),
  }));
  const quantity = sale.quantity === undefined ? 1n : sale.quantity < 0n ? -sale.quantity : sale.quantity;
  return {
    sale: sale.id,
    role: sale.lineType === 'unknown' ? 'adjustment' : sale.lineType,
    label: sale.label,
    ...(sale.sku ? { sku: sale.sku } : {}),
    quantity: quantity === 0n ? 1n : quantity,
    untaxed: sense(subtract(sale.total, sale.tax)),
    total: sense(sale.total),
    taxes: taxes.length > 0 ? taxes : [{ key: noTaxKeyOf(order), amount: subtract(sale.total, sale.total) }],
  };
}

const unchanged = (amount: Money) => amount;
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
