import { ITEM, MOVE } from '../accounting/columns';
import { computeAs17, computeAs19, type Rounding } from '../accounting/compute-taxes';
import { taxRules } from '../accounting/sync-invoice';
import { fixed } from '../fixed';
import type { Odoo } from '../odoo';
import { userError } from '../odoo-error';
import { onRecords, type Rules } from '../rules';
import { figure, link, links, type Row, text } from '../row';
import { shipOrder } from './stock';

const ORDER = 'sale.order';
const LINE = 'sale.order.line';

const taxField = (odoo: Odoo): 'tax_id' | 'tax_ids' => (odoo.version === 17 ? 'tax_id' : 'tax_ids');

const linesOf = (odoo: Odoo, order: Row): Row[] => odoo.table(LINE).by('order_id', order.id);

function amounts(odoo: Odoo, lines: readonly Row[]): { untaxed: bigint; total: bigint } {
  const rounding = text(odoo.company(), 'tax_calculation_rounding_method') as Rounding;
  const compute = odoo.version === 17 ? computeAs17 : computeAs19;
  const taxed = lines.map((line) => ({
    price: fixed(line.price_unit),
    quantity: fixed(line.product_uom_qty),
    discount: fixed(line.discount),
    taxes: taxRules(odoo, links(line, taxField(odoo))),
  }));
  const { lines: computed } = compute(taxed, rounding, odoo.digits(null));
  return {
    untaxed: computed.reduce((sum, line) => sum + line.untaxed, 0n),
    total: computed.reduce((sum, line) => sum + line.total, 0n),
  };
}

function invoiceItems(odoo: Odoo, line: Row): Row[] {
  return [...odoo.table(ITEM).rows.values()].filter((item) => links(item, 'sale_line_ids').includes(line.id));
}

function invoiced(odoo: Odoo, line: Row): number {
  return invoiceItems(odoo, line).reduce((sum, item) => {
    const move = odoo.table(MOVE).must(link(item, 'move_id'));
    if (text(move, 'state') === 'cancel') return sum;
    return sum + (text(move, 'move_type') === 'out_refund' ? -1 : 1) * figure(item, 'quantity');
  }, 0);
}

const toInvoice = (odoo: Odoo, line: Row): number => figure(line, 'product_uom_qty') - invoiced(odoo, line);

function confirm(odoo: Odoo, ids: readonly number[]): boolean {
  for (const order of odoo.rows(ORDER, ids)) {
    if (!['draft', 'sent'].includes(text(order, 'state'))) {
      throw userError('Some orders are not in a state requiring confirmation: ' + text(order, 'name'));
    }
    odoo.table(ORDER).patch(order.id, { state: 'sale', date_order: odoo.now() });
    shipOrder(odoo, order, linesOf(odoo, order));
  }
  return true;
}

export const saleOrder: Rules = {
  order: 'date_order desc, id desc',
  created: (odoo, order) => {
    const partner = odoo.table('res.partner').get(link(order, 'partner_id'));
    odoo.table(ORDER).patch(order.id, {
      name: text(order, 'name') || `S${String(order.id).padStart(5, '0')}`,
      state: 'draft',
      date_order: text(order, 'date_order') || odoo.now(),
      company_id: 1,
      currency_id: link(order, 'currency_id') ?? odoo.companyCurrency(),
      partner_invoice_id: link(order, 'partner_invoice_id') ?? partner?.id ?? null,
      partner_shipping_id: link(order, 'partner_shipping_id') ?? partner?.id ?? null,
    });
  },
  computed: {
    amount_untaxed: (odoo, order) => amounts(odoo, linesOf(odoo, order)).untaxed,
    amount_total: (odoo, order) => amounts(odoo, linesOf(odoo, order)).total,
    amount_tax: (odoo, order) => {
      const { untaxed, total } = amounts(odoo, linesOf(odoo, order));
      return total - untaxed;
    },
    invoice_ids: (odoo, order) => [
      ...new Set(
        linesOf(odoo, order).flatMap((line) =>
          invoiceItems(odoo, line).map((item) => link(item, 'move_id') ?? 0),
        ),
      ),
    ],
    invoice_status: (odoo, order) => {
      if (text(order, 'state') !== 'sale') return 'no';
      return linesOf(odoo, order).some((line) => toInvoice(odoo, line) > 0) ? 'to invoice' : 'invoiced';
    },
    picking_ids: (odoo, order) => [...odoo.table('stock.picking').idsBy('sale_id', order.id)],
  },
  methods: {
    action_confirm: onRecords([], (odoo, { ids }) => confirm(odoo, ids)),
    action_cancel: onRecords([], (odoo, { ids }) => {
      for (const id of ids) odoo.table(ORDER).patch(id, { state: 'cancel' });
      return true;
    }),
  },
};

export const saleOrderLine: Rules = {
  order: 'order_id, sequence, id',
  created: (odoo, line) => {
    const product = odoo.table('product.product').get(link(line, 'product_id'));
    const ofProduct = (name: string): unknown =>
      product ? odoo.read('product.product', product, name) : null;
    odoo.table(LINE).patch(line.id, {
      name: text(line, 'name') || (product ? odoo.displayName('product.product', product.id) : ''),
      product_uom_qty: typeof line.product_uom_qty === 'number' ? line.product_uom_qty : 1,
      price_unit:
        typeof line.price_unit === 'number' ? line.price_unit : Number(ofProduct('list_price') ?? 0),
      [taxField(odoo)]: Array.isArray(line[taxField(odoo)])
        ? links(line, taxField(odoo))
        : ((ofProduct('taxes_id') as number[] | null) ?? []),
      qty_delivered: 0,
    });
  },
  computed: {
    qty_invoiced: invoiced,
    qty_to_invoice: toInvoice,
    price_subtotal: (odoo, line) => amounts(odoo, [line]).untaxed,
    price_total: (odoo, line) => amounts(odoo, [line]).total,
    invoice_lines: (odoo, line) => invoiceItems(odoo, line).map((item) => item.id),
  },
};

/** The wizard that makes invoices of orders: here, of what was ordered and not invoiced. */
export const saleAdvancePayment: Rules = {
  methods: {
    create_invoices: onRecords([], (odoo, { ids }) => {
      const orders = odoo
        .rows('sale.advance.payment.inv', ids)
        .flatMap((wizard) => links(wizard, 'sale_order_ids'));
      const moves = odoo.rows(ORDER, orders).map((order) => invoiceOf(odoo, order));
      return {
        name: 'Invoices',
        type: 'ir.actions.act_window',
        res_model: 'account.move',
        ...(moves.length === 1 ? { res_id: moves[0] } : { domain: [['id', 'in', moves]] }),
      };
    }),
  },
};

function invoiceOf(odoo: Odoo, order: Row): number {
  const lines = linesOf(odoo, order).filter((line) => toInvoice(odoo, line) > 0);
  if (lines.length === 0) throw userError('Cannot create an invoice. No items are available to invoice.');
  return odoo.create(MOVE, {
    move_type: 'out_invoice',
    partner_id: link(order, 'partner_invoice_id'),
    invoice_origin: text(order, 'name'),
    ref: text(order, 'client_order_ref') || false,
    invoice_line_ids: lines.map((line) => [
      0,
      0,
      {
        name: text(line, 'name'),
        product_id: link(line, 'product_id') ?? false,
        quantity: toInvoice(odoo, line),
        price_unit: figure(line, 'price_unit'),
        discount: figure(line, 'discount'),
        tax_ids: [[6, 0, [...links(line, taxField(odoo))]]],
        sale_line_ids: [[6, 0, [line.id]]],
      },
    ]),
  });
}
