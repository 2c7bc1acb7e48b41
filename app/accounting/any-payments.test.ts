import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyOrder } from '../../test/support/random-order';
import { documentsOfOrder } from './documents-of-order';
import { add } from './money';
import type { Order } from './order';
import { pairPayments } from './pair-payments';
import { paymentsOfOrder } from './payment-entry';

const runs = { numRuns: 400 };
const all = (order: Order) => documentsOfOrder(order).documents;

describe('the payments of any order', () => {
  it('settle no document beyond its total, and every cent of them is accounted for', () => {
    fc.assert(
      fc.property(anyOrder, (order) => {
        const documents = all(order);
        const pairings = pairPayments(order, documents);
        const settled = new Map<string, bigint>();
        for (const { shares, unmatched, amount } of pairings.values()) {
          const total = shares.reduce((sum, share) => add(sum, share.amount), unmatched);
          expect(total).toEqual(amount);
          for (const share of shares) {
            settled.set(share.document, (settled.get(share.document) ?? 0n) + share.amount.minor);
          }
        }
        for (const { key, total } of documents) {
          const paid = settled.get(key) ?? 0n;
          expect(paid <= total.minor || paid === 0n).toBe(true);
        }
        for (const entry of paymentsOfOrder(order, pairings, new Set())) {
          const shares = entry.shares.reduce((sum, share) => add(sum, share.amount), entry.open);
          expect(shares).toEqual(add(entry.money, entry.rounding));
        }
      }),
      runs,
    );
  });

  it('are what Shopify says was taken and given back, and nothing of what was only authorised or failed', () => {
    fc.assert(
      fc.property(anyOrder, (order) => {
        const pairings = pairPayments(order, all(order));
        const moved = order.transactions.filter(
          ({ kind, succeeded }) => succeeded && ['sale', 'capture', 'refund'].includes(kind),
        );
        expect(new Set(pairings.keys())).toEqual(new Set(moved.map(({ id }) => id)));
        for (const { id, amount, kind } of moved) {
          const paired = pairings.get(id)?.amount.minor ?? -1n;
          // Change lessens cash that came in, and never what went out.
          expect(kind === 'refund' ? paired === amount.minor : paired >= 0n && paired <= amount.minor).toBe(
            true,
          );
        }
      }),
      runs,
    );
  });

  it('pay back first what their own refund took back', () => {
    fc.assert(
      fc.property(anyOrder, (order) => {
        const documents = all(order);
        const pairings = pairPayments(order, documents);
        for (const own of documents.filter(({ kind, refund }) => kind === 'credit-note' && refund)) {
          const ofRefund = order.transactions.filter(({ refund }) => refund === own.refund);
          const paid = ofRefund.flatMap(({ id }) => pairings.get(id) ?? []);
          const wanted = paid.reduce((sum, { amount }) => sum + amount.minor, 0n);
          const settled = paid
            .flatMap(({ shares }) => shares)
            .filter(({ document }) => document === own.key)
            .reduce((sum, { amount }) => sum + amount.minor, 0n);
          expect(settled).toBe(wanted < own.total.minor ? wanted : own.total.minor);
        }
      }),
      runs,
    );
  });

  it('settle the same in whatever order Shopify lists them', () => {
    fc.assert(
      fc.property(anyOrder, (order) => {
        const listed = pairPayments(order, all(order));
        const other = { ...order, transactions: [...order.transactions].reverse() };
        expect(pairPayments(other, all(order).toReversed())).toEqual(listed);
      }),
      runs,
    );
  });

  it('settle of older documents what they settled before anything was added', () => {
    fc.assert(
      fc.property(anyOrder, (order) => {
        const whole = pairPayments(order, all(order));
        for (let count = 1; count < order.agreements.length; count += 1) {
          const next = Date.parse(order.agreements[count]?.happenedAt ?? '');
          const before: Order = {
            ...order,
            agreements: order.agreements.slice(0, count),
            transactions: order.transactions.filter(({ processedAt }) => Date.parse(processedAt) < next),
          };
          for (const [id, { shares }] of pairPayments(before, all(before))) {
            expect(whole.get(id)?.shares.slice(0, shares.length)).toEqual(shares);
          }
        }
      }),
      runs,
    );
  });
});
