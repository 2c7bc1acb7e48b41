import type { Odoo } from '../odoo';
import { validationError } from '../odoo-error';
import type { Rules } from '../rules';
import { link, type Row, text, type Values } from '../row';

const TAX = 'account.tax';
const PART = 'account.tax.repartition.line';

/** A copy keeps the accounts of the tax it was made from; a tax made anew has none. */
function created(odoo: Odoo, tax: Row, vals: Values): void {
  if (vals.copiedFrom === undefined) refuseSameName(odoo, tax);
  const original = typeof vals.copiedFrom === 'number' ? vals.copiedFrom : null;
  if (original !== null) {
    for (const part of odoo.table(PART).by('tax_id', original)) {
      odoo.table(PART).insert({ ...part, tax_id: tax.id });
    }
    return;
  }
  odoo.table(TAX).patch(tax.id, {
    amount_type: text(tax, 'amount_type') || 'percent',
    type_tax_use: text(tax, 'type_tax_use') || 'sale',
    country_id: link(tax, 'country_id') ?? link(odoo.company(), 'country_id'),
    company_id: 1,
    sequence: typeof tax.sequence === 'number' ? tax.sequence : 1,
  });
  addRepartition(odoo, tax.id, [[null, 100]]);
}

function refuseSameName(odoo: Odoo, tax: Row): void {
  const namesakes = odoo.table(TAX).by('name', text(tax, 'name'));
  if (!namesakes.some((other) => other.id !== tax.id && other.type_tax_use === tax.type_tax_use)) return;
  throw validationError(
    `Tax names must be unique!\n- ${text(tax, 'name')} in ${text(odoo.company(), 'name')}`,
  );
}

export function addRepartition(
  odoo: Odoo,
  tax: number,
  parts: readonly (readonly [number | null, number])[],
): void {
  for (const documentType of ['invoice', 'refund']) {
    const shared = { tax_id: tax, document_type: documentType, company_id: 1 };
    odoo
      .table(PART)
      .insert({ ...shared, repartition_type: 'base', factor_percent: 100, account_id: null, sequence: 1 });
    for (const [account, percent] of parts) {
      odoo.table(PART).insert({
        ...shared,
        repartition_type: 'tax',
        factor_percent: percent,
        account_id: account,
        sequence: 1,
      });
    }
  }
}

const parts = (odoo: Odoo, tax: Row, documentType: string): number[] =>
  odoo
    .table(PART)
    .by('tax_id', tax.id)
    .filter((part) => part.document_type === documentType)
    .map((part) => part.id);

export const accountTax: Rules = {
  order: 'sequence, id',
  created,
  write: (odoo, ids, vals, context) => {
    odoo.update(TAX, ids, vals, context);
    for (const tax of odoo.rows(TAX, ids)) refuseSameName(odoo, tax);
  },
  computed: {
    price_include: (odoo, tax) => {
      if (odoo.version === 17) return tax.price_include === true;
      const own = text(tax, 'price_include_override');
      return (own || text(odoo.company(), 'account_price_include')) === 'tax_included';
    },
    invoice_repartition_line_ids: (odoo, tax) => parts(odoo, tax, 'invoice'),
    refund_repartition_line_ids: (odoo, tax) => parts(odoo, tax, 'refund'),
    repartition_line_ids: (odoo, tax) => [...odoo.table(PART).idsBy('tax_id', tax.id)],
  },
  unlink: (odoo, ids) => {
    for (const id of ids) odoo.remove(PART, [...odoo.table(PART).idsBy('tax_id', id)]);
    odoo.remove(TAX, ids);
  },
};

export const accountTaxRepartitionLine: Rules = {
  computed: { factor: (_, part) => Number(part.factor_percent) / 100 },
};
