import type { Finding } from '../../accounting/finding';
import { readPostingState } from '../books/read-posting-state';
import { postMoves } from '../documents/post-moves';
import { loadOnce } from '../loading/load-once';
import { reconcilePairs } from '../settlement/reconcile-pairs';
import { checkPayments } from './check-payments';
import { compareMoney, comparePayment } from './compare-payment';
import { entryModel, findPayments, lineModel, type PaymentRecord } from './find-payments';
import { pairsOfPayments } from './pairs-of-payments';
import {
  paymentDiffers,
  paymentPeriodLocked,
  paymentRejected,
  paymentStandsDifferently,
} from './payment-findings';
import { paymentFields, paymentRows, type PaymentRowsContext } from './payment-rows';
import type { PaymentToLoad } from './payment-to-load';
import type { PaymentsContext } from './payments-context';
import { perCall } from './plan-payment-marks';
import { MarksRefused, preparePayments } from './prepare-payments';
import { readPaymentItems, type PaymentInOdoo } from './read-payment-items';
import { postedPayment, type PostedPayment } from './read-payments';

export type { PostedPayment } from './read-payments';

export interface LoadedPayments {
  /** Those that stand posted, by key; those that stood before among them. */
  readonly posted: ReadonlyMap<string, PostedPayment>;
  /** How many this run made. */
  readonly made: number;
  /** By payment. */
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
}

/**
 * Registers payments exactly once, reconciles them with what they settle, and reads all of it back. It may be started
 * again at any point, after any death: what stands is compared and never changed, a draft that was left behind is posted.
 */
export async function loadPayments(
  context: PaymentsContext,
  payments: readonly PaymentToLoad[],
): Promise<LoadedPayments> {
  if (payments.length === 0) return { posted: new Map(), made: 0, findings: new Map() };
  const { client, module, onProgress } = context;
  const anew = { client, module, ...(onProgress ? { onProgress } : {}) };
  for (let attempts = 1; ; attempts += 1) {
    try {
      return await makePayments(attempts === 1 ? context : anew, payments);
    } catch (error) {
      if (!(error instanceof MarksRefused) || attempts >= client.retries.attempts) throw error;
    }
  }
}

async function makePayments(
  context: PaymentsContext,
  payments: readonly PaymentToLoad[],
): Promise<LoadedPayments> {
  const { client } = context;
  const findings = new Map<string, Finding[]>();
  const note = (key: string, more: readonly Finding[]) =>
    findings.set(key, [...(findings.get(key) ?? []), ...more]);
  const records = new Map(
    context.known ?? (await findPayments(context, keysOf(payments), earliest(payments))),
  );
  const openIds = openIdsOf(payments);
  const given = context.open;
  const isGiven = given !== undefined && openIds.every((id) => given.has(id));
  let read = await readPaymentItems(client, records, isGiven ? [] : openIds);
  const open = isGiven ? given : read.open;
  const standing = new Set(
    [...read.payments].flatMap(([key, { state }]) => (state === 'draft' ? [] : [key])),
  );
  await takeBackStaleDrafts(context, payments, records, read.payments);
  let waiting = payments.filter(({ payment }) => !standing.has(payment.key));
  if (waiting.length > 0) {
    const state = await readPostingState(client);
    const stopped = checkPayments(waiting, open, state);
    for (const [key, problems] of stopped) note(key, problems);
    waiting = waiting.filter(({ payment }) => !stopped.has(payment.key));
    const rows = await preparePayments(context, waiting, open, state);
    for (const toLoad of waiting) {
      const { currency } = toLoad.payment.money;
      if (!rows.currencyIds || rows.currencyIds.has(currency)) continue;
      note(toLoad.payment.key, [paymentRejected(toLoad, `${currency} is not active in Odoo`)]);
    }
    waiting = waiting.filter(({ payment }) => !findings.has(payment.key));
    const refused = await loadAndPost(context, waiting, records, rows);
    for (const [key, problem] of refused) note(key, [problem]);
  }
  if (waiting.length > 0 || isGiven) read = await readPaymentItems(client, records, openIds);
  const pairs = pairsOfPayments(payments, read.payments, read.open).filter(
    ({ matched, item, openItem }) => !matched && item && !openItem.reconciled,
  );
  await reconcilePairs(
    client,
    pairs.flatMap(({ item, openItem }) =>
      item ? [{ open: openItem, part: { id: item.id, balance: item.residual } }] : [],
    ),
  );
  if (pairs.length > 0) read = await readPaymentItems(client, records, openIds);
  const posted = new Map<string, PostedPayment>();
  for (const toLoad of payments) {
    const { key } = toLoad.payment;
    const inOdoo = read.payments.get(key);
    if (!inOdoo || inOdoo.state === 'draft') continue;
    const problems = differences(toLoad, inOdoo, standing.has(key));
    if (problems.length > 0) note(key, problems);
    const result = postedPayment(inOdoo, problems.length === 0);
    if (result) posted.set(key, result);
  }
  for (const { toLoad, openItem, matched } of pairsOfPayments(payments, read.payments, read.open)) {
    const { key } = toLoad.payment;
    const payment = posted.get(key);
    if (matched || !payment) continue;
    const facts = { what: 'not-reconciled', matching: openItem.matching };
    const problem = paymentDiffers(toLoad, payment.moveId, facts);
    // What stood before may have been reconciled otherwise by a person, on purpose.
    note(key, [standing.has(key) ? { ...problem, severity: 'notice' } : problem]);
    posted.set(key, { ...payment, exact: false });
  }
  const made = waiting.filter(({ payment }) => posted.has(payment.key)).length;
  return { posted, made, findings };
}

