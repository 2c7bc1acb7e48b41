import type { Account, DocumentBooks } from '../../accounting/books';
import type { DocumentLine } from '../../accounting/document';
import { accountOfLine } from '../../accounting/entry-of-document';
import { toDecimal } from '../../accounting/money';
import { externalName, type ExternalModule } from '../loading/external-names';
import type { LoadRecord } from '../loading/load-once';
import { skuKey, type FoundProduct } from '../partners/find-products';
import { lineName } from './document-names';
import { documentTarget, type DocumentToLoad } from './document-target';

/**
 * Tax and account are named on every line, so neither Odoo's fiscal position nor the product's taxes change them: the
 * mapping wins (seen on 17 and 19 with partners abroad). Product goes with its own label.
 */
export const documentFields = [
  'id',
  'move_type',
  'partner_id/.id',
  'invoice_date',
  'date',
  'ref',
  'journal_id/.id',
  'currency_id/.id',
  'invoice_line_ids/id',
  'invoice_line_ids/name',
  'invoice_line_ids/product_id/.id',
  'invoice_line_ids/quantity',
  'invoice_line_ids/price_unit',
  'invoice_line_ids/account_id/.id',
  'invoice_line_ids/tax_ids/.id',
] as const;

const headCells = documentFields.filter((field) => !field.startsWith('invoice_line_ids')).length;

export interface RowsContext {
  readonly module: ExternalModule;
  readonly books: DocumentBooks;
  readonly products: ReadonlyMap<string, FoundProduct>;
  /** `res.currency` ids by code, for every currency of the documents. */
  readonly currencyIds: ReadonlyMap<string, number>;
}

export function productOf(line: DocumentLine, products: ReadonlyMap<string, FoundProduct>) {
  return line.role === 'product' && line.sku ? products.get(skuKey(line.sku)) : undefined;
}

export function lineAccount(
  context: Pick<RowsContext, 'books' | 'products'>,
): (line: DocumentLine) => Account {
  return accountOfLine(context.books, (line) => productOf(line, context.products)?.account);
}

/** The rows of one document for `account.move.load`: the head on the first, an invoice line on each. */
export function documentRows(toLoad: DocumentToLoad, context: RowsContext): LoadRecord {
  const { document, partnerId, date } = toLoad;
  const accountOf = lineAccount(context);
  const head = [
    externalName(context.module, document.key),
    document.kind === 'invoice' ? 'out_invoice' : 'out_refund',
    String(partnerId),
    date,
    date,
    document.reference,
    String(context.books.salesJournal.id),
    String(context.currencyIds.get(document.currency) ?? ''),
  ];
  const blank = Array.from({ length: headCells }, () => '');
  const rows = documentTarget(document, context.books).lines.map(({ line, priced, taxIds }, index) => [
    ...(index === 0 ? head : blank),
    externalName(context.module, lineName(document.key, line, priced)),
    line.label,
    String(productOf(line, context.products)?.id ?? ''),
    String(priced.quantity),
    toDecimal(priced.unitPrice),
    String(accountOf(line).id),
    taxIds.join(','),
  ]);
  return { externalId: document.key, rows };
}
