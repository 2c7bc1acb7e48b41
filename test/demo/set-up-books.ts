import { taxKey } from '../../app/accounting/tax-key';
import type { OdooClient } from '../../app/odoo/client/odoo-client';
import { makeClearingJournal } from '../../app/sync/make-clearing-journal';
import { saveMappings } from '../../app/sync/save-mappings';
import type { ShopContext } from '../../app/sync/shop-context';
import type { MappingChange } from '../../app/views/mapping-view';
import { accountId } from './account-id';
import { copyTaxIncluded } from '../../app/odoo/books/copy-tax-included';
import { makeIncludedTax, saleTaxNamed } from '../support/make-included-tax';

/** The taxes that Trade Wins sells under, and what each is called in the demo's Odoo. */
const taxes = [
  { country: 'NL', title: 'BTW', rate: '21', name: '21% incl' },
  { country: 'NL', title: 'BTW', rate: '9', name: '9% incl' },
  { country: 'BE', title: 'BTW', rate: '21', name: 'BE 21% incl (OSS)' },
  { country: 'BE', title: 'BTW', rate: '6', name: 'BE 6% incl (OSS)' },
  { country: 'DE', title: 'MwSt', rate: '19', name: 'DE 19% incl (OSS)' },
  { country: 'DE', title: 'MwSt', rate: '7', name: 'DE 7% incl (OSS)' },
];

/** Where it sells without VAT: exports, companies elsewhere in the EU, and goodwill at home. */
const untaxed = ['NL', 'BE', 'DE', 'CH', 'GB', 'NO', 'US'];

/** Accounts of the Dutch chart, by what they are used for; where a chart has no such code, by a part of the name. */
const accounts = {
  fee: ['463000', 'Bank charges'],
  exchange: ['492000', 'Exchange rate', 'Exchange'],
  dispute: ['455000', 'Bad debt'],
  reserve: ['129000', 'short-term receivables', 'Receivable'],
  label: ['457000', 'Freight', 'Shipping'],
};

/** Maps what the demo needs by the code that a person's click runs; works on the fake Odoo and on a real one. */
export async function setUpBooks(context: ShopContext): Promise<void> {
  const client = await context.odoo();
  await makeClearingJournal(context, 'EUR');
  const found = {
    fee: await accountId(client, accounts.fee),
    exchange: await accountId(client, accounts.exchange),
    dispute: await accountId(client, accounts.dispute),
    reserve: await accountId(client, accounts.reserve),
    label: await accountId(client, accounts.label),
  };
  const changes: MappingChange[] = [
    { kind: 'account', key: 'fee', target: { id: found.fee } },
    { kind: 'account', key: 'exchange', target: { id: found.exchange } },
    ...(['DISPUTE_WITHDRAWAL', 'DISPUTE_REVERSAL'] as const).map((key) => type(key, found.dispute)),
    ...(['RESERVED_FUNDS', 'RESERVED_FUNDS_WITHDRAWAL', 'RESERVED_FUNDS_REVERSAL'] as const).map((key) =>
      type(key, found.reserve),
    ),
    type('ADJUSTMENT', found.fee),
    type('SHIPPING_LABEL', found.label),
  ];
  for (const { name, ...parts } of taxes) {
    const key = taxKey({ ...parts, included: true });
    changes.push({ kind: 'tax', key, target: { id: await includedTax(client, name, parts.rate) } });
  }
  const none = await untaxedTax(client);
  for (const country of untaxed) {
    const key = taxKey({ country, title: '', rate: '0', included: true });
    changes.push({ kind: 'tax', key, target: { id: none } });
  }
  await keep(context, changes);
}

/** Keeps them by the code that a person's click runs. */
export async function keep(context: ShopContext, changes: readonly MappingChange[]): Promise<void> {
  const problems = await saveMappings(context, changes);
  if (Object.keys(problems).length > 0) {
    throw new Error(`The demo's mappings do not fit this Odoo: ${Object.keys(problems).join(', ')}`);
  }
}

function type(key: string, id: number): MappingChange {
  return { kind: 'type', key, target: { id } };
}

/** The tax of that name; where there is none, a copy of a sale tax with the rate, prices included. */
export async function includedTax(client: OdooClient, name: string, rate: string): Promise<number> {
  const known = await saleTaxNamed(client, name);
  if (known !== undefined) return known;
  const sale = [
    ['type_tax_use', '=', 'sale'],
    ['amount_type', '=', 'percent'],
    ['price_include', '=', false],
  ] as const;
  const [same] = await client.search('account.tax', [...sale, ['amount', '=', Number(rate)]], { limit: 1 });
  const [any] =
    same === undefined
      ? await client.search('account.tax', [...sale, ['amount', '>', 0]], { limit: 1 })
      : [same];
  if (any === undefined) throw new Error('This Odoo has no sale tax to copy');
  const copy = await copyTaxIncluded(client, any);
  if (same !== undefined && !name.includes('OSS')) return copy;
  return makeIncludedTax(client, { name, rate, like: any });
}

export async function untaxedTax(client: OdooClient): Promise<number> {
  const [none] = await client.search(
    'account.tax',
    [
      ['type_tax_use', '=', 'sale'],
      ['amount', '=', 0],
      ['amount_type', '=', 'percent'],
    ],
    { limit: 1 },
  );
  if (none === undefined) throw new Error('This Odoo has no sale tax of 0%');
  return none;
}
