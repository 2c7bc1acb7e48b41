import { compare } from '../../accounting/compare';
import type { Finding } from '../../accounting/finding';
import type { DocumentKey } from '../../accounting/ids';
import { negate, sum } from '../../accounting/money';
import { currencyIds } from '../books/currency-ids';
import { loadOnce } from '../loading/load-once';
import { compareDocument, type Correction } from './compare-document';
import { notExact, rejected, standsDifferently } from './document-findings';
import { documentFields, documentRows } from './document-rows';
import { documentTarget, type DocumentToLoad } from './document-target';
import type { DocumentsContext } from './documents-context';
import { readDocumentItems, type DocumentInOdoo } from './draft-items';
import { forceDocuments } from './force-documents';
import { documentQuestion, readDocuments } from './read-documents';

export interface LoadedDocuments {
  /** Exact drafts, ready to be posted. */
  readonly drafts: ReadonlyMap<DocumentKey, DocumentInOdoo>;
  /** Posted before (by a run that died, or another one), and exact. */
  readonly posted: ReadonlyMap<DocumentKey, DocumentInOdoo>;
  /** Of each document that is in neither. */
  readonly findings: readonly Finding[];
}

/**
 * Brings documents to Odoo as drafts that are exact to the minor unit per line and tax, exactly once. What a dead run
 * left is picked up: drafts are checked like new ones, posted documents are compared and never changed. A draft that
 * differs by more than rounding is deleted and becomes a finding.
 */
export async function loadDocuments(
  context: DocumentsContext,
  documents: readonly DocumentToLoad[],
): Promise<LoadedDocuments> {
  const { client, module } = context;
  const findings: Finding[] = [];
  if (documents.length === 0) return { drafts: new Map(), posted: new Map(), findings };
  const existing = await readDocuments(context, documents);
  const posted = sortStanding(context, documents, existing, findings);
  const stale = staleDrafts(context, documents, existing);
  if (stale.length > 0) {
    await client.unlink(
      'account.move',
      stale.map(({ moveId }) => moveId),
    );
  }
  const gone = new Set(stale.map(({ moveId }) => moveId));
  const known = new Map<string, number>();
  for (const [key, { moveId }] of existing) if (!gone.has(moveId)) known.set(key, moveId);
  const codes = new Set(documents.map(({ document }) => document.currency));
  const rowsContext = { ...context, currencyIds: await currencyIds(client, codes) };
  const bookable = documents.filter(({ document }) => rowsContext.currencyIds.has(document.currency));
  for (const { document } of documents) {
    if (!rowsContext.currencyIds.has(document.currency))
      findings.push(rejected(document, `${document.currency} is not active in Odoo`));
  }
  const loaded = await loadOnce(client, {
    ...documentQuestion(module, bookable),
    fields: documentFields,
    records: bookable.map((toLoad) => documentRows(toLoad, rowsContext)),
    known,
    ...(context.onProgress ? { onProgress: context.onProgress } : {}),
  });
  for (const { document } of bookable) {
    const why = loaded.rejections.get(document.key);
    if (why) findings.push(rejected(document, why));
  }
  const waiting = bookable.filter(
    ({ document }) => loaded.ids.has(document.key) && !isStanding(existing.get(document.key)),
  );
  const drafts = await makeExact(context, waiting, loaded.ids, existing, findings);
  return { drafts, posted, findings };
}

const isStanding = (document: DocumentInOdoo | undefined) =>
  document !== undefined && document.state !== 'draft';

/** Documents that are beyond drafts: exact ones are done, for others a person is needed. */
function sortStanding(
  { books }: DocumentsContext,
  documents: readonly DocumentToLoad[],
  existing: ReadonlyMap<DocumentKey, DocumentInOdoo>,
  findings: Finding[],
): Map<DocumentKey, DocumentInOdoo> {
  const posted = new Map<DocumentKey, DocumentInOdoo>();
  for (const { document } of documents) {
    const inOdoo = existing.get(document.key);
    if (!inOdoo || inOdoo.state === 'draft') continue;
    if (inOdoo.state !== 'posted') {
      findings.push(standsDifferently(document, inOdoo.moveId, { what: 'state', state: inOdoo.state }));
      continue;
    }
    const comparison = compareDocument(document, documentTarget(document, books), inOdoo);
    if (comparison.kind === 'exact') posted.set(document.key, inOdoo);
    else {
      const figures = comparison.kind === 'different' ? comparison : undefined;
      findings.push(
        standsDifferently(
          document,
          inOdoo.moveId,
          { what: figures?.what ?? 'rounding', state: 'posted' },
          figures ? { expected: figures.expected, actual: figures.actual, residual: figures.residual } : {},
        ),
      );
    }
  }
  return posted;
}

/** Drafts of a dead run that are not what we would make now (a mapping was corrected since): they are made anew. */
function staleDrafts(
  { books }: DocumentsContext,
  documents: readonly DocumentToLoad[],
  existing: ReadonlyMap<DocumentKey, DocumentInOdoo>,
): DocumentInOdoo[] {
  return documents.flatMap(({ document, date }) => {
    const inOdoo = existing.get(document.key);
    if (inOdoo?.state !== 'draft') return [];
    const { kind } = compareDocument(document, documentTarget(document, books), inOdoo);
    return kind === 'different' || inOdoo.date !== date ? [inOdoo] : [];
  });
}

async function makeExact(
  context: DocumentsContext,
  documents: readonly DocumentToLoad[],
  ids: ReadonlyMap<string, number>,
  existing: ReadonlyMap<DocumentKey, DocumentInOdoo>,
  findings: Finding[],
): Promise<Map<DocumentKey, DocumentInOdoo>> {
  const { client, books } = context;
  const drafts = new Map<DocumentKey, DocumentInOdoo>();
  const moveIdOf = ({ document }: DocumentToLoad) => ids.get(document.key) ?? 0;
  let waiting = [...documents];
  for (const forcing of [true, false]) {
    const fresh = waiting.filter(
      (toLoad) => !forcing || existing.get(toLoad.document.key)?.moveId !== moveIdOf(toLoad),
    );
    const read = await readDocumentItems(client, fresh.map(moveIdOf));
    const corrections: Correction[] = [];
    const again: DocumentToLoad[] = [];
    const wrong: number[] = [];
    for (const toLoad of waiting) {
      const { document } = toLoad;
      const inOdoo = read.get(moveIdOf(toLoad)) ?? existing.get(document.key);
      if (!inOdoo) continue;
      const comparison = compareDocument(document, documentTarget(document, books), inOdoo);
      if (comparison.kind === 'exact') drafts.set(document.key, inOdoo);
      else if (comparison.kind === 'rounding' && forcing) {
        corrections.push(comparison.correction);
        again.push(toLoad);
      } else {
        findings.push(
          notExact(document, comparison.kind === 'different' ? comparison : unforced(toLoad, inOdoo)),
        );
        wrong.push(inOdoo.moveId);
      }
    }
    if (wrong.length > 0) await client.unlink('account.move', wrong);
    if (corrections.length === 0) break;
    await forceDocuments(client, corrections);
    waiting = again;
  }
  return drafts;
}

/** Odoo took the exact amounts and still shows others. */
function unforced({ document }: DocumentToLoad, inOdoo: DocumentInOdoo) {
  const whole = sum(
    document.currency,
    inOdoo.items.flatMap((item) => (item.kind === 'line' ? item.amount : [])),
  );
  const untaxed = document.kind === 'invoice' ? negate(whole) : whole;
  return { kind: 'different', what: 'rounding', ...compare(document.untaxed, untaxed) } as const;
}
