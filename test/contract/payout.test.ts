import { describe, expect, it } from 'vitest';
import { negate, sum } from '../../app/accounting/money';
import { moneyOf } from '../../app/odoo/client/row';
import { takeSnapshot } from './support/snapshot';
import { closePayout } from './support/close-payout';
import { aDocument } from './support/documents';
import { odooServers } from './support/odoo-servers';
import { useWorkshop } from './support/use-workshop';

describe.each(odooServers())('a payout in $title', ({ start }) => {
  const shop = useWorkshop(start);

  it('of 120 charges and 10 refunds is posted, reconciled pair by pair and read back; again changes nothing', async () => {
    const invoices = Array.from({ length: 120 }, (_, index) =>
      aDocument({
        id: `${shop.stamp}i${String(index)}`,
        lines: [
          { price: `${String(20 + index)}.99`, quantity: (index % 3) + 1 },
          { price: '4.95', role: 'shipping' },
          ...(index % 4 === 0 ? [{ price: '9.99', rate: '9' as const }] : []),
        ],
      }),
    );
    const creditNotes = Array.from({ length: 10 }, (_, index) =>
      aDocument({
        id: `${shop.stamp}r${String(index)}`,
        kind: 'credit-note',
        lines: [{ price: `${String(10 + index)}.49` }],
      }),
    );
    const story = { id: shop.stamp, documents: [...invoices, ...creditNotes] };
    const started = performance.now();
    const before = shop.client.callCount;
    const closed = await closePayout(shop, shop.client, story);
    console.info(
      `130 transactions: ${String(shop.client.callCount - before)} calls, ${String(Math.round(performance.now() - started))} ms`,
    );
    expect(closed.findings).toEqual([]);
    expect([...closed.posted.values()].filter(({ exact }) => exact)).toHaveLength(130);
    const { inOdoo } = closed.loaded;
    expect(inOdoo.pairs).toHaveLength(130);
    expect(inOdoo.pairs.every(({ matched }) => matched)).toBe(true);
    // No two pairs share a matching number: nobody's money shows on another's invoice.
    expect(new Set(inOdoo.pairs.map(({ partItem }) => partItem.matching)).size).toBe(130);
    expect(inOdoo.total).toEqual(closed.settlement.payout.net);
    expect(inOdoo.transfer?.amount).toEqual(negate(closed.settlement.payout.net));
    const statementId = inOdoo.statementId ?? 0;
    const [statement] = await shop.client.read(
      'account.bank.statement',
      [statementId],
      ['is_valid', 'is_complete', 'line_ids'],
    );
    expect(statement).toMatchObject({ is_valid: true, is_complete: true });
    const clearing = await shop.client.searchRead(
      'account.move.line',
      [['account_id', '=', shop.books.clearing.account.id]],
      ['balance'],
    );
    const left = clearing.map((row) => moneyOf(row, 'balance', shop.books.companyCurrency));
    expect(sum(shop.books.companyCurrency, left).minor).toBe(0n);

    const moves = await takeSnapshot(shop);
    const again = await closePayout(shop, shop.client, story);
    expect(again.findings).toEqual([]);
    expect(await takeSnapshot(shop)).toEqual(moves);
  });
});
