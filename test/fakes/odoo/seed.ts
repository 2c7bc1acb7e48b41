import { nameExternally } from './external-ids';
import type { OdooVersion } from './fields';
import master17 from './master-data-17.json';
import master19 from './master-data-19.json';
import { addRepartition } from './models/account-tax';
import { COMPANY, type Odoo } from './odoo';
import { seedGoods, seedPeople } from './seed-records';
import { seedStates } from './seed-states';
import { euTaxes } from './seed-taxes';

export type Pair = [number, string];
type TaxPart = [string | null, number];

export interface MasterData {
  accounts: [number, string, string, string, boolean][];
  taxes: {
    id: number;
    name: string;
    amount: number;
    use: string;
    included: boolean;
    group: Pair;
    sequence: number;
    label: string;
    repartition: TaxPart[];
  }[];
  journals: {
    id: number;
    name: string;
    code: string;
    type: string;
    account: number | null;
    suspense: number | null;
  }[];
  fiscalPositions: {
    id: number;
    name: string;
    auto_apply: boolean;
    vat_required: boolean;
    country_id: Pair | false;
    country_group_id: Pair | false;
  }[];
  paymentTerms: { id: number; name: string }[];
  company: {
    name: string;
    tax_calculation_rounding_method: string;
    transfer_account_id: Pair;
    country_id: Pair;
  };
  warehouse: { id: number; name: string; code: string; lot_stock_id: Pair };
  units: { id: number; name: string }[];
  precisions: { id: number; name: string; digits: number }[];
  carrier: { id: number; name: string; delivery_type: string };
  countries: string[];
  currencies: [number, string, string, string, string][];
}

const masters: Record<OdooVersion, MasterData> = {
  17: master17 as unknown as MasterData,
  19: master19 as unknown as MasterData,
};

export interface Seed {
  readonly currency: string;
  readonly country: string;
  readonly login: string;
  /** The included and foreign taxes of a shop that sells to consumers, besides those of the Dutch chart. */
  readonly shopTaxes: boolean;
}

/** Fills an empty database with what the recorded servers had: one company on the Dutch chart of accounts. */
export function seed(odoo: Odoo, { currency, country, login, shopTaxes }: Seed): void {
  const master = masters[odoo.version];
  seedCountriesAndCurrencies(odoo, master, currency);
  seedStates(odoo);
  const code = (wanted: string): number => master.accounts.find((account) => account[1] === wanted)?.[0] ?? 0;
  for (const [id, accountCode, name, type, reconcile] of master.accounts) {
    odoo.table('account.account').insert(
      {
        code: accountCode,
        name,
        account_type: type,
        reconcile,
        company_id: COMPANY,
        company_ids: [COMPANY],
        active: true,
        deprecated: false,
      },
      id,
    );
  }
  odoo.table('account.account').reserve(Math.max(...master.accounts.map((account) => account[0])) + 1);
  for (const [at, journal] of master.journals.entries()) {
    odoo.table('account.journal').insert(
      {
        name: journal.name,
        code: journal.code,
        type: journal.type,
        default_account_id: journal.account,
        suspense_account_id: journal.suspense,
        company_id: COMPANY,
        active: true,
        sequence: at,
      },
      journal.id,
    );
  }
  const countryId = odoo.table('res.country').by('code', country)[0]?.id ?? master.company.country_id[0];
  const journalId = (wanted: string) =>
    master.journals.find((journal) => journal.code === wanted)?.id ?? null;
  seedTaxes(odoo, master, code);
  odoo.table('res.company').insert(
    {
      name: master.company.name,
      partner_id: 1,
      currency_id: odoo.table('res.currency').by('name', currency)[0]?.id ?? null,
      country_id: countryId,
      account_fiscal_country_id: countryId,
      tax_calculation_rounding_method: master.company.tax_calculation_rounding_method,
      transfer_account_id: master.company.transfer_account_id[0],
      account_journal_suspense_account_id: code('103002'),
      account_journal_payment_debit_account_id: code('103003'),
      account_journal_payment_credit_account_id: code('103004'),
      currency_exchange_journal_id: journalId('EXCH'),
      income_currency_exchange_account_id: code('892000'),
      expense_currency_exchange_account_id: code('892000'),
      account_sale_tax_id: master.taxes.find((tax) => tax.name === '21% ST')?.id ?? null,
      account_price_include: 'tax_excluded',
      chart_template: 'nl',
      // Not fields of Odoo: what its accounting properties fall back on.
      fake_receivable_id: code('110000'),
      fake_payable_id: master.accounts.find((account) => account[3] === 'liability_payable')?.[0] ?? null,
    },
    COMPANY,
  );
  nameExternally(
    odoo,
    `account.${COMPANY}_account_journal_payment_debit_account_id`,
    'account.account',
    code('103003'),
  );
  if (shopTaxes) euTaxes(odoo, code);
  seedPeople(odoo, master, login);
  seedGoods(odoo, master, code);
}

function seedCountriesAndCurrencies(odoo: Odoo, master: MasterData, companyCurrency: string): void {
  for (const [at, line] of master.countries.entries()) {
    odoo.table('res.country').insert({ code: line.slice(0, 2), name: line.slice(3) }, at + 1);
  }
  for (const [id, name, symbol, rounding, fullName] of master.currencies) {
    const decimals = rounding.includes('.') ? rounding.length - rounding.indexOf('.') - 1 : 0;
    odoo.table('res.currency').insert(
      {
        name,
        symbol,
        full_name: fullName,
        rounding: Number(rounding),
        decimal_places: decimals,
        position: 'after',
        active: ['EUR', 'USD', companyCurrency].includes(name),
      },
      id,
    );
  }
}

function seedTaxes(odoo: Odoo, master: MasterData, code: (wanted: string) => number): void {
  const netherlands = master.company.country_id[0];
  for (const tax of master.taxes) {
    if (!odoo.table('account.tax.group').get(tax.group[0])) {
      odoo
        .table('account.tax.group')
        .insert({ name: tax.group[1], company_id: COMPANY, country_id: netherlands }, tax.group[0]);
    }
    odoo.table('account.tax').insert(
      {
        name: tax.name,
        amount: tax.amount,
        amount_type: 'percent',
        type_tax_use: tax.use,
        price_include: tax.included,
        ...(tax.included ? { price_include_override: 'tax_included' } : {}),
        tax_group_id: tax.group[0],
        country_id: netherlands,
        sequence: tax.sequence,
        invoice_label: tax.label,
        company_id: COMPANY,
        active: true,
        tax_exigibility: 'on_invoice',
      },
      tax.id,
    );
    addRepartition(
      odoo,
      tax.id,
      tax.repartition.map(([account, percent]) => [account ? code(account) : null, percent]),
    );
  }
}
