import type { Account } from '../../accounting/books';
import type { CalendarDate } from '../../accounting/calendar-date';
import type { Document } from '../../accounting/document';
import type { Finding } from '../../accounting/finding';
import type { DocumentKey } from '../../accounting/ids';
import { firstOpenDay, lockOn } from '../../accounting/lock-dates';
import { absolute, sum, type Money } from '../../accounting/money';
import { readPostingState } from '../books/read-posting-state';
import { compareDocument } from './compare-document';
import { periodLocked, rejected, standsDifferently } from './document-findings';
import { documentTarget, type DocumentToLoad } from './document-target';
import type { DocumentsContext } from './documents-context';
import { readDocumentItems, type DocumentInOdoo } from './draft-items';
import type { LoadedDocuments } from './load-documents';
import { postMoves } from './post-moves';

/** A document as it stands posted in Odoo. Amounts positive for what the document is about. */
export interface PostedDocument {
  readonly key: DocumentKey;
  readonly moveId: number;
  /** `INV/2026/00042`. */
  readonly number: string;
  readonly date: CalendarDate;
  readonly untaxed: Money;
  readonly tax: Money;
  readonly total: Money;
  readonly receivable: {
    readonly itemId: number;
    readonly account: Account;
    /** What is open, with Odoo's sign: positive on an invoice, negative on a credit note. */
    readonly residual: Money;
    readonly reconciled: boolean;
    readonly matching: string;
  };
  /** Untaxed, tax and total equal Shopify's, per line and per tax, as read back after posting. */
  readonly exact: boolean;
}

/**
 * Posts exact drafts and reads everything back, those posted before included. The lock dates are read first, because
 * Odoo moves a document out of a closed period in silence; the date is compared once more afterwards.
 */
export async function postDocuments(
  context: DocumentsContext,
  documents: readonly DocumentToLoad[],
  loaded: LoadedDocuments,
): Promise<{ posted: Map<DocumentKey, PostedDocument>; findings: Finding[] }> {
  const { client, books } = context;
  const findings: Finding[] = [];
  const toPost: number[] = [];
  const byMove = new Map<number, DocumentToLoad>();
  const locks = loaded.drafts.size > 0 ? (await readPostingState(client)).locks : {};
  for (const toLoad of documents) {
    const { document, date } = toLoad;
    const draft = loaded.drafts.get(document.key);
    if (!draft) continue;
    const lock = lockOn(date, 'sales document', locks);
    if (lock) findings.push(periodLocked(document, { date, lock, openDay: firstOpenDay(lock) }));
    else {
      toPost.push(draft.moveId);
      byMove.set(draft.moveId, toLoad);
    }
  }
  const refused = await postMoves(client, toPost);
  for (const [moveId, why] of refused) {
    const toLoad = byMove.get(moveId);
    if (toLoad) findings.push(rejected(toLoad.document, why, moveId));
  }
  const read = await readDocumentItems(
    client,
    toPost.filter((id) => !refused.has(id)),
  );
  const posted = new Map<DocumentKey, PostedDocument>();
  for (const toLoad of documents) {
    const { document } = toLoad;
    const before = loaded.posted.get(document.key);
    const inOdoo = before ?? read.get(loaded.drafts.get(document.key)?.moveId ?? 0);
    if (!inOdoo) continue;
    const result = postedDocument(document, inOdoo, context);
    if (result) posted.set(document.key, result);
    if (result?.exact && (before !== undefined || result.date === toLoad.date)) continue;
    findings.push(
      result && result.date !== toLoad.date
        ? periodLocked(
            document,
            { date: toLoad.date, lock: books.lockDates.everything ?? '', openDay: result.date },
            inOdoo.moveId,
          )
        : standsDifferently(document, inOdoo.moveId, { what: 'amounts', state: inOdoo.state }),
    );
  }
  return { posted, findings };
}

/** What a document read from Odoo is; undefined for one without a receivable (a total of 0 has none). */
function postedDocument(
  document: Document,
  inOdoo: DocumentInOdoo,
  { books }: Pick<DocumentsContext, 'books'>,
): PostedDocument | undefined {
  const receivable = inOdoo.items.find((item) => item.kind === 'receivable');
  if (!receivable || inOdoo.date === undefined) return undefined;
  const of = (kind: string) =>
    absoluteSum(
      document,
      inOdoo.items.flatMap((item) => (item.kind === kind ? item.amount : [])),
    );
  return {
    key: document.key,
    moveId: inOdoo.moveId,
    number: inOdoo.number,
    date: inOdoo.date,
    untaxed: of('line'),
    tax: of('tax'),
    total: of('receivable'),
    receivable: {
      itemId: receivable.id,
      account: receivable.account,
      residual: receivable.residual,
      reconciled: receivable.reconciled,
      matching: receivable.matching,
    },
    exact:
      inOdoo.state === 'posted' &&
      compareDocument(document, documentTarget(document, books), inOdoo).kind === 'exact',
  };
}

function absoluteSum(document: Document, amounts: readonly Money[]): Money {
  const whole = sum(document.currency, amounts);
  return document.total.minor < 0n ? whole : absolute(whole);
}
