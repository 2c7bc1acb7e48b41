import type { Odoo } from '../odoo';
import { type Context, onRecords, type Rules } from '../rules';
import { figure, link, type Row, text, type Value } from '../row';

const PICKING = 'stock.picking';
const MOVE = 'stock.move';
const QUANT = 'stock.quant';

const movesOf = (odoo: Odoo, picking: number): Row[] => odoo.table(MOVE).by('picking_id', picking);

/** A confirmed order reserves its goods on a delivery. */
export function shipOrder(odoo: Odoo, order: Row, lines: readonly Row[]): void {
  const goods = lines.filter((line) => {
    const product = odoo.table('product.product').get(link(line, 'product_id'));
    return product && odoo.read('product.product', product, 'type') !== 'service';
  });
  if (goods.length === 0) return;
  const picking = newPicking(odoo, order.id, null, link(order, 'partner_shipping_id'));
  for (const line of goods)
    reserve(odoo, picking.id, line.id, link(line, 'product_id') ?? 0, figure(line, 'product_uom_qty'));
}

function newPicking(
  odoo: Odoo,
  order: number | null,
  backorderOf: number | null,
  partner: number | null,
): Row {
  const picking = odoo.table(PICKING).insert({
    sale_id: order,
    partner_id: partner,
    backorder_id: backorderOf,
    state: 'assigned',
    priority: '0',
    scheduled_date: odoo.today(),
    company_id: 1,
    create_date: odoo.now(),
  });
  odoo.table(PICKING).patch(picking.id, { name: `WH/OUT/${String(picking.id).padStart(5, '0')}` });
  return picking;
}

function reserve(
  odoo: Odoo,
  picking: number,
  saleLine: number | null,
  product: number,
  quantity: number,
): void {
  odoo.table(MOVE).insert({
    picking_id: picking,
    sale_line_id: saleLine,
    product_id: product,
    product_uom_qty: quantity,
    quantity,
    picked: false,
    state: 'assigned',
    create_date: odoo.now(),
  });
  addReserved(odoo, product, quantity);
}

function addReserved(odoo: Odoo, product: number, quantity: number): void {
  const quant = odoo.table(QUANT).by('product_id', product)[0];
  if (quant)
    odoo.table(QUANT).patch(quant.id, { reserved_quantity: figure(quant, 'reserved_quantity') + quantity });
}

/** Ships what is picked (or all, when nothing is). The rest needs an answer: a wizard, or the context to skip it. */
function validate(odoo: Odoo, ids: readonly number[], context: Context): unknown {
  for (const picking of odoo.rows(PICKING, ids)) {
    const moves = movesOf(odoo, picking.id);
    const somePicked = moves.some((move) => move.picked === true);
    const shipped = (move: Row) => (!somePicked || move.picked === true ? figure(move, 'quantity') : 0);
    const short = moves.filter((move) => shipped(move) < figure(move, 'product_uom_qty'));
    if (short.length > 0 && context.skip_backorder !== true) return backorderWizard(ids);
    const keepRest = !(context.picking_ids_not_to_backorder as number[] | undefined)?.includes(picking.id);
    if (short.length > 0 && keepRest) {
      const rest = newPicking(odoo, link(picking, 'sale_id'), picking.id, link(picking, 'partner_id'));
      for (const move of short) {
        const left = figure(move, 'product_uom_qty') - shipped(move);
        reserve(odoo, rest.id, link(move, 'sale_line_id'), link(move, 'product_id') ?? 0, left);
      }
    }
    for (const move of moves) shipMove(odoo, move, shipped(move));
    odoo.table(PICKING).patch(picking.id, { state: 'done', date_done: odoo.now() });
  }
  return true;
}

function shipMove(odoo: Odoo, move: Row, quantity: number): void {
  const product = link(move, 'product_id') ?? 0;
  addReserved(odoo, product, -figure(move, 'product_uom_qty'));
  const quant = odoo.table(QUANT).by('product_id', product)[0];
  if (quant) odoo.table(QUANT).patch(quant.id, { quantity: figure(quant, 'quantity') - quantity });
  odoo.table(MOVE).patch(move.id, { state: 'done', quantity, product_uom_qty: quantity, picked: true });
  const line = odoo.table('sale.order.line').get(link(move, 'sale_line_id'));
  if (line)
    odoo.table('sale.order.line').patch(line.id, { qty_delivered: figure(line, 'qty_delivered') + quantity });
}

const backorderWizard = (ids: readonly number[]) => ({
  name: 'Create Backorder?',
  type: 'ir.actions.act_window',
  view_mode: 'form',
  res_model: 'stock.backorder.confirmation',
  views: [[false, 'form']],
  view_id: false,
  target: 'new',
  context: {
    button_validate_picking_ids: ids,
    default_show_transfers: false,
    default_pick_ids: ids.map((id) => [4, id]),
  },
});

export const stockPicking: Rules = {
  order: 'priority desc, scheduled_date, id desc',
  computed: {
    move_ids: (odoo, picking) => movesOf(odoo, picking.id).map((move) => move.id),
    carrier_tracking_url: () => null,
  },
  methods: { button_validate: onRecords([], (odoo, { ids, context }) => validate(odoo, ids, context)) },
};

export const stockBackorderConfirmation: Rules = {
  methods: {
    process: onRecords([], (odoo, { context }) =>
      validate(odoo, (context.button_validate_picking_ids as number[] | undefined) ?? [], {
        ...context,
        skip_backorder: true,
      }),
    ),
  },
};

export const stockQuant: Rules = {
  displayName: (odoo, quant) => odoo.displayName('stock.location', link(quant, 'location_id') ?? 0),
  methods: {
    action_apply_inventory: onRecords([], (odoo, { ids }) => {
      for (const quant of odoo.rows(QUANT, ids)) {
        const counted: Record<string, Value> = {
          quantity: figure(quant, 'inventory_quantity'),
          inventory_quantity: 0,
        };
        odoo.table(QUANT).patch(quant.id, counted);
        odoo.table(MOVE).insert({ product_id: link(quant, 'product_id'), state: 'done', is_inventory: true });
      }
    }),
  },
};

export const stockMove: Rules = {
  order: 'sequence, id',
  displayName: (odoo, move) =>
    text(move, 'name') || odoo.displayName('product.product', link(move, 'product_id') ?? 0),
};
