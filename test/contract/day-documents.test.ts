import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calendarDate } from '../../app/accounting/calendar-date';
import { dayDocument, dayMember } from '../../app/accounting/day-documents';
import type { Document } from '../../app/accounting/document';
import { agreementId, documentKey, orderId } from '../../app/accounting/ids';
import { add, sum } from '../../app/accounting/money';
import { loadDocuments } from '../../app/odoo/documents/load-documents';
import { readNarrations } from '../../app/odoo/documents/read-narrations';
import { loadPartners } from '../../app/odoo/partners/load-partners';
import { readOpenItems } from '../../app/odoo/settlement/read-open-items';
import { agreementsIn, dayNarration } from '../../app/sync/orders/day-narration';
import { offsetInDays } from '../../app/sync/orders/offset-in-days';
import { closePayout } from './support/close-payout';
import { aDocument, onDay } from './support/documents';
import { odooServers, type OdooServer } from './support/odoo-servers';
import { openWorkshop, type Workshop } from './support/workshop';

/** Prices of which hardly any divides by its VAT: Shopify rounds each line, Odoo would round the sum. */
const priceOf = (index: number) =>
  `${String(7 + (index % 23))}.${String((index * 37) % 100).padStart(2, '0')}`;

describe.each(odooServers())('the document of a day in $title', ({ start }) => {
  let server: OdooServer;
  let shop: Workshop;
  let made = 0;
  beforeAll(async () => {
    server = await start();
    shop = await openWorkshop(await server.connect());
  });
  afterAll(() => server.close());

  const agreements = (count: number, kind: Document['kind'], taxesIncluded: boolean) =>
    Array.from({ length: count }, (_, index) => {
      made += 1;
      return aDocument({
        id: `${shop.stamp}y${String(made)}x`,
        kind,
        taxesIncluded,
        lines: [
          { price: priceOf(index) },
          { price: priceOf(index + 5), rate: '9' },
          { price: '4.95', role: 'shipping' },
        ],
      });
    });

  /** A day of its own for each test: a real database keeps those of earlier runs. */
  const dayOf = (members: readonly Document[]): Document => {
    const [first] = members;
    if (!first) throw new Error('a day without agreements has no document');
    const day = dayDocument(
      { day: calendarDate('2026-11-03'), country: 'NL', currency: first.currency, kind: first.kind },
      1,
      members.map(dayMember),
    );
    const name = `${shop.stamp}d${String(made)}`;
    return {
      ...day,
      key: documentKey(`day_${name}_${first.kind}`),
      order: { id: orderId(name), name },
      agreement: agreementId(name),
      reference: `2026-11-03 ${name}`,
    };
  };

  it.each([
    ['invoice', true],
    ['invoice', false],
    ['credit-note', true],
    ['credit-note', false],
  ] as const)('is exact per tax: %s, prices with tax: %s', async (kind, taxesIncluded) => {
    const members = agreements(120, kind, taxesIncluded);
    const document = dayOf(members);
    expect(document.lines).toHaveLength(3);
    const closed = await closePayout(shop, shop.client, {
      id: `${shop.stamp}p${String(made)}`,
      documents: [document],
    });
    expect(closed.findings).toEqual([]);
    const posted = closed.posted.get(document.key);
    expect(posted).toMatchObject({ exact: true, total: document.total, tax: document.tax });
    expect(document.total).toEqual(
      sum(
        document.currency,
        members.map(({ total }) => total),
      ),
    );
  });

  it('is settled by 150 lines of two payouts, each by its own, in one call a payout', async () => {
    const members = agreements(150, 'invoice', true);
    const document = dayOf(members);
    let settled = sum(document.currency, []);
    for (const [turn, part] of [members.slice(0, 80), members.slice(80)].entries()) {
      const payments = part.map(({ total }) => ({ document, amount: total }));
      const before = shop.client.calls.get('account.move.line.reconcile') ?? 0;
      const id = `${shop.stamp}t${String(made)}${String(turn)}`;
      const closed = await closePayout(shop, shop.client, { id, documents: [document], payments });
      expect(closed.findings).toEqual([]);
      const { pairs } = closed.loaded.inOdoo;
      expect(pairs).toHaveLength(part.length);
      expect(pairs.every(({ matched, partItem }) => matched && partItem.reconciled)).toBe(true);
      expect((shop.client.calls.get('account.move.line.reconcile') ?? 0) - before).toBeLessThanOrEqual(1);
      settled = add(
        settled,
        sum(
          document.currency,
          payments.map(({ amount }) => amount),
        ),
      );
      const left = document.total.minor - settled.minor;
      expect(pairs[0]?.openItem.residual.minor).toBe(left);
      expect(pairs[0]?.openItem.reconciled).toBe(left === 0n);
    }
  });

  it('is offset by the very amount that nobody paid, and what others pay and get back settles the rest', async () => {
    const sold = agreements(3, 'invoice', true);
    const back = agreements(2, 'credit-note', true);
    const [invoice, creditNote] = [dayOf(sold), dayOf(back)];
    const documents = [invoice, creditNote];
    const none = await closePayout(shop, shop.client, { id: `${shop.stamp}n`, documents, payments: [] });
    expect(none.findings).toEqual([]);
    // The first of either was cancelled: it has the same lines, and nobody paid it.
    const [unpaid, ...paid] = sold;
    const [cancelled, ...refunded] = back;
    if (!unpaid || !cancelled) throw new Error('the story has no order that nobody paid');
    expect(cancelled.total).toEqual(unpaid.total);
    const items = new Map(
      [
        [unpaid, invoice],
        [cancelled, creditNote],
      ].flatMap(([own, day]) => {
        const made = day && none.posted.get(day.key);
        if (!own || !made) return [];
        const { receivable, number: name } = made;
        const item = { key: own.key, itemId: receivable.itemId, account: receivable.account, name };
        return [[own.key, item] as const];
      }),
    );
    const offset = { invoice: unpaid.key, creditNote: cancelled.key, amount: unpaid.total };
    const openOf = async () => {
      const ids = [...items.values()].map(({ itemId }) => itemId);
      const read = await readOpenItems(shop.client, ids);
      return ids.map((id) => ({ open: read.get(id)?.residual.minor, reconciled: read.get(id)?.reconciled }));
    };
    const sumOfTotals = (of: readonly Document[]) => of.reduce((total, one) => total + one.total.minor, 0n);
    // Twice: a run that died goes through it again.
    for (let turn = 0; turn < 2; turn += 1) {
      const made = await offsetInDays(shop, [{ creditNote: cancelled, offsets: [offset] }], items);
      expect(made.findings.size).toBe(0);
      expect([...made.posted.values()].map(({ exact }) => exact)).toEqual([true]);
      expect(await openOf()).toEqual([
        { open: sumOfTotals(paid), reconciled: false },
        { open: -sumOfTotals(refunded), reconciled: false },
      ]);
    }
    const payments = [
      ...paid.map(({ total }) => ({ document: invoice, amount: total })),
      ...refunded.map(({ total }) => ({ document: creditNote, amount: total })),
    ];
    const closed = await closePayout(shop, shop.client, { id: `${shop.stamp}o`, documents, payments });
    expect(closed.findings).toEqual([]);
    expect(await openOf()).toEqual([
      { open: 0n, reconciled: true },
      { open: 0n, reconciled: true },
    ]);
    // What somebody reconciled otherwise is not open any more: nothing is made of it.
    const [late] = refunded;
    const item = items.get(cancelled.key);
    if (!late || !item) throw new Error('the story has one refund');
    const other = { ...offset, creditNote: late.key, amount: late.total };
    const nothing = await offsetInDays(
      shop,
      [{ creditNote: late, offsets: [other] }],
      new Map([...items, [late.key, { ...item, key: late.key }]]),
    );
    expect([nothing.posted.size, nothing.findings.size]).toEqual([0, 0]);
  });

  it('is settled by more lines of one payout than go in one call', async () => {
    const members = agreements(130, 'credit-note', true);
    const document = dayOf(members);
    const payments = members.map(({ total }) => ({ document, amount: total }));
    const id = `${shop.stamp}u${String(made)}`;
    const closed = await closePayout(shop, shop.client, { id, documents: [document], payments });
    expect(closed.findings).toEqual([]);
    expect(closed.loaded.inOdoo.pairs.every(({ matched }) => matched)).toBe(true);
    expect(closed.loaded.inOdoo.pairs[0]?.openItem.reconciled).toBe(true);
  });

  it('says which of two thousand agreements it holds, as it was written', async () => {
    const document = dayOf(agreements(2, 'invoice', true));
    const members = Array.from({ length: 2_000 }, (_, index) => ({
      member: {
        key: documentKey(`agreement_${String(9_000_000_000_000 + index)}`),
        order: { id: orderId(String(index)), name: `#EU <${String(1000 + index)}> & Co` },
        happenedAt: document.happenedAt,
        sums: [],
      },
      inputHash: '',
    }));
    const { client, module, books } = shop;
    const partners = await loadPartners(
      { client, module, settings: { mode: 'original', genericName: 'Webshop customer' } },
      [document.buyer],
    );
    const partnerId = partners.of(document.buyer)?.partnerId ?? 0;
    const toLoad = { document, partnerId, date: onDay('2026-11-03'), narration: dayNarration(members) };
    const loaded = await loadDocuments({ client, module, books, productOf: () => undefined }, [toLoad]);
    expect(loaded.findings).toEqual([]);
    const moveId = loaded.drafts.get(document.key)?.moveId ?? 0;
    const narration = (await readNarrations(client, [moveId])).get(moveId) ?? '';
    expect([...agreementsIn(narration)]).toEqual(members.map(({ member }) => member.key));
    await client.unlink('account.move', [moveId]);
  });
});
