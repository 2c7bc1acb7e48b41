import type { ConnectionView, MappingsView, OverviewView } from '../../app/views/mapping-view';
import { defaultOf, settingKeys, type SettingsView } from '../../app/views/settings';
import type { MoneyView } from '../../app/views/money-view';
import type {
  EntryView,
  FindingView,
  PayoutPage,
  PayoutRow,
  PayoutView,
  PreviewView,
  RunView,
  TransactionView,
} from '../../app/views/payout-view';

/** What the server sends to the pages, for tests of components: small, and plausible to a bookkeeper. */

/** Minor units as text: `view(12345)` is €123.45. */
export const view = (minor: number | bigint | string, currency = 'EUR'): MoneyView => ({
  minor: minor.toString(),
  currency,
});

export function exampleRun(traits: Partial<RunView> = {}): RunView {
  return {
    id: '019aa000-0000-7000-8000-000000000001',
    kind: 'sync-payout',
    state: 'running',
    stage: 'documents',
    stageDone: 12,
    stageTotal: 42,
    percent: 37,
    startedAt: '2026-11-03T09:00:00.000Z',
    finishedAt: null,
    retryAt: null,
    attempt: 1,
    outcome: null,
    ...traits,
  };
}

export const doneRun = (traits: Partial<RunView> = {}) =>
  exampleRun({
    state: 'done',
    stage: 'done',
    percent: 100,
    finishedAt: '2026-11-03T09:00:08.400Z',
    outcome: { key: 'posted', values: { documents: 45, lines: 46, transfer: 1 } },
    ...traits,
  });

export function exampleRow(traits: Partial<PayoutRow> = {}): PayoutRow {
  return {
    id: '148156579998',
    issuedOn: '2026-11-03',
    net: view(412_657),
    state: 'ready',
    shopifyStatus: 'paid',
    source: 'api',
    holds: { charge: 42, refund: 3, dispute: 1 },
    proofHolds: null,
    findings: 0,
    bankReference: null,
    run: null,
    ...traits,
  };
}

export function examplePage(rows: readonly PayoutRow[], traits: Partial<PayoutPage> = {}): PayoutPage {
  const counts = { new: 0, ready: 0, 'needs-attention': 0, syncing: 0, posted: 0, banked: 0, failed: 0 };
  for (const row of rows) counts[row.state] += 1;
  return {
    rows,
    total: rows.length,
    page: 1,
    pageSize: 25,
    counts,
    ready: counts.ready,
    lastDiscovery: { at: '2026-11-04T07:30:00.000Z', problem: null },
    connected: true,
    working: false,
    ...traits,
  };
}

export function exampleFinding(traits: Partial<FindingView> = {}): FindingView {
  return {
    id: 'finding-1',
    kind: 'sum-differs',
    severity: 'blocks',
    object: { type: 'payout', id: '148156579998', name: '148156579998' },
    expected: view(412_657),
    actual: view(412_655),
    residual: view(-2),
    facts: { count: '46' },
    remedy: { page: 'shopify-payouts' },
    href: 'https://admin.shopify.com/store/trade-wins/payments/payouts',
    ...traits,
  };
}

export const unmappedType = (traits: Partial<FindingView> = {}) =>
  exampleFinding({
    id: 'finding-2',
    kind: 'type-unmapped',
    object: { type: 'balance transaction', id: '43091830', name: 'SHIPPING_LABEL' },
    expected: null,
    actual: view(-695),
    residual: null,
    facts: { type: 'SHIPPING_LABEL', reason: '' },
    remedy: { page: 'mappings', section: 'types', key: 'SHIPPING_LABEL' },
    href: '/app/mappings?section=types&key=SHIPPING_LABEL',
    ...traits,
  });

const odoo = (model: string, id: number, name: string) => ({
  model,
  id,
  name,
  href: `https://odoo.example/${model}/${String(id)}`,
});

export function exampleTransaction(number: number, traits: Partial<TransactionView> = {}): TransactionView {
  const amount = 4_500 + number * 37;
  const fee = 40 + number;
  return {
    id: String(43_091_000 + number),
    type: 'CHARGE',
    family: 'charge',
    occurredAt: '2026-11-01T12:00:00.000Z',
    amount: view(amount),
    fee: view(fee),
    net: view(amount - fee),
    order: { id: String(6_000_000 + number), name: `#${String(1000 + number)}` },
    documents: [odoo('account.move', number, `INV/2026/${String(number).padStart(5, '0')}`)],
    statementLine: odoo('account.bank.statement.line', number, `Charge #${String(1000 + number)}`),
    counterpart: '110000 Debtors',
    state: 'reconciled',
    ...traits,
  };
}

