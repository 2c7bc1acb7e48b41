import { keysToTry, readTaxKey, type TaxKey } from '../../accounting/tax-key';
import { transactionFamily } from '../../accounting/transaction-family';
import type { Database } from '../../database/client';
import { isConnected } from '../../database/connections';
import { mappingsOf } from '../../database/mappings';
import { seenGateways } from '../../database/seen-gateways';
import { waitingFor, type WaitingFor } from '../../database/waiting-for-mappings';
import { feedGateways } from '../../odoo/books/gateway-mappings';
import type {
  GatewayMappingRow,
  MappingsView,
  ProductMappingRow,
  TaxMappingRow,
} from '../../views/mapping-view';
import { MappingRows } from './mapping-rows';
import { fiscalSituations, lineRoles, usualGateways, usualTerms, usualTypes } from './usual-mappings';

const accounts = [
  { key: 'fee', required: true },
  { key: 'fee-vat', required: false },
  { key: 'sales', required: false },
  { key: 'transfer', required: false },
  { key: 'exchange', required: false },
  { key: 'charge-without-document', required: false },
  { key: 'cash-rounding', required: false },
];

/** All mappings and settings of a shop, with what was met in its orders and payouts. Asks Odoo nothing. */
export async function showMappings(
  database: Database,
  shop: { readonly id: string; readonly currency: string | null },
): Promise<MappingsView> {
  const [mappings, connected, types, currencies, taxes, products, gateways] = await Promise.all([
    mappingsOf(database, shop.id),
    isConnected(database, shop.id),
    database.balanceTransaction.groupBy({ by: ['type'], where: { shopId: shop.id }, _count: { _all: true } }),
    database.payout.groupBy({ by: ['currency'], where: { shopId: shop.id } }),
    waitingFor(database, shop.id, ['tax-unmapped']),
    waitingFor(database, shop.id, ['product-unmatched', 'sku-ambiguous']),
    seenGateways(database, shop.id),
  ]);
  const rows = new MappingRows(mappings);
  const typeCounts = new Map(types.map((group) => [group.type, group._count._all]));
  const typeKeys = new Set([
    ...[...typeCounts.keys()].filter(
      (type) => !['charge', 'transfer'].includes(transactionFamily(type)) && type !== 'REFUND',
    ),
    ...rows.keys('type'),
    ...usualTypes,
  ]);
  const currencyKeys = new Set([
    ...(shop.currency ? [shop.currency] : []),
    ...currencies.map(({ currency }) => currency),
  ]);
  return {
    connected,
    salesJournal: rows.row('sales-journal', 'sales-journal'),
    clearingJournals: [...currencyKeys]
      .sort()
      .map((key) => rows.row('clearing-journal', key, { required: true })),
    accounts: accounts.map(({ key, required }) => rows.row('account', key, { required })),
    types: [...typeKeys].sort().map((key) => rows.row('type', key, { seen: typeCounts.get(key) ?? 0 })),
    lines: lineRoles.map((key) => rows.row('line', key)),
    lineProducts: lineRoles.map((key) => rows.row('line-product', key)),
    gateways: gatewayRows(rows, gateways),
    taxes: taxRows(rows, taxes),
    products: productRows(rows, products),
    genericProduct: rows.row('generic-product', 'generic'),
    productCategory: rows.row('product-category', 'new'),
    paymentTerms: [...new Set([...usualTerms, ...rows.keys('payment-term')])].map((key) =>
      rows.row('payment-term', key),
    ),
    fiscalPositions: fiscalSituations.map((key) => rows.row('fiscal-position', key)),
    team: rows.row('team', 'documents'),
    analytic: ['documents', 'documents-2', 'documents-3'].map((key) => rows.row('analytic', key)),
    settings: rows.settings(),
  };
}

/** Those that wait first; goods before shipping, which is served by their mapping; most orders first; then by key. */
function taxRows(rows: MappingRows, waiting: readonly WaitingFor[]): TaxMappingRow[] {
  const counts = new Map(waiting.map((one) => [one.key, one]));
  return unique([...counts.keys()], rows.keys('tax'))
    .map((key) => taxRow(rows, key as TaxKey, counts.get(key)))
    .sort(
      (a, b) =>
        Number(a.target !== null) - Number(b.target !== null) ||
        Number(a.key.includes('|shipping')) - Number(b.key.includes('|shipping')) ||
        b.orders - a.orders ||
        b.seen - a.seen ||
        (a.key < b.key ? -1 : 1),
    );
}

function taxRow(rows: MappingRows, key: TaxKey, waiting: WaitingFor | undefined): TaxMappingRow {
  const { country, title, rate, included } = readTaxKey(key);
  const target = rows.choice('tax', key);
  const [instead] = target
    ? []
    : keysToTry(key).flatMap((other) => {
        const choice = rows.choice('tax', other);
        return choice ? [{ key: other, target: choice }] : [];
      });
  return {
    key,
    country,
    title,
    rate,
    included,
    target,
    instead: instead ?? null,
    seen: waiting?.documents ?? 0,
    orders: waiting?.orders ?? 0,
    problem: null,
  };
}

function gatewayRows(rows: MappingRows, seen: ReadonlyMap<string, number>): GatewayMappingRow[] {
  const mapped = rows.keys('gateway', 'gateway-account', 'gateway-register');
  return unique([...seen.keys()], mapped, usualGateways)
    .map((key) => ({
      key,
      feed: feedGateways.has(key),
      journal: rows.choice('gateway', key),
      // A gift card pays from the account on which it was sold, unless another is chosen.
      account:
        rows.choice('gateway-account', key) ??
        (key === 'gift_card' ? rows.choice('line', 'gift-card') : null),
      register: rows.value('gateway-register', key),
      seen: seen.get(key) ?? 0,
    }))
    .sort((a, b) => Number(b.seen > 0) - Number(a.seen > 0) || (a.key < b.key ? -1 : 1));
}

function productRows(rows: MappingRows, waiting: readonly WaitingFor[]): ProductMappingRow[] {
  // Findings of lines that have neither SKU nor variant name no key: nothing can be chosen for them.
  const counts = new Map(
    waiting.filter(({ key }) => /^(variant|sku):/.test(key)).map((one) => [one.key, one]),
  );
  return unique([...counts.keys()], rows.keys('product')).map((key) => {
    const { facts, orders = 0 } = counts.get(key) ?? {};
    const name = facts ? [facts.line, facts.sku].filter(Boolean).join(' · ') : key;
    return { key, name, target: rows.choice('product', key), orders };
  });
}

function unique(...lists: (readonly string[])[]): string[] {
  return [...new Set(lists.flat())].sort();
}
