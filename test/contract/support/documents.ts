import type { CalendarDate } from '../../../app/accounting/calendar-date';
import { currency } from '../../../app/accounting/currency';
import type { Document, DocumentKind, DocumentLine } from '../../../app/accounting/document';
import { agreementId, documentKey, orderId, saleId } from '../../../app/accounting/ids';
import { parseMoney, subtract, sum, zero, type Money } from '../../../app/accounting/money';
import { taxKey } from '../../../app/accounting/tax-key';

export interface LineWish {
  /** What the customer pays for the line: with tax where prices include it, else without. */
  readonly price: string;
  readonly rate?: '21' | '9' | '0';
  readonly quantity?: number;
  /** Shopify's own tax figure, where it is not the rounded one. */
  readonly tax?: string;
  readonly role?: DocumentLine['role'];
  readonly sku?: string;
}

export interface DocumentWish {
  /** Unique in its shop. */
  readonly id: string;
  readonly kind?: DocumentKind;
  readonly unit?: string;
  readonly taxesIncluded?: boolean;
  readonly lines: readonly LineWish[];
}

export const onDay = (text: string) => text as CalendarDate;

/** A document as Shopify's ledger would make it: each line's tax rounded by itself, halves away from zero. */
export function aDocument(wish: DocumentWish): Document {
  const unit = currency(wish.unit ?? 'EUR');
  const taxesIncluded = wish.taxesIncluded ?? true;
  const lines = wish.lines.map((line, index) =>
    aLine(line, `${wish.id}${String(index)}`, unit, taxesIncluded),
  );
  const untaxed = sum(
    unit,
    lines.map((line) => line.untaxed),
  );
  const total = sum(
    unit,
    lines.map((line) => line.total),
  );
  return {
    key: documentKey(`agreement_${wish.id}`),
    kind: wish.kind ?? 'invoice',
    order: { id: orderId(wish.id), name: `#${wish.id}` },
    agreement: agreementId(wish.id),
    reference: wish.kind === 'credit-note' ? `#${wish.id}-R1` : `#${wish.id}`,
    happenedAt: '2026-11-03T10:00:00Z',
    buyer: { id: wish.id, name: `Customer ${wish.id}`, isCompany: false },
    currency: unit,
    taxesIncluded,
    lines,
    untaxed,
    tax: subtract(total, untaxed),
    total,
  };
}

function aLine(wish: LineWish, id: string, unit: Money['currency'], taxesIncluded: boolean): DocumentLine {
  const price = parseMoney(wish.price, unit);
  const rate = BigInt(wish.rate ?? '21');
  const base = taxesIncluded ? 100n + rate : 100n;
  const tax = wish.tax
    ? parseMoney(wish.tax, unit)
    : { minor: halfUp(price.minor * rate, base), currency: unit };
  const untaxed = taxesIncluded ? subtract(price, tax) : price;
  return {
    sale: saleId(`${id}9`),
    role: wish.role ?? 'product',
    label: `Line ${id}`,
    ...(wish.sku ? { sku: wish.sku } : {}),
    quantity: BigInt(wish.quantity ?? 1),
    untaxed,
    total: { minor: untaxed.minor + tax.minor, currency: unit },
    taxes: [
      {
        key: taxKey({
          country: 'NL',
          title: rate === 0n ? '' : 'VAT',
          rate: String(rate),
          included: taxesIncluded,
        }),
        amount: rate === 0n ? zero(unit) : tax,
      },
    ],
  };
}

function halfUp(numerator: bigint, denominator: bigint): bigint {
  const sign = numerator < 0n ? -1n : 1n;
  return (sign * (numerator * sign * 2n + denominator)) / (denominator * 2n);
}

/** The lines at those places as Shopify has what is no supply: no tax at all, not even one of 0. */
export function withoutTaxes(document: Document, places: readonly number[]): Document {
  const lines = document.lines.map((line, index) =>
    places.includes(index) ? { ...line, untaxed: line.total, taxes: [] } : line,
  );
  const untaxed = sum(
    document.currency,
    lines.map((line) => line.untaxed),
  );
  return { ...document, lines, untaxed, tax: subtract(document.total, untaxed) };
}
