import type { Odoo } from './odoo';
import { addRepartition } from './models/account-tax';

interface ShopTax {
  name: string;
  amount: number;
  country: string;
  account: string;
}

/** What a shop with prices including VAT needs and the Dutch chart lacks: included taxes, and those of One-Stop-Shop. */
const SHOP_TAXES: readonly ShopTax[] = [
  { name: '21% incl', amount: 21, country: 'NL', account: '150000' },
  { name: '9% incl', amount: 9, country: 'NL', account: '150100' },
  { name: 'BE 21% incl (OSS)', amount: 21, country: 'BE', account: '151800' },
  { name: 'BE 6% incl (OSS)', amount: 6, country: 'BE', account: '151800' },
  { name: 'DE 19% incl (OSS)', amount: 19, country: 'DE', account: '151800' },
  { name: 'DE 7% incl (OSS)', amount: 7, country: 'DE', account: '151800' },
];

export function euTaxes(odoo: Odoo, account: (code: string) => number): void {
  for (const { name, amount, country, account: code } of SHOP_TAXES) {
    const row = odoo.table('account.tax').insert({
      name,
      amount,
      amount_type: 'percent',
      type_tax_use: 'sale',
      price_include: true,
      price_include_override: 'tax_included',
      tax_group_id: taxGroup(odoo, amount),
      country_id: odoo.table('res.country').by('code', country)[0]?.id ?? null,
      sequence: 30,
      invoice_label: `${amount}%`,
      company_id: 1,
      active: true,
      tax_exigibility: 'on_invoice',
    });
    addRepartition(odoo, row.id, [[account(code), 100]]);
  }
}

function taxGroup(odoo: Odoo, amount: number): number {
  const groups = odoo.table('account.tax.group');
  const name = `VAT ${amount}%`;
  return (groups.by('name', name)[0] ?? groups.insert({ name, company_id: 1 })).id;
}
