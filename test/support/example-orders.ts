import {
  orderStates,
  type BackfillView,
  type HistoryView,
  type OrderPage,
  type OrderRow,
  type OrderView,
} from '../../app/views/order-view';
import { exampleList } from './example-list';
import { view } from './example-money';

/** Orders as the server sends them to the pages, for tests of components. */
export function exampleOrderRow(traits: Partial<OrderRow> = {}): OrderRow {
  return {
    id: '6001001',
    name: '#1001',
    placedOn: '2026-11-03',
    customer: 'Roos de Wit',
    country: 'NL',
    financialStatus: 'paid',
    total: view(12_345),
    gateways: ['shopify_payments'],
    state: 'new',
    reason: null,
    documents: [],
    findings: 0,
    syncedAt: null,
    shopifyHref: 'https://admin.shopify.com/store/trade-wins/orders/6001001',
    ...traits,
  };
}

export function exampleOrderPage(rows: readonly OrderRow[], traits: Partial<OrderPage> = {}): OrderPage {
  const list = exampleList(rows, orderStates);
  return {
    ...list,
    unposted: list.counts.new + list.counts['needs-attention'],
    lastPoll: { at: '2026-11-04T07:30:00.000Z', problem: null },
    stopped: null,
    automatic: true,
    run: null,
    ...traits,
  };
}

const invoice = {
  model: 'account.move',
  id: 7,
  name: 'INV/2026/00007',
  href: 'https://odoo.example/account.move/7',
};

export function exampleOrder(traits: Partial<OrderView> = {}): OrderView {
  const line = (label: string, quantity: string, untaxed: number, total: number) => ({
    label,
    sku: 'TW-1',
    quantity,
    untaxed: view(untaxed),
    total: view(total),
  });
  return {
    ...exampleOrderRow({ state: 'posted', documents: [invoice] }),
    placedAt: '2026-11-03T09:00:00.000Z',
    cancelledAt: null,
    updatedAt: '2026-11-03T09:05:00.000Z',
    poNumber: null,
    paymentTerms: null,
    documentList: [
      {
        reference: '#1001',
        kind: 'invoice',
        agreement: 'order',
        happenedAt: '2026-11-03T09:00:00.000Z',
        untaxed: view(12_202),
        tax: view(2_563),
        total: view(14_765),
        taxes: [{ key: 'NL|BTW|21|included', base: view(12_202), amount: view(2_563) }],
        lines: [line('Watering can, zinc', '2', 10_202, 12_345), line('Spade', '1', 2_000, 2_420)],
        odoo: invoice,
        earlier: false,
      },
      {
        reference: '#1001-R1',
        kind: 'credit-note',
        agreement: 'refund',
        happenedAt: '2026-11-05T09:00:00.000Z',
        untaxed: view(2_000),
        tax: view(420),
        total: view(2_420),
        taxes: [{ key: 'NL|BTW|21|included', base: view(2_000), amount: view(420) }],
        lines: [line('Spade', '1', 2_000, 2_420)],
        odoo: null,
        earlier: false,
      },
    ],
    payments: [
      {
        id: '71',
        kind: 'sale',
        status: 'success',
        gateway: 'shopify_payments',
        gatewayTitle: 'shopify_payments',
        processedAt: '2026-11-03T09:00:00.000Z',
        amount: view(14_765),
        rounding: null,
        way: 'payout',
        odoo: null,
        payout: '140700000',
      },
      {
        id: '72',
        kind: 'refund',
        status: 'success',
        gateway: 'manual',
        gatewayTitle: 'Bank deposit',
        processedAt: '2026-11-05T09:00:00.000Z',
        amount: view(2_420),
        rounding: null,
        way: 'waits',
        odoo: null,
        payout: null,
      },
    ],
    findingList: [],
    check: { documents: view(12_345), adjustments: null, shopify: view(12_345), holds: true },
    working: false,
    run: null,
    ...traits,
  };
}

export function exampleBackfill(traits: Partial<BackfillView> = {}): BackfillView {
  return {
    id: '019aa000-0000-7000-8000-00000000000b',
    state: 'posting',
    reach: 'fiscal-year',
    since: '2026-01-01',
    posting: true,
    total: 2_000,
    counted: 2_000,
    done: 500,
    posted: 480,
    needsAttention: 12,
    leftOut: 8,
    percent: 25,
    pace: 600,
    secondsLeft: 150,
    obstacles: [],
    movesStartDate: null,
    startedAt: '2026-11-04T07:00:00.000Z',
    finishedAt: null,
    problem: null,
    ...traits,
  };
}

export function exampleHistory(traits: Partial<HistoryView> = {}): HistoryView {
  return { connected: true, current: null, past: [], run: null, ...traits };
}
