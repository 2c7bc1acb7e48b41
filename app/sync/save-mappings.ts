import { currency } from '../accounting/currency';
import type { Finding } from '../accounting/finding';
import {
  mappingsOf,
  saveMappings as write,
  type MappingKind,
  type MappingRecord,
  type MappingTarget,
} from '../database/mappings';
import { lookAgain } from '../database/payouts';
import { readBooks } from '../odoo/books/read-books';
import { readNames, type NamedModel } from '../odoo/books/read-names';
import type { OdooClient } from '../odoo/client/odoo-client';
import { bookMappings } from './read-shop-books';
import type { ShopContext } from './shop-context';
import type { MappingChange } from './views/mapping-view';

const modelOf: Readonly<Record<Exclude<MappingKind, 'setting' | 'gateway-register'>, NamedModel>> = {
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
 * Checks changes against Odoo and keeps them, all or none: the record exists, is not archived and is of a fitting kind.
 * Answers the problems by `kind:key`; empty when they were kept. Payouts that waited are looked at anew.
 */
export async function saveMappings(
  context: ShopContext,
  changes: readonly MappingChange[],
): Promise<Record<string, Finding>> {
  const { database, shop } = context;
  const client = await context.odoo();
  const named = await withNames(client, changes);
  const merged = mergedWith(await mappingsOf(database, shop.id), named);
  const problems = await brokenAmong(client, context, merged, changes);
  for (const { change, target } of named) {
    const place = `${change.kind}:${change.key}`;
    if (target === 'gone' && !problems[place]) problems[place] = gone(change);
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
  return {};
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

/** Asks the same code that posting asks, once for each currency that is touched. */
async function brokenAmong(
  client: OdooClient,
  { shop }: ShopContext,
  merged: readonly MappingRecord[],
  changes: readonly MappingChange[],
): Promise<Record<string, Finding>> {
  const journals = changes.filter(({ kind, target }) => kind === 'clearing-journal' && target !== null);
  const currencies = new Set([shop.currency, ...journals.map(({ key }) => key)]);
  const problems: Record<string, Finding> = {};
  for (const code of currencies) {
    const { findings } = await readBooks(client, bookMappings(merged, currency(code), shop.timeZone));
    for (const finding of findings.filter(({ kind }) => kind === 'mapping-broken')) {
      const change = changes.find(
        (one) => placeOf(one, code) === finding.object.id || placeOf(one, code) === finding.facts.mapping,
      );
      if (change) problems[`${change.kind}:${change.key}`] = finding;
    }
  }
  return problems;
}

/** How findings of the books name the mapping that a change is about. */
function placeOf({ kind, key }: MappingChange, payoutCurrency: string): string | undefined {
  switch (kind) {
    case 'clearing-journal':
      return key === payoutCurrency ? 'clearing-journal' : undefined;
    case 'sales-journal':
      return 'sales-journal';
    case 'tax':
    case 'account':
    case 'type':
    case 'line':
      return key;
    default:
      return undefined;
  }
}

function gone({ kind, key }: MappingChange): Finding {
  return {
    kind: 'mapping-broken',
    severity: 'blocks',
    object: { type: 'mapping', id: key, name: key },
    facts: { mapping: key, name: '', reason: 'gone' },
    remedy: { page: 'mappings', section: kind === 'tax' ? 'taxes' : 'accounts', key },
  };
}
