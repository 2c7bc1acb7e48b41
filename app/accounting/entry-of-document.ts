import type { Account, Books } from './books';
import type { CalendarDate } from './calendar-date';
import type { Document, DocumentLine } from './document';
import type { Entry, EntryItem } from './entry';
import { add, isZero, negate, type Money } from './money';
import { pricedLines } from './priced-lines';

/** The account of a line: its product's own where it has one, its kind's where that is mapped, else the sales account. */
export type AccountOfLine = (line: DocumentLine) => Account;

export function accountOfLine(
  books: Books,
  productAccount: (line: DocumentLine) => Account | undefined,
): AccountOfLine {
  return (line) => books.roles.get(line.role) ?? productAccount(line) ?? books.salesAccount;
}

/** Prices go to Odoo with tax where Shopify's do and every tax of the document is one that Odoo includes in the price. */
export function pricesIncludeTax(document: Document, books: Books): boolean {
  return (
    document.taxesIncluded &&
    document.lines.every((line) =>
      line.taxes.every(({ key }) => books.taxes.get(key)?.priceIncluded ?? false),
    )
  );
}

/**
 * The journal entry that posting a document makes: lines, one item a tax, the receivable. Amounts are in the document's
 * currency. A tax that is not mapped has a finding and is left out here.
 */
export function entryOfDocument(
  document: Document,
  date: CalendarDate,
  books: Books,
  accountOf: AccountOfLine,
): Entry {
  const sign = (amount: Money) => (document.kind === 'invoice' ? negate(amount) : amount);
  const included = pricesIncludeTax(document, books);
  const lines: EntryItem[] = document.lines.flatMap((line) =>
    pricedLines(line, included).map(({ untaxed }) => ({
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

function taxItems(document: Document, books: Books, sign: (amount: Money) => Money): EntryItem[] {
  const items = new Map<number, EntryItem>();
  for (const { key, amount } of document.lines.flatMap((line) => line.taxes)) {
    const tax = books.taxes.get(key);
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
