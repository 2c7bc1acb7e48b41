import type { MappingsView } from '../../app/views/mapping-view';
import { defaultOf, settingKeys, type SettingsView } from '../../app/views/settings';

/** Mappings and settings as the server sends them to the pages, for tests of components. */
export function exampleMappings(traits: Partial<MappingsView> = {}): MappingsView {
  const choice = (id: number, label: string) => ({ id, label, detail: null });
  const row = (key: string, target: ReturnType<typeof choice> | null, required = false, seen = 0) => ({
    key,
    target,
    required,
    seen,
    problem: null,
  });
  return {
    connected: true,
    salesJournal: row('sales-journal', choice(1, 'INV Customer Invoices')),
    clearingJournals: [row('EUR', choice(7, 'SHPFY Shopify Payments EUR'), true), row('USD', null, true)],
    accounts: [
      row('fee', choice(31, '612000 Payment fees'), true),
      row('fee-vat', null),
      row('exchange', null),
      row('charge-without-document', null),
    ],
    types: [
      row('DISPUTE_WITHDRAWAL', choice(41, '470100 Disputes'), false, 1),
      row('SHIPPING_LABEL', null, false, 1),
    ],
    lines: [row('gift-card', null), row('tip', null)],
    lineProducts: [row('gift-card', null), row('tip', null)],
    gateways: [
      {
        key: 'Bank Deposit',
        feed: false,
        journal: choice(9, 'BNK1 Bank'),
        account: null,
        register: 'yes',
        seen: 4,
      },
      { key: 'gift_card', feed: false, journal: null, account: null, register: null, seen: 2 },
      { key: 'shopify_payments', feed: true, journal: null, account: null, register: null, seen: 120 },
    ],
    taxes: [
      {
        key: 'NL|BTW|21|included',
        country: 'NL',
        title: 'BTW',
        rate: '21',
        included: true,
        target: choice(5, '21% incl.'),
        instead: null,
        seen: 0,
        orders: 0,
        problem: null,
      },
      {
        key: 'DE|MwSt|19|included',
        country: 'DE',
        title: 'MwSt',
        rate: '19',
        included: true,
        target: null,
        instead: null,
        seen: 8,
        orders: 3,
        problem: null,
      },
      {
        key: 'NL|BTW|21|included|shipping',
        country: 'NL',
        title: 'BTW',
        rate: '21',
        included: true,
        target: null,
        instead: { key: 'NL|BTW|21|included', target: choice(5, '21% incl.') },
        seen: 0,
        orders: 0,
        problem: null,
      },
    ],
    products: [{ key: 'variant:4711', name: 'Watering can · WC-1', target: null, orders: 2 }],
    genericProduct: row('generic', null),
    productCategory: row('new', null),
    paymentTerms: [row('Net 30', null), row('Due on receipt', choice(1, 'Immediate Payment'))],
    fiscalPositions: ['domestic', 'eu-company', 'eu-consumer', 'outside-eu'].map((key) => row(key, null)),
    team: row('documents', null),
    analytic: ['documents', 'documents-2', 'documents-3'].map((key) => row(key, null)),
    settings: Object.fromEntries(settingKeys.map((key) => [key, defaultOf(key)])) as SettingsView,
    ...traits,
  };
}
