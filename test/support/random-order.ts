import fc from 'fast-check';
import { currency } from '../../app/accounting/currency';
import { agreementId, orderId, saleId } from '../../app/accounting/ids';
import { sumOf } from '../../app/accounting/money';
import type { Order, Sale } from '../../app/accounting/order';
import { anyLine, anyTurn, Ledger, reversed } from './random-ledger';
import { anyPayment, transactionsOf, type PaymentWish } from './random-payments';

/** Currencies of 0, 2 and 3 digits. */
const currencies = ['EUR', 'USD', 'JPY', 'KWD'];

/** An order of any kind that Shopify can have: its ledger adds up, per tax, in its currency's digits. */
export const anyOrder: fc.Arbitrary<Order> = fc
  .record({
    unit: fc.constantFrom(...currencies),
    taxesIncluded: fc.boolean(),
    lines: fc.array(anyLine, { minLength: 1, maxLength: 6 }),
    turns: fc.array(anyTurn, { maxLength: 4 }),
    payments: fc.array(anyPayment, { maxLength: 4 }),
    marketplace: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, fc.constant(true)),
  })
  .map(({ unit, taxesIncluded, lines, turns, payments, marketplace }) => {
    const ledger = new Ledger(currency(unit), taxesIncluded, marketplace);
    ledger.sells(lines);
    for (const turn of turns) ledger.turns(turn);
    return orderOf(ledger, payments);
  });

/** The sales of a ledger, each once: a refund may list again what its return listed. */
export function salesOf({ agreements }: Pick<Order, 'agreements'>): readonly Sale[] {
  return [
    ...new Map(agreements.flatMap(({ sales }) => sales.map((sale) => [sale.id, sale] as const))).values(),
  ];
}

function orderOf(ledger: Ledger, payments: readonly PaymentWish[]): Order {
  const { unit, agreements, taxesIncluded } = ledger;
  const original = sumOf(unit, agreements[0]?.sales ?? [], ({ total }) => total);
  return {
    id: orderId('5001'),
    name: '#1001',
    test: false,
    createdAt: '2026-10-01T12:00:00Z',
    currency: unit,
    presentmentCurrency: unit,
    taxesIncluded,
    taxCountry: 'NL',
    buyer: { name: 'Ann de Wit', isCompany: false },
    totals: { original, current: sumOf(unit, salesOf(ledger), ({ total }) => total) },
    agreements,
    transactions: transactionsOf(payments, original, unit, agreements),
  };
}

/** The order after an edit that was taken back whole: every sale of the edit again, with the other sign. */
export function withEditTakenBack(order: Order, lines: readonly Sale[]): Order {
  const at = (day: number) => new Date(Date.UTC(2026, 10, day)).toISOString();
  const copied = lines.map((sale, index) => ({ ...sale, id: saleId(String(700_000 + index)) }));
  const back = copied.map((sale, index) => reversed(sale, String(800_000 + index)));
  return {
    ...order,
    agreements: [
      ...order.agreements,
      { id: agreementId('700'), kind: 'edit', happenedAt: at(1), sales: copied },
      { id: agreementId('800'), kind: 'edit', happenedAt: at(2), sales: back },
    ],
  };
}
