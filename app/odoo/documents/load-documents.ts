import { blocks, type Finding } from '../../accounting/finding';
import type { DocumentKey } from '../../accounting/ids';
import { currencyIds } from '../books/currency-ids';
import { loadOnce } from '../loading/load-once';
import { compareDocument, type Correction } from './compare-document';
import { notExact, rejected, standsDifferently } from './document-findings';
import { documentRows } from './document-rows';
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
  const { client } = context;
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
  const currencies = await currencyIds(client, codes);
  const bookable: DocumentToLoad[] = [];
  for (const toLoad of documents) {
    const { document } = toLoad;
    if (isStanding(existing.get(document.key))) continue;
    const problems = context.problems?.get(document.key) ?? [];
    findings.push(...problems);
    if (!currencies.has(document.currency))
      findings.push(rejected(document, `${document.currency} is not active in Odoo`));
    else if (!problems.some(blocks)) bookable.push(toLoad);
  }
  const ids = await loadAll(context, bookable, currencies, known, findings);
  const waiting = bookable.filter(({ document }) => ids.has(document.key));
  const drafts = await makeExact(context, waiting, ids, existing, findings);
  return { drafts, posted, findings };
}

/** Loads what is missing of the documents; answers the moves of all that are there then. */
async function loadAll(
  context: DocumentsContext,
  documents: readonly DocumentToLoad[],
  currencies: ReadonlyMap<string, number>,
  known: ReadonlyMap<string, number>,
  findings: Finding[],
): Promise<Map<string, number>> {
  const { client, module, presentation, onProgress } = context;
  const hasTeam = presentation?.teamId !== undefined && (await client.hasField('account.move', 'team_id'));
  const byKey = new Map(documents.map((toLoad) => [toLoad.document.key as string, toLoad]));
  const ids = new Map<string, number>();
  let before = 0;
  for (const { fields, records } of documentRows(documents, {
    ...context,
    currencyIds: currencies,
    hasTeam,
  })) {
    const group = records.flatMap(({ externalId }) => byKey.get(externalId) ?? []);
    const start = before;
    const loaded = await loadOnce(client, {
      ...documentQuestion(module, group),
      fields,
      records,
      known,
      ...(onProgress ? { onProgress: (done) => onProgress(start + done, documents.length) } : {}),
    });
    before += records.length;
    for (const [key, id] of loaded.ids) ids.set(key, id);
    for (const [key, why] of loaded.rejections) {
      const refused = byKey.get(key);
      if (refused) findings.push(rejected(refused.document, why));
    }
  }
  return ids;
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
      const { what, line, expected, actual, residual } =
        comparison.kind === 'different' ? comparison : comparison.first;
      const facts = { what, state: 'posted', ...(line === undefined ? {} : { line }) };
      findings.push(standsDifferently(document, inOdoo.moveId, facts, { expected, actual, residual }));
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
  // Forced once, 17 may show taxes that it worked out anew from the lines that were written (seen in yen and dinars): then they are
  // written by themselves.
  for (let forced = 0; ; forced += 1) {
    const fresh = waiting.filter(
      (toLoad) => forced > 0 || existing.get(toLoad.document.key)?.moveId !== moveIdOf(toLoad),
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
      else if (comparison.kind === 'rounding' && forced < 2) {
        corrections.push(comparison.correction);
        again.push(toLoad);
      } else {
        // Odoo took the exact amounts and still shows others: then the first of them.
        findings.push(notExact(document, comparison.kind === 'different' ? comparison : comparison.first));
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
