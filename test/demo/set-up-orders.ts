import { taxKey } from '../../app/accounting/tax-key';
import type { OdooClient } from '../../app/odoo/client/odoo-client';
import type { ShopContext } from '../../app/sync/shop-context';
import type { MappingChange } from '../../app/views/mapping-view';
import { accountId } from './account-id';
import { includedTax, keep, untaxedTax } from './set-up-books';
import { lantern } from '../trade-wins/every-kind/lantern';

const income = ['income', 'income_other'];
const liability = ['liability_current'];
const cost = ['expense', 'income_other'];

/**
 * What orders need besides payouts: where each gateway's money goes, an account for every kind of line, terms, and from
 * when on. Klarna and Austria's VAT stay unmapped, so that there is something to find.
 */
export async function setUpOrders(context: ShopContext): Promise<void> {
  const client = await context.odoo();
  await twoProductsWithOneSku(client);
  // In Odoo, and not chosen yet: one click away.
  await includedTax(client, 'AT 20% incl (OSS)', '20');
  await keep(context, [...(await orderTaxes(client)), ...(await orderMappings(client))]);
}

async function orderMappings(client: OdooClient): Promise<MappingChange[]> {
  const account = (wishes: readonly string[], types: readonly string[]) => accountId(client, wishes, types);
  const [bank, till] = [await journal(client, 'bank', 'Bank'), await journal(client, 'cash', 'Till')];
  const advance = await account(['140500', 'in advance', 'Deferred'], liability);
  const owed = await account(['149000', 'Other current', 'Other'], liability);
  const transit = await account(['135000', 'in transit', 'Other'], liability);
  const other = await account(['495000', 'Other income', 'Other'], income);
  const term = await thirtyDays(client);
  return [
    line('gift-card', advance),
    line('tip', owed),
    line('duty', owed),
    line('additional-fee', other),
    line('fee', other),
    line('adjustment', await account(['806500', 'Payment discount', 'Other'], cost)),
    line('discount', await account(['806500', 'Payment discount', 'Other'], cost)),
    line('channel-tax', owed),
    record('account', 'cash-rounding', await account(['493000', 'Payment differences', 'Other'], cost)),
    record('gateway', 'Bank Deposit', bank),
    record('gateway', 'manual', bank),
    record('gateway', 'cash', till),
    record('gateway', 'Cash on Delivery (COD)', bank),
    record('gateway-account', 'Cash on Delivery (COD)', transit),
    record('gateway', 'paypal', bank),
    record('gateway-account', 'paypal', transit),
    record('gateway-account', 'gift_card', advance),
    record('gateway-account', 'shopify_store_credit', owed),
    ...(term === undefined ? [] : [record('payment-term', 'Net 30', term)]),
    { kind: 'setting', key: 'start-date', target: { value: '2026-08-01' } },
    { kind: 'setting', key: 'orders-automatic', target: { value: 'no' } },
  ];
}

/**
 * Taxes that only orders meet: prices without VAT at home; export, and companies elsewhere in the EU, which stand in boxes
 * of their own on a VAT return; Great Britain's, which Shopify pays itself. `untaxed` where the chart knows no better.
 */
async function orderTaxes(client: OdooClient): Promise<MappingChange[]> {
  const sale = async (...more: (readonly [string, string, string | number | boolean])[]) => {
    const percent = [
      ['type_tax_use', '=', 'sale'],
      ['amount_type', '=', 'percent'],
    ] as const;
    return (await client.search('account.tax', [...percent, ...more], { limit: 1, order: 'id' }))[0];
  };
  const untaxed = await untaxedTax(client);
  const plain = await sale(['price_include', '=', false], ['amount', '=', 21]);
  const reverse = (await sale(['name', '=', '0% EX EU G'])) ?? untaxed;
  const abroad = (await sale(['name', '=', '0% EX'])) ?? untaxed;
  const none = { title: '', rate: '0', included: true };
  return [
    ...['BE', 'DE'].map((country) => record('tax', taxKey({ ...none, country, company: true }), reverse)),
    ...['CH', 'GB', 'NO', 'US'].map((country) => record('tax', taxKey({ ...none, country }), abroad)),
    record(
      'tax',
      taxKey({ country: 'GB', title: 'VAT', rate: '20', included: true, remitted: true }),
      abroad,
    ),
    ...(plain === undefined
      ? []
      : [record('tax', taxKey({ country: 'NL', title: 'BTW', rate: '21', included: false }), plain)]),
  ];
}

const record = (kind: MappingChange['kind'], key: string, id: number): MappingChange => ({
  kind,
  key,
  target: { id },
});
const line = (role: string, id: number) => record('line', role, id);

/** The first journal of the type that is not Shopify's own; made where there is none. */
async function journal(client: OdooClient, type: 'bank' | 'cash', name: string): Promise<number> {
  const [known] = await client.search(
    'account.journal',
    [
      ['type', '=', type],
      ['name', 'not ilike', 'Shopify'],
    ],
    { limit: 1, order: 'id' },
  );
  if (known !== undefined) return known;
  const [made] = await client.create('account.journal', [{ name, type }]);
  if (made === undefined) throw new Error(`This Odoo made no journal "${name}"`);
  return made;
}

async function thirtyDays(client: OdooClient): Promise<number | undefined> {
  const [term] = await client.search('account.payment.term', [['name', '=', '30 Days']], { limit: 1 });
  return term;
}

async function twoProductsWithOneSku(client: OdooClient): Promise<void> {
  const known = await client.search('product.product', [['default_code', '=', lantern.sku]]);
  const names = [lantern.title, `${lantern.title} (old stock)`].slice(known.length);
  if (names.length === 0) return;
  await client.create(
    'product.product',
    names.map((name) => ({ name, default_code: lantern.sku })),
  );
}
