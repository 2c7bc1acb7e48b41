import { currency, type Currency } from '../../../app/accounting/currency';
import { negate, sum, toDecimal, type Money } from '../../../app/accounting/money';
import type { OdooClient, OdooRow } from '../../../app/odoo/client/odoo-client';
import { idOf, idsOf, moneyOf, nameOf, numberOf, textOf } from '../../../app/odoo/client/row';
import { readPartners } from './read-partners';
import type { DocumentLineMade, OrderDocument } from './scenario-result';

const moveFields = [
  'ref',
  'name',
  'move_type',
  'state',
  'payment_state',
  'invoice_date',
  'invoice_date_due',
  'invoice_origin',
  'currency_id',
  'journal_id',
  'fiscal_position_id',
  'partner_id',
  'partner_shipping_id',
  'amount_untaxed',
  'amount_tax',
  'amount_total',
  'amount_residual',
];

/** Invoices, receipts and credit notes as they stand in Odoo, by id; amounts in the document's own sense. */
export async function readOrderDocuments(
  client: OdooClient,
  ids: readonly number[],
): Promise<Map<number, OrderDocument>> {
  if (ids.length === 0) return new Map();
  const fields = (await client.hasField('account.move', 'team_id')) ? [...moveFields, 'team_id'] : moveFields;
  const moves = await client.searchRead('account.move', [['id', 'in', ids]], fields, { order: 'id' });
  const items = await client.searchRead(
    'account.move.line',
    [
      ['move_id', 'in', ids],
      ['display_type', 'in', ['product', 'tax']],
    ],
    [
      'move_id',
      'display_type',
      'name',
      'product_id',
      'quantity',
      'price_unit',
      'price_subtotal',
      'amount_currency',
      'account_id',
      'tax_ids',
      'tax_line_id',
      'analytic_distribution',
    ],
    { order: 'id' },
  );
  const partners = await readPartners(
    client,
    moves.flatMap((move) => [idOf(move, 'partner_id') ?? [], idOf(move, 'partner_shipping_id') ?? []].flat()),
  );
  const taxes = await namesOf(
    client,
    'account.tax',
    'name',
    items.flatMap((item) => idsOf(item, 'tax_ids')),
  );
  const products = await namesOf(
    client,
    'product.product',
    'default_code',
    items.flatMap((item) => idOf(item, 'product_id') ?? []),
  );
  const analytic = await namesOf(client, 'account.analytic.account', 'name', items.flatMap(analyticOf));
  return new Map(
    moves.map((move) => {
      const unit = currency(nameOf(move, 'currency_id'));
      // Revenue is a credit: negative in Odoo.
      const isRefund = textOf(move, 'move_type') === 'out_refund';
      const own = items.filter((item) => idOf(item, 'move_id') === move.id);
      const amount = (field: string) => toDecimal(moneyOf(move, field, unit));
      const partner = partners.get(idOf(move, 'partner_id') ?? 0);
      const delivery = partners.get(idOf(move, 'partner_shipping_id') ?? 0);
      const origin = textOf(move, 'invoice_origin');
      return [
        move.id,
        {
          reference: textOf(move, 'ref'),
          number: textOf(move, 'name'),
          kind: isRefund ? 'credit-note' : 'invoice',
          moveType: textOf(move, 'move_type'),
          state: textOf(move, 'state'),
          date: textOf(move, 'invoice_date'),
          due: textOf(move, 'invoice_date_due'),
          ...(origin ? { origin } : {}),
          journal: nameOf(move, 'journal_id'),
          ...named('team', nameOf(move, 'team_id')),
          ...named('fiscalPosition', nameOf(move, 'fiscal_position_id')),
          currency: unit,
          ...(partner ? { customer: partner } : {}),
          ...(delivery ? { delivery: delivery.address } : {}),
          untaxed: amount('amount_untaxed'),
          tax: amount('amount_tax'),
          total: amount('amount_total'),
          open: amount('amount_residual'),
          paymentState: textOf(move, 'payment_state'),
          taxes: taxesOf(own, unit, taxes, isRefund ? (given) => given : negate),
          lines: own
            .filter((item) => textOf(item, 'display_type') === 'product')
            .map((item) => lineOf(item, unit, { taxes, products, analytic })),
        } satisfies OrderDocument,
      ];
    }),
  );
}

function lineOf(
  item: OdooRow,
  unit: Currency,
  { taxes, products, analytic }: Record<'taxes' | 'products' | 'analytic', ReadonlyMap<number, string>>,
): DocumentLineMade {
  const product = idOf(item, 'product_id');
  return {
    label: textOf(item, 'name'),
    ...(product === undefined ? {} : { product: products.get(product) ?? '' }),
    quantity: String(numberOf(item, 'quantity')),
    price: toDecimal(moneyOf(item, 'price_unit', unit)),
    untaxed: toDecimal(moneyOf(item, 'price_subtotal', unit)),
    account: nameOf(item, 'account_id').split(' ')[0] ?? '',
    taxes: idsOf(item, 'tax_ids').map((id) => taxes.get(id) ?? ''),
    analytic: analyticOf(item).map((id) => analytic.get(id) ?? ''),
  };
}

/** The accounts of a distribution of 100 %: `{ "3,7": 100 }`. */
function analyticOf({ analytic_distribution: shares }: OdooRow): number[] {
  return shares ? Object.keys(shares).flatMap((key) => key.split(',').map(Number)) : [];
}

const named = (field: 'team' | 'fiscalPosition', name: string) => (name ? { [field]: name } : {});

/** Base and tax of each tax, from the journal items: what the VAT return adds up. */
function taxesOf(
  items: readonly OdooRow[],
  unit: Currency,
  names: ReadonlyMap<number, string>,
  sense: (amount: Money) => Money,
) {
  const ids = [...new Set(items.flatMap((item) => idsOf(item, 'tax_ids')))];
  const total = (some: readonly OdooRow[]) =>
    toDecimal(
      sense(
        sum(
          unit,
          some.map((item) => moneyOf(item, 'amount_currency', unit)),
        ),
      ),
    );
  return ids.map((id) => ({
    tax: names.get(id) ?? '',
    base: total(items.filter((item) => idsOf(item, 'tax_ids').includes(id))),
    amount: total(items.filter((item) => idOf(item, 'tax_line_id') === id)),
  }));
}

async function namesOf(client: OdooClient, model: string, field: string, ids: readonly number[]) {
  const wanted = [...new Set(ids)];
  const rows = wanted.length > 0 ? await client.read(model, wanted, [field, 'display_name']) : [];
  return new Map(rows.map((row) => [row.id, textOf(row, field) || textOf(row, 'display_name')]));
}
