import { expect } from 'vitest';
import type { Document } from '../../../app/accounting/document';
import type { ClosedPayout, PayoutStory } from './close-payout';
import { aDocument, type DocumentWish } from './documents';
import type { Workshop } from './workshop';

/** Payouts of a shop that no other test has. */
export function payoutStories(shop: Workshop) {
  let made = 0;
  const fresh = () => {
    made += 1;
    return `${shop.stamp}s${String(made)}x`;
  };
  const named = (wish: Omit<DocumentWish, 'id'>): Document => aDocument({ ...wish, id: fresh() });
  const smallStory = (): PayoutStory => ({
    id: fresh(),
    documents: [
      named({ lines: [{ price: '24.99' }, { price: '4.95', role: 'shipping' }] }),
      named({ lines: [{ price: '9.99' }, { price: '9.99' }, { price: '9.99' }] }),
      named({ kind: 'credit-note', lines: [{ price: '14.50' }] }),
    ],
  });
  return { fresh, named, smallStory };
}

/** Everything that may exist once and no more. */
export async function countsOf(
  shop: Workshop,
  story: PayoutStory,
  { settlement }: Pick<ClosedPayout, 'settlement'>,
) {
  const { client } = shop;
  const lines = [...settlement.lines, ...(settlement.transfer ? [settlement.transfer] : [])];
  const journal = ['journal_id', '=', shop.books.clearing.journal.id] as const;
  return {
    moves: await client.searchCount('account.move', [
      ['ref', 'in', story.documents.map(({ reference }) => reference)],
      ['state', '!=', 'cancel'],
    ]),
    lines: await client.searchCount('account.bank.statement.line', [
      journal,
      ['payment_ref', 'in', lines.map(({ label }) => label)],
    ]),
    statements: await client.searchCount('account.bank.statement', [
      ['name', '=', `Shopify payout ${story.id}`],
    ]),
  };
}

export function expectClosed(closed: ClosedPayout): void {
  expect(closed.findings).toEqual([]);
  expect(closed.loaded.inOdoo.pairs.length).toBeGreaterThan(0);
  expect(closed.loaded.inOdoo.pairs.every(({ matched }) => matched)).toBe(true);
  expect(closed.loaded.inOdoo.total).toEqual(closed.settlement.payout.net);
  expect(closed.loaded.inOdoo.statementId).toBeDefined();
}
