import { nameExternally } from './external-ids';
import { ADMIN, COMPANY, type Odoo } from './odoo';
import { link, text } from './row';
import type { MasterData, Pair } from './seed';

export function seedPeople(odoo: Odoo, master: MasterData, login: string): void {
  const partners = odoo.table('res.partner');
  const shared = { active: true, type: 'contact', is_company: false };
  partners.insert(
    { ...shared, name: master.company.name, is_company: true, country_id: master.company.country_id[0] },
    1,
  );
  partners.insert({ ...shared, name: 'OdooBot', active: false }, 2);
  partners.insert({ ...shared, name: 'Administrator', email: login }, 3);
  odoo
    .table('res.users')
    .insert(
      { login: '__system__', partner_id: 2, active: false, company_id: COMPANY, company_ids: [COMPANY] },
      1,
    );
  odoo
    .table('res.users')
    .insert(
      { login, partner_id: 3, active: true, company_id: COMPANY, company_ids: [COMPANY], lang: 'en_US' },
      ADMIN,
    );
  odoo.table('res.lang').insert({ name: 'English (US)', code: 'en_US', iso_code: 'en', active: true }, 1);
  const names: [string, string, number][] = [
    ['base.main_company', 'res.company', COMPANY],
    ['base.main_partner', 'res.partner', 1],
    ['base.user_admin', 'res.users', ADMIN],
  ];
  for (const currency of odoo.table('res.currency').rows.values())
    names.push([`base.${text(currency, 'name')}`, 'res.currency', currency.id]);
  for (const country of odoo.table('res.country').rows.values())
    names.push([`base.${text(country, 'code').toLowerCase()}`, 'res.country', country.id]);
  for (const [xid, model, id] of names) nameExternally(odoo, xid, model, id);
  odoo.table('ir.model.data').reserve(27_000);
}

/** Master data around the books: positions, terms, units, teams, the warehouse. */
export function seedGoods(odoo: Odoo, master: MasterData, code: (wanted: string) => number): void {
  for (const position of master.fiscalPositions) {
    odoo.table('account.fiscal.position').insert(
      {
        name: position.name,
        auto_apply: position.auto_apply,
        vat_required: position.vat_required,
        country_id: position.country_id ? position.country_id[0] : null,
        country_group_id: countryGroup(odoo, position.country_group_id),
        company_id: COMPANY,
        active: true,
        sequence: master.fiscalPositions.indexOf(position),
      },
      position.id,
    );
  }
  for (const { id, name } of master.paymentTerms) {
    odoo.table('account.payment.term').insert({ name, active: true, sequence: 10 }, id);
    for (const line of termLines(name)) {
      odoo.table('account.payment.term.line').insert({ ...line, payment_id: id, value: 'percent' });
    }
  }
  for (const [at, { id, name }] of master.units.entries()) {
    odoo.table('uom.uom').insert({ name, active: true, fake_sequence: at }, id);
  }
  for (const { id, name, digits } of master.precisions)
    odoo.table('decimal.precision').insert({ name, digits }, id);
  odoo.table('product.category').insert(
    {
      name: 'All',
      complete_name: 'All',
      property_account_income_categ_id: link(
        odoo.table('account.journal').by('type', 'sale')[0] ?? { id: 0 },
        'default_account_id',
      ),
      property_account_expense_categ_id: code('700100'),
    },
    1,
  );
  odoo.table('crm.team').insert({ name: 'Sales', active: true, company_id: COMPANY }, 1);
  odoo.table('crm.team').insert({ name: 'Website', active: true, company_id: COMPANY }, 2);
  const { id, name, code: warehouseCode, lot_stock_id } = master.warehouse;
  odoo
    .table('stock.location')
    .insert(
      { name: 'Stock', complete_name: lot_stock_id[1], usage: 'internal', active: true },
      lot_stock_id[0],
    );
  odoo
    .table('stock.warehouse')
    .insert(
      { name, code: warehouseCode, lot_stock_id: lot_stock_id[0], company_id: COMPANY, active: true },
      id,
    );
  odoo
    .table('delivery.carrier')
    .insert(
      { name: master.carrier.name, delivery_type: master.carrier.delivery_type, active: true },
      master.carrier.id,
    );
  odoo.create('product.product', {
    name: 'Standard delivery',
    default_code: 'Delivery_007',
    type: 'service',
    list_price: 0,
  });
}

/** The lines that a term of that name has out of the box. */
function termLines(name: string) {
  const line = (share: number, days: number, from = 'days_after') => ({
    value_amount: share,
    nb_days: days,
    delay_type: from,
  });
  const split = /^(\d+)% Now, Balance (\d+) Days/.exec(name);
  if (split) return [line(Number(split[1]), 0), line(100 - Number(split[1]), Number(split[2]))];
  const [days = '0'] = /\d+(?= Days)|\d+$/.exec(name) ?? [];
  if (/on the \d+th$/i.test(name)) {
    return [line(100, Number(/\d+/.exec(name)?.[0]), 'days_end_of_month_on_the')];
  }
  return [
    line(
      100,
      Number(days),
      / (of|after end of) (following|next) month/i.test(name) ? 'days_after_end_of_next_month' : undefined,
    ),
  ];
}

function countryGroup(odoo: Odoo, group: Pair | false): number | null {
  if (!group) return null;
  const groups = odoo.table('res.country.group');
  return (groups.get(group[0]) ?? groups.insert({ name: group[1] }, group[0])).id;
}
