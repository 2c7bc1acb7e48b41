import {
  payoutStates,
  type PayoutPage,
  type PayoutRow,
  type PayoutView,
  type TransactionView,
} from '../../app/views/payout-view';
import { exampleList } from './example-list';
import { view } from './example-money';
import { doneRun } from './example-runs';

/** Payouts as the server sends them to the pages, for tests of components: small, and plausible to a bookkeeper. */
export function examplePayoutRow(traits: Partial<PayoutRow> = {}): PayoutRow {
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

export function examplePayoutPage(rows: readonly PayoutRow[], traits: Partial<PayoutPage> = {}): PayoutPage {
  const list = exampleList(rows, payoutStates);
  return {
    ...list,
    ready: list.counts.ready,
    lastDiscovery: { at: '2026-11-04T07:30:00.000Z', problem: null },
    ...traits,
  };
}

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
    ...examplePayoutRow({ state: 'posted', proofHolds: true, bankReference: 'SHOPIFY PAYOUT 8XK2' }),
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
