import { judgeFault, isConflict, isRightsMissing } from '../client/judge-fault';
import type { CallOptions, Domain, LoadAnswer, OdooClient } from '../client/odoo-client';
import { OdooConflict, OdooError } from '../client/odoo-errors';
import { pause, pauseBefore } from '../client/retry';
import type { ExternalModule } from './external-names';
import { findExternalIds } from './find-external-ids';
import { inChunks } from './in-chunks';

/** One record with its lines: the first row carries the record's external id, the others an empty cell there. */
export interface LoadRecord {
  readonly externalId: string;
  readonly rows: readonly (readonly string[])[];
}

export interface LoadPlan {
  readonly model: string;
  readonly module: ExternalModule;
  readonly fields: readonly string[];
  readonly records: readonly LoadRecord[];
  /** Records a call; a call over Odoo's CPU limit is rolled back, and 50–100 is where most of the gain is. */
  readonly batch?: number;
  readonly candidates?: Domain;
  readonly options?: CallOptions;
  /** What the caller knows to exist already: spares asking. */
  readonly known?: ReadonlyMap<string, number>;
  readonly onProgress?: (done: number, total: number) => void;
}

export interface Loaded {
  readonly ids: ReadonlyMap<string, number>;
  /** Those that were not there when we first asked. */
  readonly created: ReadonlySet<string>;
  /** Odoo's words for each record that it refused; the others were loaded. */
  readonly rejections: ReadonlyMap<string, string>;
}

/**
 * Loads each record exactly once, whatever happens to the answers. Relies on: `load` is one transaction; external ids
 * are unique in the database; a lost race fails with "could not serialize access". After every failure it asks again
 * which external ids exist and loads only the rest. Throws the OdooError of a failure that lasts.
 */
export async function loadOnce(client: OdooClient, plan: LoadPlan): Promise<Loaded> {
  const ask = (records: readonly LoadRecord[]) =>
    findExternalIds(client, {
      module: plan.module,
      model: plan.model,
      names: records.map(({ externalId }) => externalId),
      ...(plan.candidates ? { candidates: plan.candidates } : {}),
    });
  const ids = new Map(plan.known ?? (await ask(plan.records)));
  const created = new Set<string>();
  const rejections = new Map<string, string>();
  const missing = plan.records.filter(({ externalId }) => !ids.has(externalId));
  const progress = () =>
    plan.onProgress?.(
      plan.records.length - missing.length + created.size + rejections.size,
      plan.records.length,
    );
  const keep = (externalId: string, id: number) => {
    ids.set(externalId, id);
    created.add(externalId);
  };
  progress();
  for (const batch of inChunks(missing, plan.batch ?? 100)) {
    await loadBatch(client, plan, batch, { ask, keep, reject: (name, why) => rejections.set(name, why) });
    progress();
  }
  return { ids, created, rejections };
}

interface Outcome {
  readonly ask: (records: readonly LoadRecord[]) => Promise<ReadonlyMap<string, number>>;
  readonly keep: (externalId: string, id: number) => void;
  readonly reject: (externalId: string, why: string) => void;
}

async function loadBatch(
  client: OdooClient,
  plan: LoadPlan,
  batch: readonly LoadRecord[],
  outcome: Outcome,
): Promise<void> {
  let rest = batch;
  for (let failures = 0; rest.length > 0;) {
    let answer: LoadAnswer;
    try {
      answer = await client.load(
        plan.model,
        plan.fields,
        rest.flatMap(({ rows }) => rows),
        plan.options,
      );
      throwAtFault(client, plan, answer);
    } catch (error) {
      if (!(error instanceof OdooError) || error.verdict !== 'again-later') throw error;
      failures += 1;
      if (failures >= client.retries.attempts) throw error;
      await pause(pauseBefore(failures, client.retries));
      rest = await stillMissing(rest, outcome);
      continue;
    }
    if (answer.ids) {
      const { ids } = answer;
      rest.forEach(({ externalId }, index) => {
        const id = ids[index];
        if (id !== undefined) outcome.keep(externalId, id);
      });
      return;
    }
    rest = await withoutBadRows(client, plan, rest, answer, outcome);
  }
}

/** What `load` says among its messages, though it concerns the whole call: a lost race, a missing right. */
function throwAtFault(client: OdooClient, plan: LoadPlan, { messages }: LoadAnswer): void {
  const facts = { host: new URL(client.url).host, call: `${plan.model}.load` };
  for (const { message } of messages) {
    if (isConflict(message)) throw new OdooConflict({ ...facts, detail: message });
    if (isRightsMissing(message)) throw judgeFault({ name: 'AccessError', message }, facts);
  }
}

async function stillMissing(records: readonly LoadRecord[], outcome: Outcome): Promise<LoadRecord[]> {
  const existing = await outcome.ask(records);
  for (const [externalId, id] of existing) outcome.keep(externalId, id);
  return records.filter(({ externalId }) => !existing.has(externalId));
}

/** Takes out the records that Odoo names and loads each by itself; where it names none, halves the batch until the bad one stands alone. */
async function withoutBadRows(
  client: OdooClient,
  plan: LoadPlan,
  records: readonly LoadRecord[],
  answer: LoadAnswer,
  outcome: Outcome,
): Promise<readonly LoadRecord[]> {
  const errors = answer.messages.filter(({ type }) => type === 'error');
  const starts: number[] = [];
  let row = 0;
  for (const record of records) {
    starts.push(row);
    row += record.rows.length;
  }
  const bad = new Set<LoadRecord>();
  for (const { rows } of errors) {
    if (!rows) continue;
    const at = starts.findLastIndex((start) => start <= rows.from);
    const record = records[at];
    if (record) bad.add(record);
  }
  const [only] = records;
  if (records.length === 1 && only) {
    const words = answer.messages.map(({ message }) => message.trim()).join('\n');
    outcome.reject(only.externalId, words || 'refused without a reason');
    return [];
  }
  if (bad.size === 0) {
    const middle = Math.ceil(records.length / 2);
    await loadBatch(client, plan, records.slice(0, middle), outcome);
    return records.slice(middle);
  }
  // Where a constraint fails, Odoo (17 and 19) names the first record of the call beside the bad one: each shows by
  // itself whether it is to blame.
  for (const record of bad) await loadBatch(client, plan, [record], outcome);
  return records.filter((record) => !bad.has(record));
}
