import type { Odoo } from '../odoo';
import { userError } from '../odoo-error';
import type { Rules } from '../rules';
import { figure, link, type Row, text } from '../row';

const TEMPLATE = 'product.template';
const PRODUCT = 'product.product';

const OWN = [
  'id',
  'active',
  'default_code',
  'barcode',
  'standard_price',
  'weight',
  'volume',
  'product_tmpl_id',
  'display_name',
  'create_date',
  'write_date',
  'create_uid',
  'write_uid',
  'qty_available',
  'virtual_available',
  'free_qty',
  'incoming_qty',
  'outgoing_qty',
  'product_variant_ids',
  'lst_price',
];

const named = (row: Row, name: string): string =>
  text(row, 'default_code') ? `[${text(row, 'default_code')}] ${name}` : name;

const categoryOf = (odoo: Odoo, template: Row): Row | undefined =>
  odoo.table('product.category').get(link(template, 'categ_id'));

export const productTemplate: Rules = {
  order: 'name',
  displayName: (_, template) => named(template, text(template, 'name')),
  created: (odoo, template, vals) => {
    // Seen on 17: an empty category is refused, one that is not named is the first. 19 takes both.
    if (odoo.version === 17 && vals.categ_id === false)
      throw userError("Missing required value for the field 'categ_id'");
    const defaults = {
      type: text(template, 'type') || (odoo.version === 17 ? text(template, 'detailed_type') : '') || 'consu',
      ...(odoo.version === 17
        ? { detailed_type: text(template, 'detailed_type') || text(template, 'type') || 'consu' }
        : {}),
      categ_id: link(template, 'categ_id') ?? 1,
      list_price: typeof template.list_price === 'number' ? template.list_price : 1,
      sale_ok: template.sale_ok !== false,
      uom_id: link(template, 'uom_id') ?? 1,
      invoice_policy: text(template, 'invoice_policy') || 'order',
    };
    odoo.table(TEMPLATE).patch(template.id, defaults);
    if (vals.taxes_id === undefined) {
      odoo
        .table(TEMPLATE)
        .patch(template.id, { taxes_id: [link(odoo.company(), 'account_sale_tax_id') ?? 0].filter(Boolean) });
    }
    if (vals.fake_without_variant !== true) {
      odoo.table(PRODUCT).insert({
        product_tmpl_id: template.id,
        active: true,
        default_code: template.default_code ?? null,
        barcode: template.barcode ?? null,
        create_date: odoo.now(),
      });
    }
  },
  computed: {
    product_variant_ids: (odoo, template) => [...odoo.table(PRODUCT).idsBy('product_tmpl_id', template.id)],
    product_variant_id: (odoo, template) =>
      [...odoo.table(PRODUCT).idsBy('product_tmpl_id', template.id)][0] ?? null,
    property_account_income_id: (odoo, template) => {
      const category = categoryOf(odoo, template);
      return (
        link(template, 'property_account_income_id') ??
        (category ? link(category, 'property_account_income_categ_id') : null)
      );
    },
  },
};

/** Creating a variant makes its template; making a template would make a variant, so that one is taken. */
export const productProduct: Rules = {
  order: 'default_code, id',
  partOf: { link: 'product_tmpl_id', model: TEMPLATE, own: OWN },
  displayName: (odoo, product) =>
    named(product, text(odoo.table(TEMPLATE).must(link(product, 'product_tmpl_id')), 'name')),
  create: (odoo, vals, context) => {
    if (vals.product_tmpl_id) return odoo.insert(PRODUCT, vals, context).id;
    const ofTemplate = Object.fromEntries(
      Object.entries(vals).filter(([name]) => odoo.fieldsOf(TEMPLATE).has(name)),
    );
    const template = odoo.create(TEMPLATE, ofTemplate, context);
    const [id = 0] = odoo.table(PRODUCT).idsBy('product_tmpl_id', template);
    const own = Object.fromEntries(Object.entries(vals).filter(([name]) => OWN.includes(name)));
    odoo.table(PRODUCT).patch(id, odoo.columns(PRODUCT, own));
    return id;
  },
  computed: {
    lst_price: (odoo, product) => odoo.table(TEMPLATE).must(link(product, 'product_tmpl_id')).list_price ?? 0,
    qty_available: (odoo, product) => onHand(odoo, product.id, 'quantity'),
    free_qty: (odoo, product) =>
      onHand(odoo, product.id, 'quantity') - onHand(odoo, product.id, 'reserved_quantity'),
    virtual_available: (odoo, product) =>
      onHand(odoo, product.id, 'quantity') - onHand(odoo, product.id, 'reserved_quantity'),
  },
};

const onHand = (odoo: Odoo, product: number, column: string): number =>
  odoo
    .table('stock.quant')
    .by('product_id', product)
    .reduce((sum, quant) => sum + figure(quant, column), 0);
