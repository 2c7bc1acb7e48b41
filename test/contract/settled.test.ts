import { describe, expect, it } from 'vitest';
import { negate } from '../../app/accounting/money';
import { matchBank, undoBankMatch } from '../../app/odoo/settlement/bank-match';
import { readBankLine } from '../../app/odoo/settlement/read-bank-line';
import { readCounterparts } from '../../app/odoo/settlement/read-counterparts';
import { readLineDates } from '../../app/odoo/settlement/read-line-dates';
import { readTransfers } from '../../app/odoo/settlement/read-transfers';
import { readSettlement } from '../../app/odoo/settlement/read-settlement';
import { takeBackTransfer } from '../../app/odoo/settlement/take-back-transfer';
import { findInvoices } from '../../app/odoo/find-invoices';
import { closePayout, settlementOf } from './support/close-payout';
import { onDay } from './support/documents';
import { odooServers } from './support/odoo-servers';
import { useWorkshop } from './support/use-workshop';
import { countsOf, expectClosed, payoutStories } from './support/payout-stories';

describe.each(odooServers())('what was settled in $title', ({ start }) => {
  const shop = useWorkshop(start);
  const { fresh, named, smallStory } = payoutStories(shop);

  it('is banked when the bank’s own line is matched, and open again when that is undone', async () => {
    // An amount of its own: a real bank journal may still hold the lines of earlier runs.
    const cents = String(100_000 + (Date.now() % 899_999));
    const price = `${cents.slice(0, -2)}.${cents.slice(-2)}`;
    const story = { id: fresh(), documents: [named({ lines: [{ price }] })] };
    const { loaded, settlement } = await closePayout(shop, shop.client, story);
    const item = loaded.inOdoo.transferItem;
    if (!item) throw new Error('a payout that was paid has its transfer');
    const transferLineId = loaded.inOdoo.transfer?.id ?? 0;
    const reached = async () => (await readTransfers(shop.client, [transferLineId])).get(transferLineId);
    expect(await reached()).toBe(false);
    const search = {
      books: shop.books,
      amount: settlement.payout.net,
      near: onDay('2026-11-05'),
      bankReference: story.id,
    };
    expect(await matchBank(shop.client, item.id, search)).toEqual({ kind: 'awaited' });
    const [bank] = await shop.client.search('account.journal', [
      ['type', '=', 'bank'],
      ['code', '=', 'BNK1'],
    ]);
    await shop.client.create('account.bank.statement.line', [
      {
        journal_id: bank,
        date: '2026-11-07',
        payment_ref: `SHOPIFY ${story.id}`,
        amount: Number(settlement.payout.net.minor) / 100,
      },
    ]);
    const match = await matchBank(shop.client, item.id, search);
    expect(match).toMatchObject({ kind: 'matched' });
    expect(await matchBank(shop.client, item.id, search)).toEqual({ kind: 'was-matched' });
    const context = { ...shop, itemIds: new Map<string, number>() };
    const banked = await readSettlement(context, settlement);
    const line = banked.transferItem && (await readBankLine(shop.client, shop.books, banked.transferItem));
    expect(line?.amount).toEqual(settlement.payout.net);
    expect(await reached()).toBe(true);
    await undoBankMatch(shop.client, line?.lineId ?? 0);
    expect((await readSettlement(context, settlement)).transferItem?.reconciled).toBe(false);
    expect(await reached()).toBe(false);
  });

  it('tells of lines that stand on which day they do, and which document each has settled', async () => {
    const { loaded, settlement, posted } = await closePayout(shop, shop.client, smallStory());
    const lines = settlement.lines.map((line) => ({ line, inOdoo: loaded.inOdoo.lines.get(line.key) }));
    const ids = lines.map(({ inOdoo }) => inOdoo?.id ?? 0);
    const dates = await readLineDates(shop.client, ids);
    const counterparts = await readCounterparts(shop.client, ids);
    const documents = [...posted.values()];
    expect(lines).toHaveLength(documents.length);
    for (const [index, { line, inOdoo }] of lines.entries()) {
      expect(dates.get(inOdoo?.id ?? 0)).toBe(line.date);
      expect(counterparts.get(inOdoo?.id ?? 0)).toMatchObject({
        gross: line.transaction?.amount,
        settles: { itemId: documents[index]?.receivable.itemId, name: documents[index]?.number },
      });
    }
  });

  it('takes back the transfer of a payout that failed, once', async () => {
    const { settlement } = await closePayout(shop, shop.client, smallStory());
    const context = { ...shop, itemIds: new Map<string, number>() };
    const first = await takeBackTransfer(context, settlement.payout, onDay('2026-11-09'));
    expect(first).toMatchObject({ kind: 'taken-back' });
    expect(await takeBackTransfer(context, settlement.payout, onDay('2026-11-09'))).toEqual(first);
    expect((await readSettlement(context, settlement)).transferItem?.reconciled).toBe(true);
    const never = {
      ...settlement.payout,
      id: settlementOf({ id: fresh(), documents: [] }, shop.books).payout.id,
    };
    expect(await takeBackTransfer(context, never, onDay('2026-11-09'))).toEqual({ kind: 'nothing-to-do' });
  });

  it('finds open invoices by the order’s name, with and without its #', async () => {
    const document = named({ lines: [{ price: '24.99' }] });
    await closePayout(shop, shop.client, { id: fresh(), documents: [document], payments: [] });
    const found = await findInvoices(
      shop.client,
      [document.reference, document.reference.slice(1), '#nobody'],
      shop.books.clearing.currency,
    );
    expect(found.get(document.reference)).toMatchObject([{ open: document.total }]);
    expect(found.get(document.reference.slice(1))).toHaveLength(1);
    expect(found.has('#nobody')).toBe(false);
  });

  it('can be undone: matching, statement, lines; the invoices are open again', async () => {
    const story = smallStory();
    const closed = await closePayout(shop, shop.client, story);
    const { inOdoo } = closed.loaded;
    await shop.client.callMethod(
      'account.move.line',
      'remove_move_reconcile',
      inOdoo.pairs.map(({ partItem }) => partItem.id),
    );
    await shop.client.unlink('account.bank.statement', [inOdoo.statementId ?? 0]);
    await shop.client.unlink(
      'account.bank.statement.line',
      [...inOdoo.lines.values()].map(({ id }) => id),
    );
    expect(await countsOf(shop, story, closed)).toEqual({ moves: 3, lines: 0, statements: 0 });
    const again = await closePayout(shop, shop.client, story);
    expectClosed(again);
    expect(again.loaded.inOdoo.transfer?.amount).toEqual(negate(again.settlement.payout.net));
  });
});
