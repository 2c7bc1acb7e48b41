import { describe, expect, it } from 'vitest';
import { differences } from './compare-scenario';
import type { MadeOrder, OrderDocument, ScenarioResult } from './scenario-result';

const invoice: OrderDocument = {
  reference: '#1001',
  number: 'INV/2026/00001',
  kind: 'invoice',
  moveType: 'out_invoice',
  state: 'posted',
  date: '2026-06-08',
  due: '2026-06-08',
  journal: 'Customer Invoices',
  currency: 'EUR',
  untaxed: '10.00',
  tax: '2.10',
  total: '12.10',
  open: '0.00',
  paymentState: 'paid',
  taxes: [{ tax: '21% incl', base: '10.00', amount: '2.10' }],
  lines: [],
};
const order: MadeOrder = { name: '#1001', state: 'posted', documents: [invoice], payments: [], findings: [] };
const came = (change: Partial<MadeOrder> = {}): ScenarioResult => ({
  scenario: 'one',
  pending: 0,
  payouts: [],
  orders: [{ ...order, ...change }],
});

const expected = {
  orders: [
    {
      name: '#1001',
      state: 'posted',
      documents: [
        {
          reference: '#1001',
          kind: 'invoice',
          untaxed: '10.00',
          tax: '2.10',
          total: '12.10',
          open: '0.00',
          taxes: [{ tax: '21% incl', base: '10.00', amount: '2.10' }],
        },
      ],
      payments: [],
      findings: [],
    },
  ],
};

describe('What is expected of orders', () => {
  it('is met where all that is named came so, whatever else there is', () => {
    expect(differences(came(), expected)).toEqual([]);
  });

  it('is not met by another base of a tax', () => {
    const taxes = [{ tax: '21% incl', base: '9.99', amount: '2.10' }];
    expect(differences(came({ documents: [{ ...invoice, taxes }] }), expected)).toEqual([
      'orders.0.documents.0.taxes.0.base: expected "10.00", came "9.99"',
    ]);
  });

  it('is not met by a document that is missing, or one too many', () => {
    expect(differences(came({ documents: [] }), expected)).toHaveLength(1);
    const twice = [invoice, { ...invoice, reference: '#1001-R1' }];
    expect(differences(came({ documents: twice }), expected)).toHaveLength(1);
  });

  it('is not met by a finding that nobody expects, nor by a payment', () => {
    const finding = { kind: 'payment-open', severity: 'notice', object: '#1001', facts: {} };
    expect(differences(came({ findings: [finding] }), expected)).toHaveLength(1);
    const payment = {
      gateway: 'paypal',
      journal: 'BNK1',
      date: '2026-06-08',
      state: 'posted',
      account: '103003',
      amount: '12.10',
      items: [],
      settles: [],
    };
    expect(differences(came({ payments: [payment] }), expected)).toHaveLength(1);
  });

  it('is not met by an order that came where none is expected', () => {
    expect(differences(came(), { orders: [] })).toHaveLength(1);
  });
});
