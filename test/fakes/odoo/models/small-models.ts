import type { Odoo } from '../odoo';
import type { Rules } from '../rules';
import { link, type Row, text } from '../row';

export const accountAccount: Rules = {
  order: 'code',
  displayName: (_, account) => `${text(account, 'code')} ${text(account, 'name')}`,
  computed: {
    current_balance: (odoo, account) =>
      odoo
        .table('account.move.line')
        .by('account_id', account.id)
        .reduce((sum, item) => (item.parent_state === 'posted' ? sum + (item.balance as bigint) : sum), 0n),
  },
};

export const resCurrency: Rules = { order: 'active desc, name' };
export const resCurrencyRate: Rules = { order: 'name desc, id' };
export const resCountry: Rules = { order: 'name' };
export const irModelData: Rules = {
  order: 'module, model, name',
  displayName: (_, row) => `${text(row, 'module')}.${text(row, 'name')}`,
  computed: { complete_name: (_, row) => `${text(row, 'module')}.${text(row, 'name')}` },
};
export const accountFullReconcile: Rules = {
  displayName: (_, row) => `account.full.reconcile,${row.id}`,
  computed: {
    partial_reconcile_ids: (odoo, row) => [
      ...odoo.table('account.partial.reconcile').idsBy('full_reconcile_id', row.id),
    ],
    reconciled_line_ids: (odoo, row) => [
      ...odoo.table('account.move.line').idsBy('full_reconcile_id', row.id),
    ],
  },
};
export const accountPartialReconcile: Rules = {
  displayName: (_, row) => `account.partial.reconcile,${row.id}`,
};
export const productCategory: Rules = {
  displayName: (odoo, category) => categoryPath(odoo, category),
  computed: { complete_name: (odoo, category) => categoryPath(odoo, category) },
};

/** "All / Garden". */
function categoryPath(odoo: Odoo, category: Row): string {
  const parent = odoo.table('product.category').get(link(category, 'parent_id'));
  const name = text(category, 'name');
  return parent ? `${categoryPath(odoo, parent)} / ${name}` : name;
}

export const accountPaymentTerm: Rules = { order: 'sequence, id' };
export const accountFiscalPosition: Rules = { order: 'sequence' };
/** 19 computes the locks that hold for the user who asks; without one it answers the first day of the year 1 so. */
const lockOfUser =
  (kind: string) =>
  (odoo: Odoo, company: Row): string => {
    const forced = kind === 'fiscalyear' ? (odoo.faults.lockDate ?? '') : '';
    const locks = [text(company, `${kind}_lock_date`), forced].sort();
    return locks.at(-1) || '1-01-01';
  };

export const resCompany: Rules = {
  order: 'sequence, name',
  displayName: (_, company) => text(company, 'name'),
  computed: {
    country_code: (odoo, company) => odoo.table('res.country').get(link(company, 'country_id'))?.code ?? null,
    ...Object.fromEntries(
      ['fiscalyear', 'tax', 'sale', 'purchase', 'hard'].map((kind) => [
        `user_${kind}_lock_date`,
        lockOfUser(kind),
      ]),
    ),
  },
};
export const uomUom: Rules = { order: 'fake_sequence, id' };
export const stockLocation: Rules = { displayName: (_, location) => text(location, 'complete_name') };
