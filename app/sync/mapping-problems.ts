import { currency } from '../accounting/currency';
import type { Finding } from '../accounting/finding';
import type { MappingKind, MappingRecord } from '../database/mappings';
import { checkMappedRecords, type MappedAs } from '../odoo/books/check-mapped-records';
import type { MappingPlace } from '../odoo/books/mapping-findings';
import { readBooks } from '../odoo/books/read-books';
import type { OdooClient } from '../odoo/client/odoo-client';
import { bookMappings } from './read-shop-books';
import type { ShopContext } from './shop-context';
import type { MappingChange } from '../views/mapping-view';

/** What the books' own reading does not look at; `sales-journal`, taxes, accounts and lines it does. */
const checkedAs: Readonly<Partial<Record<MappingKind, MappedAs>>> = {
  gateway: 'payment-journal',
  'gateway-account': 'payment-account',
  'line-product': 'product.product',
  product: 'product.product',
  'generic-product': 'product.product',
  'payment-term': 'account.payment.term',
  'fiscal-position': 'account.fiscal.position',
  team: 'crm.team',
  analytic: 'account.analytic.account',
};

/** What Odoo has against the changes, by `kind:key`. `merged` is what would hold after them. */
export async function mappingProblems(
  client: OdooClient,
  context: ShopContext,
  merged: readonly MappingRecord[],
  changes: readonly MappingChange[],
): Promise<Record<string, Finding>> {
  // One analytic account beside the others: whether it fits depends on those that stay.
  const withAnalytic = changes.some(({ kind }) => kind === 'analytic')
    ? merged.filter(({ kind, key }) => kind === 'analytic' && !isIn(changes, kind, key))
    : [];
  const records = [...withAnalytic, ...changes].flatMap(({ kind, key, target }) => {
    const as = kind === 'account' && key === 'cash-rounding' ? 'counterpart' : checkedAs[kind];
    if (!as || !target || !('id' in target)) return [];
    return [{ place: `${kind}:${key}`, key, section: sectionOf(kind), id: target.id, as }];
  });
  return {
    ...(await brokenAmong(client, context, merged, changes)),
    ...(await checkMappedRecords(client, records)),
  };
}

function isIn(changes: readonly MappingChange[], kind: MappingKind, key: string): boolean {
  return changes.some((change) => change.kind === kind && change.key === key);
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

export function goneRecord({ kind, key }: Pick<MappingChange, 'kind' | 'key'>): Finding {
  return {
    kind: 'mapping-broken',
    severity: 'blocks',
    object: { type: 'mapping', id: key, name: key },
    facts: { mapping: key, name: '', reason: 'gone' },
    remedy: { page: 'mappings', section: sectionOf(kind), key },
  };
}

function sectionOf(kind: MappingKind): MappingPlace['section'] {
  switch (kind) {
    case 'tax':
      return 'taxes';
    case 'type':
      return 'types';
    case 'line':
    case 'line-product':
      return 'lines';
    case 'gateway':
    case 'gateway-account':
    case 'gateway-register':
      return 'gateways';
    case 'product':
    case 'generic-product':
    case 'product-category':
      return 'products';
    case 'setting':
    case 'payment-term':
    case 'fiscal-position':
    case 'team':
    case 'analytic':
      return 'customers';
    case 'account':
    case 'clearing-journal':
    case 'sales-journal':
      return 'accounts';
  }
}
