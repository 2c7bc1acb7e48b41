import type { OdooClient } from '../../../app/odoo/client/odoo-client';
import type { MappingKind } from '../../../app/views/mapping-kinds';
import type { MappingChange } from '../../../app/views/mapping-view';
import { only } from './find-only';
import type { OrdersSettings, ScenarioSettings } from './scenario-settings';

/** What a scenario maps and chooses for orders, as the changes that a person would save. */
export async function orderChanges(client: OdooClient, settings: ScenarioSettings): Promise<MappingChange[]> {
  const { mappings, orders } = settings;
  const changes: MappingChange[] = [];
  const add = async (
    kind: MappingKind,
    key: string,
    model: string,
    field: string,
    value: string | undefined,
  ) => {
    if (value === undefined) return;
    changes.push({ kind, key, target: { id: await only(client, model, field, value) } });
  };
  for (const [role, code] of Object.entries(mappings.lineProducts)) {
    await add('line-product', role, 'product.product', 'default_code', code);
  }
  for (const [gateway, { journal, account, register }] of Object.entries(mappings.gateways)) {
    await add('gateway', gateway, 'account.journal', 'code', journal);
    await add('gateway-account', gateway, 'account.account', 'code', account);
    if (register) changes.push({ kind: 'gateway-register', key: gateway, target: { value: register } });
  }
  for (const [key, code] of Object.entries(mappings.products)) {
    await add('product', key, 'product.product', 'default_code', code);
  }
  await add('generic-product', 'generic', 'product.product', 'default_code', mappings.genericProduct);
  await add('product-category', 'new', 'product.category', 'complete_name', mappings.productCategory);
  for (const [terms, name] of Object.entries(mappings.paymentTerms)) {
    await add('payment-term', terms, 'account.payment.term', 'name', name);
  }
  for (const [situation, name] of Object.entries(mappings.fiscalPositions)) {
    await add('fiscal-position', situation, 'account.fiscal.position', 'name', name);
  }
  await add('team', 'documents', 'crm.team', 'name', mappings.team);
  for (const [index, name] of mappings.analytic.entries()) {
    const key = index === 0 ? 'documents' : `documents-${String(index + 1)}`;
    await add('analytic', key, 'account.analytic.account', 'name', name);
  }
  return [...changes, ...settingChanges(orders)];
}

function settingChanges(orders: OrdersSettings | undefined): MappingChange[] {
  if (!orders) return [];
  const values = {
    'start-date': orders.startDate,
    'order-statuses': orders.statuses?.join(','),
    discounts: orders.discounts,
    'document-kind': orders.documentKind,
    'documents-per': orders.per,
    'order-prefix': orders.prefix,
    'generic-customer': orders.genericCustomer,
    'product-rule': orders.productRule,
    'product-unmatched': orders.productUnmatched,
    'product-type': orders.productType,
    'fiscal-position': orders.fiscalPosition,
  };
  return Object.entries(values).flatMap(([key, value]) =>
    value === undefined ? [] : [{ kind: 'setting' as const, key, target: { value } }],
  );
}
