import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Document } from '../../app/accounting/document';
import { money, negate, parseMoney } from '../../app/accounting/money';
import { matchBank, undoBankMatch } from '../../app/odoo/settlement/bank-match';
import { readBankLine } from '../../app/odoo/settlement/read-bank-line';
import { readCounterparts } from '../../app/odoo/settlement/read-counterparts';
import { readLineDates } from '../../app/odoo/settlement/read-line-dates';
import { readTransfers } from '../../app/odoo/settlement/read-transfers';
import { readSettlement } from '../../app/odoo/settlement/read-settlement';
import { takeBackTransfer } from '../../app/odoo/settlement/take-back-transfer';
import { findInvoices } from '../../app/odoo/find-invoices';
import { closePayout, settlementOf, type ClosedPayout, type PayoutStory } from './support/close-payout';
import { aDocument, onDay, type DocumentWish } from './support/documents';
import { odooServers, type OdooServer } from './support/odoo-servers';
import { activate, openWorkshop, type Workshop } from './support/workshop';

class Killed extends Error {}

describe.each(odooServers())('settling in $title', ({ start }) => {
  let server: OdooServer;
  let shop: Workshop;
  let made = 0;
  beforeAll(async () => {
    server = await start();
    shop = await openWorkshop(await server.connect());
  });
  afterAll(() => server.close());

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

  /** Everything that may exist once and no more. */
  const counts = async (story: PayoutStory, { settlement }: Pick<ClosedPayout, 'settlement'>) => {
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
  };

  const expectClosed = (closed: ClosedPayout) => {
    expect(closed.findings).toEqual([]);
    expect(closed.loaded.inOdoo.pairs.length).toBeGreaterThan(0);
    expect(closed.loaded.inOdoo.pairs.every(({ matched }) => matched)).toBe(true);
    expect(closed.loaded.inOdoo.total).toEqual(closed.settlement.payout.net);
    expect(closed.loaded.inOdoo.statementId).toBeDefined();
  };

  it('killed after any call and started again ends the same, nothing twice and nothing missing', async () => {
    const undisturbed = smallStory();
    const before = shop.client.callCount;
    const whole = await closePayout(shop, shop.client, undisturbed);
    expectClosed(whole);
    const calls = shop.client.callCount - before;
    const expected = { moves: 3, lines: 4, statements: 1 };
    expect(await counts(undisturbed, whole)).toEqual(expected);
    for (let after = 1; after < calls; after += 1) {
      const story = smallStory();
      let seen = 0;
      const dying = await server.connect({
        onCall: () => {
          seen += 1;
          if (seen >= after) throw new Killed();
        },
      });
      await expect(closePayout(shop, dying, story)).rejects.toBeInstanceOf(Killed);
      const again = await closePayout(shop, await server.connect(), story);
      expectClosed(again);
      expect(await counts(story, again), `killed after call ${String(after)}`).toEqual(expected);
    }
  });

  it('two runs at once end the same', async () => {
    const story = smallStory();
    const clients = [await server.connect(), await server.connect()];
    const runs = await Promise.allSettled(clients.map((client) => closePayout(shop, client, story)));
    // One writer per shop is the rule; where it is broken, a run may fail but nothing may be there twice.
    const again = await closePayout(shop, shop.client, story);
    expectClosed(again);
    expect(await counts(story, again)).toEqual({ moves: 3, lines: 4, statements: 1 });
    expect(runs.some(({ status }) => status === 'fulfilled')).toBe(true);
  });

  it('pays one invoice with two charges of one payout', async () => {
    const document = named({ lines: [{ price: '100.00' }] });
    const story = {
      id: fresh(),
      documents: [document],
      payments: [
        { document, amount: parseMoney('60.00', 'EUR') },
        { document, amount: parseMoney('40.00', 'EUR') },
      ],
    };
    const closed = await closePayout(shop, shop.client, story);
    expectClosed(closed);
    expect(closed.loaded.inOdoo.pairs[0]?.openItem.reconciled).toBe(true);
  });

  it('pays one invoice with charges of two payouts', async () => {
    const document = named({ lines: [{ price: '100.00' }] });
    const amounts = ['30.00', '70.00'].map((text) => parseMoney(text, 'EUR'));
    for (const [index, amount] of amounts.entries()) {
      const story = { id: fresh(), documents: [document], payments: [{ document, amount }] };
      const closed = await closePayout(shop, shop.client, story);
      expectClosed(closed);
      expect(closed.loaded.inOdoo.pairs[0]?.openItem.reconciled).toBe(index === 1);
    }
  });

  it('settles an invoice in dollars with euros: paid, the difference in Odoo’s own exchange entry', async () => {
    await activate(shop.client, money(0n, 'USD').currency);
    const document = named({ unit: 'USD', lines: [{ price: '100.00' }] });
    const closed = await closePayout(shop, shop.client, { id: fresh(), documents: [document] });
    expectClosed(closed);
    const [move] = await shop.client.searchRead(
      'account.move',
      [['ref', '=', document.reference]],
      ['payment_state', 'amount_residual'],
    );
    expect(move).toMatchObject({ payment_state: 'paid', amount_residual: 0 });
  });

  it('settles in a journal of another currency, balanced in the company’s to the cent', async () => {
    const abroad = await openWorkshop(shop.client, 'USD');
    const inDollars = aDocument({ id: fresh(), unit: 'USD', lines: [{ price: '100.01' }] });
    const inEuros = aDocument({ id: fresh(), lines: [{ price: '33.33' }] });
    const closed = await closePayout(abroad, abroad.client, { id: fresh(), documents: [inDollars, inEuros] });
    expectClosed(closed);
    for (const { items } of closed.loaded.inOdoo.lines.values()) {
      expect(items.reduce((left, { balance }) => left + balance.minor, 0n)).toBe(0n);
    }
  });

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
    expect(await counts(story, closed)).toEqual({ moves: 3, lines: 0, statements: 0 });
    const again = await closePayout(shop, shop.client, story);
    expectClosed(again);
    expect(again.loaded.inOdoo.transfer?.amount).toEqual(negate(again.settlement.payout.net));
  });
});
