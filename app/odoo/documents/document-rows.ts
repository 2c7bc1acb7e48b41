import { accountOfLine } from '../../accounting/entry-of-document';
import type { DocumentBooks } from '../../accounting/books';
import type { DocumentRole } from '../../accounting/document';
import { toDecimal } from '../../accounting/money';
import { externalName } from '../loading/external-names';
import type { LoadRecord } from '../loading/load-once';
import { lineName } from './document-names';
import { documentTarget, type DocumentToLoad } from './document-target';
import { plainPresentation, type DocumentsContext } from './documents-context';
import { labelOf } from './label-of';

/** Documents whose rows have the same columns, and so go to Odoo in one call. */
export interface DocumentRows {
  readonly fields: readonly string[];
  readonly records: readonly LoadRecord[];
}

export interface RowsContext extends Pick<
  DocumentsContext,
  'module' | 'books' | 'productOf' | 'presentation'
> {
  /** `res.currency` ids by code, for every currency of the documents. */
  readonly currencyIds: ReadonlyMap<string, number>;
  /** This Odoo's documents have a sales team. */
  readonly hasTeam: boolean;
}

/** Money that is owed on, and no income: it is in nobody's analysis. */
const noIncome = new Set<DocumentRole>(['gift-card', 'channel-tax']);

/**
 * The rows of documents for `account.move.load`. Tax and account are named on every line, so neither a fiscal position nor
 * the taxes of product, account or company change them: the mapping wins, and a line without tax stays without (an empty
 * cell clears; seen on 17 and 19). An empty cell clears on the head too, where Odoo would else choose: what is left to
 * Odoo has no column. So documents part by what they leave to it.
 */
export function documentRows(documents: readonly DocumentToLoad[], context: RowsContext): DocumentRows[] {
  const withDelivery = documents.some(({ deliveryId }) => deliveryId !== undefined);
  const groups = new Map<string, { fields: readonly string[]; records: LoadRecord[] }>();
  for (const toLoad of documents) {
    const head = headCells(toLoad, context, withDelivery);
    const fields = [...head.map(([field]) => field), ...lineFields(context)];
    const group = groups.get(fields.join()) ?? { fields, records: [] };
    groups.set(fields.join(), group);
    group.records.push({
      externalId: toLoad.document.key,
      rows: lineCells(toLoad, context).map((cells, index) => [
        ...head.map(([, value]) => (index === 0 ? value : '')),
        ...cells,
      ]),
    });
  }
  return [...groups.values()];
}

function headCells(
  toLoad: DocumentToLoad,
  { module, books, currencyIds, presentation = plainPresentation, hasTeam }: RowsContext,
  withDelivery: boolean,
): (readonly [field: string, value: string])[] {
  const { document, partnerId, date } = toLoad;
  const sale = presentation.kind === 'receipt' ? 'out_receipt' : 'out_invoice';
  const position = presentation.fiscalPositionOf?.(document);
  return [
    ['id', externalName(module, document.key)],
    ['move_type', document.kind === 'invoice' ? sale : 'out_refund'],
    ['partner_id/.id', String(partnerId)],
    ...(withDelivery ? [['partner_shipping_id/.id', String(toLoad.deliveryId ?? partnerId)] as const] : []),
    ['invoice_date', date],
    ['date', date],
    ['ref', document.reference],
    ['invoice_origin', document.poNumber ? `PO ${document.poNumber}` : ''],
    ['journal_id/.id', String(books.salesJournal.id)],
    ['currency_id/.id', String(currencyIds.get(document.currency) ?? '')],
    ...dueCells(toLoad),
    ...(toLoad.narration === undefined ? [] : [['narration', toLoad.narration] as const]),
    ...(position === undefined ? [] : [['fiscal_position_id/.id', String(position)] as const]),
    ...(presentation.teamId !== undefined && hasTeam
      ? [['team_id/.id', String(presentation.teamId)] as const]
      : []),
  ];
}

/** A due date holds only where the term is empty: else Odoo takes the customer's own and works the date out from it. */
function dueCells({ paymentTermId, dueOn }: DocumentToLoad): (readonly [string, string])[] {
  if (paymentTermId !== undefined) return [['invoice_payment_term_id/.id', String(paymentTermId)]];
  if (dueOn === undefined) return [];
  return [
    ['invoice_payment_term_id/.id', ''],
    ['invoice_date_due', dueOn],
  ];
}

function lineFields({ presentation = plainPresentation }: RowsContext): string[] {
  return [
    'id',
    'name',
    'product_id/.id',
    'quantity',
    'price_unit',
    'account_id/.id',
    'tax_ids/.id',
    ...(presentation.analyticAccountIds.length > 0 ? ['analytic_distribution'] : []),
  ].map((field) => `invoice_line_ids/${field}`);
}

function lineCells({ document }: DocumentToLoad, context: RowsContext): string[][] {
  const { module, books, productOf, presentation = plainPresentation } = context;
  const accountOf = lineAccount(books, productOf);
  const labels = presentation.labels ?? labelOf;
  const { analyticAccountIds } = presentation;
  // `load` takes Json as text. Accounts of several plans share the whole line, so they are one key.
  const distribution = JSON.stringify({ [analyticAccountIds.join(',')]: 100 });
  return documentTarget(document, books).lines.map(({ line, priced, taxIds }) => [
    externalName(module, lineName(document.key, line, priced)),
    labels(line, document.buyer.locale),
    String(productOf(line)?.id ?? ''),
    String(priced.quantity),
    toDecimal(priced.unitPrice),
    String(accountOf(line).id),
    taxIds.join(','),
    ...(analyticAccountIds.length > 0 ? [noIncome.has(line.role) ? '' : distribution] : []),
  ]);
}

/** A line's role goes before its product: where the merchant mapped shipping, that holds whatever product stands there. */
function lineAccount(books: DocumentBooks, productOf: DocumentsContext['productOf']) {
  return accountOfLine(books, (line) => productOf(line)?.account);
}
