import { describe, expect, it } from 'vitest';
import { documentsOfOrder } from '~/accounting/documents-of-order';
import { parseMoney } from '~/accounting/money';
import type { Order } from '~/accounting/order';
import { anOrder } from '~test/support/order-builder';
import { back, product, vat } from '~test/support/sale-lines';
import { orderViewOf, type OrderKnown } from './order-view-of';

const link = (id: number, name: string) => ({
  model: 'account.move',
  id,
  name,
  href: `https://odoo.example/${String(id)}`,
});

function viewOf(order: Order, known: Partial<OrderKnown> = {}) {
  return orderViewOf({
    order,
    made: documentsOfOrder(order),
    links: new Map(),
    paidOut: new Map(),
    notRegistered: new Set(),
    ...known,
  });
}

const worth = (order: Order, current: string): Order => ({
  ...order,
  totals: { current: parseMoney(current, order.currency) },
});

const spade = product('Spade', 1, '12.10', vat('21'));
const refunded = () =>
  anOrder('#1001')
    .with(product('Watering can', 2, '24.20', vat('21')), spade)
    .paid('36.30')
    .refunded([back(spade)], '12.10')
    .build();

describe('What the page of an order shows', () => {
  it('is a document an agreement, each with its taxes, and where it stands in Odoo', () => {
    const order = refunded();
    const [invoice] = documentsOfOrder(order).documents;
    const { documentList } = viewOf(order, {
      links: new Map([[invoice?.key ?? '', link(7, 'INV/2026/00007')]]),
    });
    expect(documentList.map(({ reference, kind, agreement }) => [reference, kind, agreement])).toEqual([
      ['#1001', 'invoice', 'order'],
      ['#1001-R1', 'credit-note', 'refund'],
    ]);
    expect(documentList.map(({ odoo }) => odoo?.name ?? null)).toEqual(['INV/2026/00007', null]);
    expect(documentList[0]?.lines).toHaveLength(2);
    expect(documentList[0]?.taxes.map(({ key }) => key)).toEqual(['NL|VAT|21|included']);
  });

  it('adds up when invoices less credit notes are what Shopify says, and says by how much not', () => {
    expect(viewOf(worth(refunded(), '24.20')).check).toEqual({
      documents: { minor: '2420', currency: 'EUR' },
      adjustments: null,
      shopify: { minor: '2420', currency: 'EUR' },
      holds: true,
    });
    expect(viewOf(worth(refunded(), '24.21')).check).toMatchObject({ holds: false });
    expect(viewOf(refunded()).check).toBeNull();
  });

  it('tells documents of before the start date apart', () => {
    const order = refunded();
    const made = documentsOfOrder(order);
    const { documentList } = viewOf(order, {
      made: { ...made, documents: made.documents.slice(1), earlier: made.documents.slice(0, 1) },
    });
    expect(documentList.map(({ earlier }) => earlier)).toEqual([true, false]);
  });

  it('says of cash that was rounded to a coin what changed hands, and what the rounding is', () => {
    const order = anOrder('#1003')
      .with(product('Spade', 1, '15.98'))
      .paid('15.98')
      .build();
    const rounded = (rounding: string): Order => ({
      ...order,
      transactions: order.transactions.map((transaction) => ({
        ...transaction,
        rounding: parseMoney(rounding, order.currency),
      })),
    });
    const paid = (known: Order) =>
      viewOf(known).payments.map(({ amount, rounding }) => [amount.minor, rounding?.minor ?? null]);
    expect(paid(rounded('0.02'))).toEqual([['1600', '2']]);
    expect(paid(rounded('-0.03'))).toEqual([['1595', '-3']]);
    expect(paid(order)).toEqual([['1598', null]]);
  });

  it('says of each payment where its money is', () => {
    const order = refunded();
    const by = (gateway: string): Order => ({
      ...order,
      transactions: order.transactions.map((transaction) => ({ ...transaction, gateway })),
    });
    const ways = (known: Order, more: Partial<OrderKnown> = {}) =>
      viewOf(known, more).payments.map(({ way }) => way);
    const [paid] = order.transactions;
    expect(ways(order)).toEqual(['payout', 'payout']);
    expect(ways(by('manual'))).toEqual(['waits', 'waits']);
    expect(ways(by('manual'), { notRegistered: new Set(['manual']) })).toEqual([
      'not-registered',
      'not-registered',
    ]);
    const links = new Map([[`payment_${paid?.id ?? ''}`, link(9, 'PBNK1/2026/00001')]]);
    expect(ways(by('manual'), { links })).toEqual(['registered', 'waits']);
    const paidOut = new Map([[String(paid?.id), { payout: '71', line: null }]]);
    expect(viewOf(by('paypal'), { paidOut }).payments[0]).toMatchObject({ way: 'payout', payout: '71' });
    const declined = anOrder('#1002')
      .with(product('Spade', 1, '10.00'))
      .declined('10.00')
      .authorized('10.00')
      .build();
    expect(ways(declined)).toEqual(['moves-nothing', 'moves-nothing']);
  });
});
