import type { Odoo } from '../odoo';
import { validationError } from '../odoo-error';
import type { Rules } from '../rules';
import { link, text, type Values, written } from '../row';

const JOURNAL = 'account.journal';

/** A journal of money gets a liquidity account of its own, numbered after the last one, unless it is given one. */
function create(odoo: Odoo, vals: Values): number {
  const type = String(vals.type);
  const taken = odoo.table(JOURNAL).by('code', written(vals.code));
  if (vals.code && taken.length > 0)
    throw validationError('The operation cannot be completed: Journal codes must be unique per company.');
  const row = odoo.insert(JOURNAL, { ...vals, code: vals.code || freeCode(odoo, type), company_id: 1 });
  if (['bank', 'cash', 'credit'].includes(type)) {
    odoo.table(JOURNAL).patch(row.id, {
      default_account_id: link(row, 'default_account_id') ?? liquidityAccount(odoo, text(row, 'name'), type),
      suspense_account_id:
        link(row, 'suspense_account_id') ?? link(odoo.company(), 'account_journal_suspense_account_id'),
    });
  }
  return row.id;
}

function freeCode(odoo: Odoo, type: string): string {
  const stem = type === 'bank' ? 'BNK' : type === 'cash' ? 'CSH' : 'JRN';
  for (let number = 1; ; number += 1) {
    if (odoo.table(JOURNAL).idsBy('code', `${stem}${number}`).size === 0) return `${stem}${number}`;
  }
}

function liquidityAccount(odoo: Odoo, name: string, type: string): number {
  const accounts = odoo.table('account.account');
  const first = type === 'cash' ? 101001 : 103001;
  let code = first;
  while (accounts.idsBy('code', String(code)).size > 0) code += 1;
  return accounts.insert({
    code: String(code),
    name,
    account_type: type === 'credit' ? 'liability_credit_card' : 'asset_cash',
    reconcile: false,
    active: true,
    deprecated: false,
    company_id: 1,
    company_ids: [1],
  }).id;
}

export const accountJournal: Rules = {
  order: 'sequence, type, code',
  create,
  displayName: (odoo, journal) => {
    const currency = odoo.table('res.currency').get(link(journal, 'currency_id'));
    return currency && currency.id !== odoo.companyCurrency()
      ? `${text(journal, 'name')} (${text(currency, 'name')})`
      : text(journal, 'name');
  },
};
