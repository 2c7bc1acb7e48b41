import { bookedTax, type Account, type DocumentBooks } from './books';
import type { CalendarDate } from './calendar-date';
import type { Document, DocumentLine } from './document';
import type { Entry, EntryItem } from './entry';
import { add, isZero, negate, type Money } from './money';
import { pricedLines } from './priced-lines';

/** The account of a line: its product's own where it has one, its kind's where that is mapped, else the sales account. */
export type AccountOfLine = (line: DocumentLine) => Account;

export function accountOfLine(
  books: DocumentBooks,
  productAccount: (line: DocumentLine) => Account | undefined,
): AccountOfLine {
  return (line) => books.roles.get(line.role) ?? productAccount(line) ?? books.salesAccount;
}

/**
 * A line's price goes to Odoo with tax where the taxes it is mapped to are ones that Odoo includes in the price, whatever
 * Shopify shows: Odoo reads a price by its tax. A tax of 0 leaves the price as it is. With one tax of each kind on a line
 * the price goes without.
 */
export function priceIncludesTax(line: DocumentLine, books: DocumentBooks): boolean {
  const taxes = line.taxes.flatMap(({ key }) => bookedTax(books, key) ?? []);
  const real = taxes.filter(({ rate }) => rate !== '0');
  return real.length > 0
    ? real.every(({ priceIncluded }) => priceIncluded)
    : taxes.some((tax) => tax.priceIncluded);
}

/**
 * The journal entry that posting a document makes: lines, one item a tax, the receivable. Amounts are in the document's
 * currency. A tax that is not mapped has a finding and is left out here.
 */
export function entryOfDocument(
  document: Document,
  date: CalendarDate,
  books: DocumentBooks,
  accountOf: AccountOfLine,
): Entry {
  const sign = (amount: Money) => (document.kind === 'invoice' ? negate(amount) : amount);
  const lines: EntryItem[] = document.lines.flatMap((line) =>
    pricedLines(line, priceIncludesTax(line, books)).map(({ untaxed }) => ({
      account: accountOf(line),
      label: line.label,
      balance: sign(untaxed),
    })),
  );
  return {
    key: document.key,
    kind: document.kind,
    journal: books.salesJournal,
    date,
    reference: document.reference,
    items: [
      ...lines,
      ...taxItems(document, books, sign),
      { account: books.receivable, label: document.reference, balance: negate(sign(document.total)) },
    ],
  };
}

function taxItems(document: Document, books: DocumentBooks, sign: (amount: Money) => Money): EntryItem[] {
  const items = new Map<number, EntryItem>();
  for (const { key, amount } of document.lines.flatMap((line) => line.taxes)) {
    const tax = bookedTax(books, key);
    const account = document.kind === 'invoice' ? tax?.invoiceAccount : tax?.refundAccount;
    if (!tax || !account || isZero(amount)) continue;
    const known = items.get(tax.id);
    items.set(tax.id, {
      account,
      label: tax.name,
      balance: known ? add(known.balance, sign(amount)) : sign(amount),
    });
  }
  return [...items.values()];
}
