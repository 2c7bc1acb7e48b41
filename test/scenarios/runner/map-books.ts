import { currency } from '../../../app/accounting/currency';
import type { OdooClient } from '../../../app/odoo/client/odoo-client';
import { createClearingJournal } from '../../../app/odoo/books/create-clearing-journal';
import { externalModule } from '../../../app/odoo/loading/external-names';
import { saveMappings } from '../../../app/sync/save-mappings';
import type { ShopContext } from '../../../app/sync/shop-context';
import type { MappingChange } from '../../../app/views/mapping-view';
import { makeIncludedTax, saleTaxNamed } from '../../support/make-included-tax';
import { only } from './find-only';
import { orderChanges } from './map-orders';
import type { ScenarioSettings } from './scenario-settings';

/** Maps as the scenario's settings say, by Odoo's names and codes. Makes the clearing journals and included taxes that are missing. */
export async function mapBooks(context: ShopContext, settings: ScenarioSettings): Promise<void> {
  const client = await context.odoo();
  const { mappings } = settings;
  const changes: MappingChange[] = [
    { kind: 'setting', key: 'customers', target: { value: settings.customers } },
    { kind: 'setting', key: 'document-currency', target: { value: settings.documentCurrency } },
  ];
  if (mappings.salesJournal) {
    const id = await only(client, 'account.journal', 'code', mappings.salesJournal);
    changes.push({ kind: 'sales-journal', key: 'sales-journal', target: { id } });
  }
  for (const [payoutCurrency, code] of Object.entries(mappings.clearing)) {
    await activate(client, payoutCurrency);
    const [known] = await client.search('account.journal', [['code', '=', code]]);
    const id =
      known ??
      (await createClearingJournal(client, externalModule(context.shop.domain), {
        payoutCurrency: currency(payoutCurrency),
        companyCurrency: currency(settings.companyCurrency),
        code,
        name: `Shopify Payments ${payoutCurrency} (${code})`,
      }));
    changes.push({ kind: 'clearing-journal', key: payoutCurrency, target: { id } });
  }
  for (const [kind, codes] of [
    ['account', mappings.accounts],
    ['type', mappings.types],
    ['line', mappings.lines],
  ] as const) {
    for (const [key, code] of Object.entries(codes)) {
      changes.push({ kind, key, target: { id: await only(client, 'account.account', 'code', code) } });
    }
  }
  for (const [key, name] of Object.entries(mappings.taxes)) {
    changes.push({ kind: 'tax', key, target: { id: await taxOf(client, name) } });
  }
  changes.push(...(await orderChanges(client, settings)));
  const problems = await saveMappings(context, changes);
  const broken = Object.entries(problems).map(([place, { facts }]) => `${place} (${facts.reason ?? ''})`);
  if (broken.length > 0)
    throw new Error(`settings.json maps what does not fit this Odoo: ${broken.join(', ')}`);
}

/** A sale tax by name. One called "10% incl" that is missing is made: a copy of a sale tax, with that rate in the price. */
async function taxOf(client: OdooClient, name: string): Promise<number> {
  const known = await saleTaxNamed(client, name);
  if (known !== undefined) return known;
  const rate = /(\d+(?:\.\d+)?)% incl/.exec(name)?.[1];
  const [model] = await client.search(
    'account.tax',
    [
      ['type_tax_use', '=', 'sale'],
      ['amount_type', '=', 'percent'],
      ['amount', '>', 0],
    ],
    { limit: 1, order: 'amount desc' },
  );
  if (!rate || model === undefined) throw new Error(`This Odoo has no sale tax "${name}"`);
  return makeIncludedTax(client, { name, rate, like: model });
}

/** A currency that is not active in Odoo cannot be booked in; scenarios bring theirs. */
async function activate(client: OdooClient, code: string): Promise<void> {
  const [id] = await client.search('res.currency', [['name', '=', code]], {
    context: { active_test: false },
  });
  if (id === undefined) throw new Error(`This Odoo does not know the currency ${code}`);
  const [active] = await client.search('res.currency', [['name', '=', code]]);
  if (active === undefined) await client.write('res.currency', [id], { active: true });
}
