import type { Finding } from '../accounting/finding';
import {
  mappingsOf,
  saveMappings as write,
  type MappingKind,
  type MappingRecord,
  type MappingTarget,
} from '../database/mappings';
import { lookAgain } from '../database/payouts';
import { forgetOrdersPolledUntil } from '../database/shop-settings';
import { readNames, type NamedModel } from '../odoo/books/read-names';
import type { OdooClient } from '../odoo/client/odoo-client';
import { refusedSettings } from './check-settings';
import { goneRecord, mappingProblems } from './mapping-problems';
import type { ShopContext } from './shop-context';
import { todayIn } from './today-in';
import type { MappingChange } from '../views/mapping-view';

type RecordKind = Exclude<MappingKind, 'setting' | 'gateway-register'>;

const modelOf: Readonly<Record<RecordKind, NamedModel>> = {
  tax: 'account.tax',
  account: 'account.account',
  type: 'account.account',
  line: 'account.account',
  'line-product': 'product.product',
  gateway: 'account.journal',
  'gateway-account': 'account.account',
  'clearing-journal': 'account.journal',
  'sales-journal': 'account.journal',
  product: 'product.product',
  'generic-product': 'product.product',
  'product-category': 'product.category',
  'payment-term': 'account.payment.term',
  'fiscal-position': 'account.fiscal.position',
  team: 'crm.team',
  analytic: 'account.analytic.account',
};

/**
 * Checks changes against Odoo and keeps them, all or none: the record exists, is not archived and is of a fitting kind; a
 * setting has a value that it may have. Answers the problems by `kind:key`; empty when they were kept. Payouts that
 * waited are looked at anew. Settings alone need no Odoo.
 */
export async function saveMappings(
  context: ShopContext,
  given: readonly MappingChange[],
): Promise<Record<string, Finding>> {
  const { database, shop } = context;
  const changes = given.map(trimmed);
  const known = await mappingsOf(database, shop.id);
  const today = todayIn(context);
  const refused = refusedSettings(changes, mergedWith(known, unnamed(changes)), today);
  if (Object.keys(refused).length > 0) return refused;
  const named = needsOdoo(changes) ? await withNames(await context.odoo(), changes) : unnamed(changes);
  const merged = mergedWith(known, named);
  const problems = needsOdoo(changes)
    ? await mappingProblems(await context.odoo(), context, merged, changes)
    : {};
  for (const { change, target } of named) {
    const place = `${change.kind}:${change.key}`;
    if (target === 'gone' && !problems[place]) problems[place] = goneRecord(change);
  }
  if (Object.keys(problems).length > 0) return problems;
  await write(
    database,
    shop.id,
    named.flatMap(({ change, target }) =>
      target === 'gone' ? [] : [{ kind: change.kind, key: change.key, target }],
    ),
  );
  await lookAgain(database, shop.id);
  // The poll has looked back as far as it was told then, which may be less far.
  if (changes.some(({ kind, key }) => kind === 'setting' && key === 'start-date')) {
    await forgetOrdersPolledUntil(database, shop.id);
  }
  return {};
}

/**
 * Blanks around what was written in are no part of it. A field that was emptied takes the setting away,
 * but none of several statuses is a choice of no orders at all, and is refused.
 */
function trimmed(change: MappingChange): MappingChange {
  const { kind, key, target } = change;
  if (kind !== 'setting' || !target || !('value' in target)) return change;
  const value = target.value.trim();
  return { ...change, target: value === '' && key !== 'order-statuses' ? null : { value } };
}

function needsOdoo(changes: readonly MappingChange[]): boolean {
  return changes.some(({ target }) => target && 'id' in target);
}

/** What was chosen as a plain value; records have no name yet. */
function unnamed(changes: readonly MappingChange[]): NamedChange[] {
  return changes.map((change) => {
    const { target } = change;
    return { change, target: !target || 'value' in target ? target : 'gone' };
  });
}

interface NamedChange {
  readonly change: MappingChange;
  readonly target: MappingTarget | null | 'gone';
}

async function withNames(client: OdooClient, changes: readonly MappingChange[]): Promise<NamedChange[]> {
  const wanted = new Map<NamedModel, number[]>();
  for (const { kind, target } of changes) {
    if (kind === 'setting' || kind === 'gateway-register' || !target || !('id' in target)) continue;
    wanted.set(modelOf[kind], [...(wanted.get(modelOf[kind]) ?? []), target.id]);
  }
  const names = new Map<NamedModel, Awaited<ReturnType<typeof readNames>>>();
  for (const [model, ids] of wanted) names.set(model, await readNames(client, model, ids));
  return changes.map((change): NamedChange => {
    const { kind, target } = change;
    if (!target || 'value' in target) return { change, target };
    const model = kind === 'setting' || kind === 'gateway-register' ? undefined : modelOf[kind];
    const found = model && names.get(model)?.get(target.id);
    return { change, target: model && found ? { model, ...found } : 'gone' };
  });
}

function mergedWith(known: readonly MappingRecord[], changes: readonly NamedChange[]): MappingRecord[] {
  const changed = new Set(changes.map(({ change }) => `${change.kind}:${change.key}`));
  return [
    ...known.filter(({ kind, key }) => !changed.has(`${kind}:${key}`)),
    ...changes.flatMap(({ change, target }) =>
      target === null || target === 'gone' ? [] : [{ kind: change.kind, key: change.key, target }],
    ),
  ];
}
