import { bookedTax, type DocumentBooks } from '../../accounting/books';
import type { CalendarDate } from '../../accounting/calendar-date';
import type { Document, DocumentLine } from '../../accounting/document';
import { priceIncludesTax } from '../../accounting/entry-of-document';
import { add, type Money } from '../../accounting/money';
import { pricedLines, type PricedLine } from '../../accounting/priced-lines';

/** A document with what only Odoo knows of it. */
export interface DocumentToLoad {
  readonly document: Document;
  /** `res.partner`. */
  readonly partnerId: number;
  /** The accounting date, which is the invoice date too. */
  readonly date: CalendarDate;
  /** `res.partner` where it was delivered; without it, to the customer. */
  readonly deliveryId?: number;
  /** What Shopify says when it is due. A payment term goes before it. Without either, the customer's own term in Odoo. */
  readonly dueOn?: CalendarDate;
  /** `account.payment.term`. */
  readonly paymentTermId?: number;
  /** Stands below its lines; left to Odoo where there is none. */
  readonly narration?: string;
}

/** What Odoo must hold for a document to be exact. Amounts in the document's own sense (positive for what it is about). */
export interface DocumentTarget {
  /** In the order in which they are loaded, which is the order of the items' ids. */
  readonly lines: readonly {
    readonly line: DocumentLine;
    readonly priced: PricedLine;
    readonly taxIds: readonly number[];
  }[];
  /** By Odoo's tax: several of Shopify's may be mapped to one. */
  readonly taxes: ReadonlyMap<
    number,
    { readonly base: Money; readonly amount: Money; readonly lines: bigint }
  >;
}

export function documentTarget(document: Document, books: DocumentBooks): DocumentTarget {
  const lines = document.lines.flatMap((line) => {
    const taxIds = [...new Set(line.taxes.map(({ key }) => taxIdOf(document, key, books)))];
    return pricedLines(line, priceIncludesTax(line, books)).map((priced) => ({ line, priced, taxIds }));
  });
  const taxes = new Map<number, { base: Money; amount: Money; lines: bigint }>();
  const book = (id: number, base: Money, amount: Money, count: bigint) => {
    const known = taxes.get(id);
    taxes.set(
      id,
      known
        ? { base: add(known.base, base), amount: add(known.amount, amount), lines: known.lines + count }
        : { base, amount, lines: count },
    );
  };
  const nothing: Money = { minor: 0n, currency: document.currency };
  for (const { line, priced, taxIds } of lines) {
    for (const id of taxIds) book(id, priced.untaxed, nothing, line.summed ?? 1n);
  }
  for (const { key, amount } of document.lines.flatMap((line) => line.taxes)) {
    book(taxIdOf(document, key, books), nothing, amount, 0n);
  }
  return { lines, taxes };
}

function taxIdOf(
  document: Document,
  key: DocumentLine['taxes'][number]['key'],
  books: DocumentBooks,
): number {
  const tax = bookedTax(books, key);
  // The check "every tax is mapped" comes before; without it nothing may be loaded.
  if (!tax) throw new RangeError(`${document.reference} has a tax that is not mapped: ${key}`);
  return tax.id;
}