export function examplePayout(traits: Partial<PayoutView> = {}): PayoutView {
  const transactions = [
    ...Array.from({ length: 42 }, (_, index) => exampleTransaction(index + 1)),
    exampleTransaction(43, {
      type: 'REFUND',
      family: 'refund',
      amount: view(-2_420),
      fee: view(0),
      net: view(-2_420),
      documents: [odoo('account.move', 43, 'RINV/2026/00001')],
    }),
    exampleTransaction(44, {
      type: 'DISPUTE_WITHDRAWAL',
      family: 'dispute',
      amount: view(-10_000),
      fee: view(1_500),
      net: view(-11_500),
      documents: [],
      counterpart: '470100 Disputes',
      state: 'posted',
    }),
    exampleTransaction(45, {
      type: 'SHIPPING_LABEL',
      family: 'shipping-and-duty',
      amount: view(-695),
      fee: view(0),
      net: view(-695),
      order: null,
      documents: [],
      statementLine: null,
      counterpart: null,
      state: 'needs-attention',
    }),
  ];
  const step = (
    name: PayoutView['waterfall'][number]['step'],
    amount: number,
    from: number,
    count: number,
  ) => ({
    step: name,
    amount: view(amount),
    from: view(from),
    to: view(from + amount),
    count,
  });
  return {
    ...exampleRow({ state: 'posted', proofHolds: true, bankReference: 'SHOPIFY PAYOUT 8XK2' }),
    waterfall: [
      step('sales', 520_000, 0, 42),
      step('refunds', -74_200, 520_000, 3),
      step('disputes', -11_500, 445_800, 1),
      step('adjustments', 2_500, 434_300, 1),
      step('other', -695, 436_800, 1),
      step('fees', -23_448, 436_105, 44),
      { step: 'payout', amount: view(412_657), from: view(0), to: view(412_657), count: 1 },
    ],
    transactions,
    proof: {
      payout: view(412_657),
      steps: [
        {
          name: 'transactions',
          expected: view(412_657),
          actual: view(412_657),
          residual: view(0),
          state: 'equal',
        },
        { name: 'lines', expected: view(412_657), actual: view(412_657), residual: view(0), state: 'equal' },
        {
          name: 'transfer',
          expected: view(-412_657),
          actual: view(-412_657),
          residual: view(0),
          state: 'equal',
        },
        { name: 'bank', expected: view(412_657), actual: null, residual: null, state: 'awaited' },
      ],
      documents: 45,
      exact: 45,
      holds: true,
    },
    findingList: [],
    statement: odoo('account.bank.statement', 12, 'Shopify payout 148156579998'),
    transfer: odoo('account.bank.statement.line', 99, 'Payout 148156579998'),
    history: [doneRun()],
    summary: {
      chargesGross: '5200.00',
      chargesFee: '219.48',
      refundsFeeGross: '-742.00',
      advanceFees: '0.00',
    },
    shopifyHref: 'https://admin.shopify.com/store/trade-wins/payments/payouts/148156579998',
    ...traits,
  };
}

const item = (
  account: string,
  label: string,
  debit: number | null,
  credit: number | null,
  currency = 'EUR',
) => ({
  account,
  label,
  debit: debit === null ? null : view(debit, currency),
  credit: credit === null ? null : view(credit, currency),
});

export function exampleEntry(traits: Partial<EntryView> = {}): EntryView {
  return {
    key: 'bt_43091001',
    kind: 'statement-line',
    journal: 'SHPFY Shopify Payments EUR',
    date: '2026-11-01',
    reference: 'Charge #1001',
    exists: false,
    items: [
      item('101402 Shopify Payments EUR', 'Charge #1001', 4_496, null),
      item('612000 Payment fees', 'Charge #1001', 41, null),
      item('110000 Debtors', 'INV/2026/00001', null, 4_537),
    ],
    total: view(4_537),
    ...traits,
  };
}

export function examplePreview(traits: Partial<PreviewView> = {}): PreviewView {
  return {
    entries: [
      exampleEntry({
        key: 'agreement_1',
        kind: 'invoice',
        journal: 'INV Customer Invoices',
        reference: '#1001',
        items: [
          item('110000 Debtors', '#1001', 4_537, null),
          item('400000 Sales', 'Watering can, zinc', null, 3_750),
          item('211000 VAT 21%', '21%', null, 787),
        ],
      }),
      exampleEntry(),
    ],
    totals: [
      { account: '101402 Shopify Payments EUR', debit: view(4_496), credit: view(0) },
      { account: '110000 Debtors', debit: view(4_537), credit: view(4_537) },
      { account: '211000 VAT 21%', debit: view(0), credit: view(787) },
      { account: '400000 Sales', debit: view(0), credit: view(3_750) },
      { account: '612000 Payment fees', debit: view(41), credit: view(0) },
    ],
    findings: [],
    canPost: true,
    ...traits,
  };
}

export function exampleConnection(traits: Partial<ConnectionView> = {}): ConnectionView {
  return {
    connected: true,
    url: 'https://trade-wins.odoo.example',
    database: 'trade-wins',
    login: 'klopt@tradewins.example',
    version: '19.0',
    company: 'Trade Wins B.V.',
    companyCurrency: 'EUR',
    checkedAt: '2026-11-04T07:00:00.000Z',
    problem: null,
    ...traits,
  };
}

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

export function exampleOverview(traits: Partial<OverviewView> = {}): OverviewView {
  return {
    connection: exampleConnection(),
    counts: { new: 1, ready: 6, 'needs-attention': 2, syncing: 0, posted: 3, banked: 0, failed: 1 },
    orderCounts: { new: 4, queued: 0, posted: 210, 'needs-attention': 3, 'left-out': 2 },
    unmappedTaxes: 1,
    shopName: 'Trade Wins',
    ...traits,
  };
}
