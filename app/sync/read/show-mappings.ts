import { transactionFamily } from '../../accounting/transaction-family';
import { readTaxKey, type TaxKey } from '../../accounting/tax-key';
import type { Database } from '../../database/client';
import { mappingsOf, type MappingKind, type MappingRecord } from '../../database/mappings';
import { seenGateways } from '../../database/seen-gateways';
import { settingsOf } from '../read-shop-books';
import type { AccountMappingRow, Choice, MappingsView, TaxMappingRow } from '../views/mapping-view';

/** Kinds that most shops meet sooner or later: they stand there to be mapped before the first one comes. */
const usualTypes = [
  'DISPUTE_WITHDRAWAL',
  'DISPUTE_REVERSAL',
  'RESERVED_FUNDS',
  'RESERVED_FUNDS_WITHDRAWAL',
  'RESERVED_FUNDS_REVERSAL',
  'ADJUSTMENT',
  'SHIPPING_LABEL',
];

const roles = ['shipping', 'gift-card', 'tip', 'duty', 'fee', 'additional-fee', 'adjustment'];
const accounts = [
  { key: 'fee', required: true },
  { key: 'fee-vat', required: false },
  { key: 'sales', required: false },
  { key: 'transfer', required: false },
  { key: 'exchange', required: false },
  { key: 'charge-without-document', required: false },
];

/** All mappings of a shop, with what was met in its orders and payouts. Asks Odoo nothing. */
export async function showMappings(
  database: Database,
  shop: { readonly id: string; readonly currency: string | null },
): Promise<MappingsView> {
  const [mappings, connection, types, currencies, unmapped, gateways] = await Promise.all([
    mappingsOf(database, shop.id),
    database.connection.findUnique({ where: { shopId: shop.id }, select: { id: true } }),
    database.balanceTransaction.groupBy({ by: ['type'], where: { shopId: shop.id }, _count: { _all: true } }),
    database.payout.groupBy({ by: ['currency'], where: { shopId: shop.id } }),
    database.finding.findMany({
      where: { shopId: shop.id, kind: 'tax-unmapped', resolvedAt: null },
      select: { objectId: true, body: true },
    }),
    seenGateways(database, shop.id),
  ]);
  const row = rowOf(mappings);
  const typeCounts = new Map(types.map((group) => [group.type, group._count._all]));
  const typeKeys = new Set([
    ...[...typeCounts.keys()].filter(
      (type) => !['charge', 'transfer'].includes(transactionFamily(type)) && type !== 'REFUND',
    ),
    ...keysOf(mappings, 'type'),
    ...usualTypes,
  ]);
  const currencyKeys = new Set([
    ...(shop.currency ? [shop.currency] : []),
    ...currencies.map(({ currency }) => currency),
  ]);
  const settings = settingsOf(mappings);
  return {
    connected: connection !== null,
    salesJournal: row('sales-journal', 'sales-journal', false, 0),
    clearingJournals: [...currencyKeys].sort().map((key) => row('clearing-journal', key, true, 0)),
    accounts: accounts.map(({ key, required }) => row('account', key, required, 0)),
    types: [...typeKeys].sort().map((key) => row('type', key, false, typeCounts.get(key) ?? 0)),
    lines: roles.map((key) => row('line', key, false, 0)),
    gateways: [...new Set([...gateways.keys(), ...keysOf(mappings, 'gateway')])]
      .sort()
      .map((key) => row('gateway', key, false, gateways.get(key) ?? 0)),
    taxes: taxRows(mappings, unmapped),
    customers: settings.customers,
    postOnFirstOpenDay: mappings.some(
      ({ kind, key, target }) =>
        kind === 'setting' && key === 'post-on-first-open-day' && 'value' in target && target.value === 'yes',
    ),
  };
}

function taxRows(
  mappings: readonly MappingRecord[],
  unmapped: readonly { objectId: string; body: unknown }[],
): TaxMappingRow[] {
  const waiting = new Map<string, number>();
  for (const { objectId, body } of unmapped) {
    const count = Number((body as { facts?: { count?: string } }).facts?.count ?? '0');
    waiting.set(objectId, (waiting.get(objectId) ?? 0) + count);
  }
  const keys = [...new Set([...waiting.keys(), ...keysOf(mappings, 'tax')])].sort() as TaxKey[];
  return keys.map((key) => ({
    key,
    ...readTaxKey(key),
    target: choiceOf(mappings, 'tax', key),
    seen: waiting.get(key) ?? 0,
    problem: null,
  }));
}

function rowOf(mappings: readonly MappingRecord[]) {
  return (kind: MappingKind, key: string, required: boolean, seen: number): AccountMappingRow => ({
    key,
    target: choiceOf(mappings, kind, key),
    required,
    seen,
    problem: null,
  });
}

function keysOf(mappings: readonly MappingRecord[], wanted: MappingKind): string[] {
  return mappings.flatMap(({ kind, key }) => (kind === wanted ? [key] : []));
}

function choiceOf(mappings: readonly MappingRecord[], kind: MappingKind, key: string): Choice | null {
  const target = mappings.find((one) => one.kind === kind && one.key === key)?.target;
  if (!target || 'value' in target) return null;
  return { id: target.id, label: [target.code, target.name].filter(Boolean).join(' '), detail: null };
}