const keysOf = (payments: readonly PaymentToLoad[]) => payments.map(({ payment }) => payment.key);

function earliest(payments: readonly PaymentToLoad[]) {
  return payments.map(({ date }) => date).reduce((first, date) => (date < first ? date : first));
}

function openIdsOf(payments: readonly PaymentToLoad[]): number[] {
  const ids = payments.flatMap(({ payment, items }) =>
    payment.shares.flatMap(({ document }) => items.get(document)?.itemId ?? []),
  );
  return [...new Set(ids)];
}

/** Drafts of a dead run that are not what we would make now (a mapping was corrected since) are made anew. */
async function takeBackStaleDrafts(
  { client }: PaymentsContext,
  payments: readonly PaymentToLoad[],
  records: Map<string, PaymentRecord>,
  inOdoo: ReadonlyMap<string, PaymentInOdoo>,
): Promise<void> {
  const stale = payments.flatMap((toLoad) => {
    const draft = inOdoo.get(toLoad.payment.key);
    if (draft?.state !== 'draft') return [];
    const same = draft.date === toLoad.date && !comparePayment(toLoad, draft);
    return same && !toLoad.target.asStatementLine ? [] : [draft];
  });
  if (stale.length === 0) return;
  await client.unlink(
    entryModel,
    stale.map(({ moveId }) => moveId),
  );
  for (const { key } of stale) records.delete(key);
}

/** Loads what is missing, tills first, posts the entries, and puts what was made among the records. */
async function loadAndPost(
  context: PaymentsContext,
  waiting: readonly PaymentToLoad[],
  records: Map<string, PaymentRecord>,
  rows: PaymentRowsContext,
): Promise<Map<string, Finding>> {
  const { client, module, onProgress } = context;
  const refused = new Map<string, Finding>();
  for (const till of [true, false]) {
    const payments = waiting.filter(({ target }) => target.asStatementLine === till);
    if (payments.length === 0) continue;
    const model = till ? lineModel : entryModel;
    const known = new Map(
      [...records].flatMap(([key, record]) => (record.model === model ? [[key, record.id] as const] : [])),
    );
    const loaded = await loadOnce(client, {
      model,
      module,
      fields: paymentFields(till, rows),
      records: payments.map((toLoad) => paymentRows(toLoad, rows)),
      batch: perCall,
      known,
      candidates: [
        ['date', '>=', earliest(payments)],
        ...(till ? [] : [['move_type', '=', 'entry'] as const]),
      ],
      ...(onProgress ? { onProgress } : {}),
    });
    const byId = new Map<number, PaymentToLoad>();
    for (const toLoad of payments) {
      const { key } = toLoad.payment;
      const why = loaded.rejections.get(key);
      const id = loaded.ids.get(key);
      if (why) refused.set(key, paymentRejected(toLoad, why));
      if (id === undefined) continue;
      records.set(key, { model, id });
      byId.set(id, toLoad);
    }
    if (till) continue;
    for (const [id, why] of await postMoves(client, [...byId.keys()])) {
      const toLoad = byId.get(id);
      if (toLoad) refused.set(toLoad.payment.key, paymentRejected(toLoad, why, id));
    }
  }
  return refused;
}

function differences(toLoad: PaymentToLoad, inOdoo: PaymentInOdoo, stood: boolean): Finding[] {
  const { moveId, state, date } = inOdoo;
  if (state !== 'posted') return [paymentStandsDifferently(toLoad, moveId, { what: 'state', state })];
  const difference = stood ? compareMoney(toLoad, inOdoo) : comparePayment(toLoad, inOdoo);
  if (difference) {
    const differs = stood ? paymentStandsDifferently : paymentDiffers;
    return [differs(toLoad, moveId, { what: difference.what, state }, difference.figures)];
  }
  if (stood || date === toLoad.date) return [];
  const facts = { date: toLoad.date, lock: '', openDay: date ?? '' };
  return [paymentPeriodLocked(toLoad, facts, moveId)];
}
