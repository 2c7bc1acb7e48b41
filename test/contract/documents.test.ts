import { describe, expect, it } from 'vitest';
import type { Document } from '../../app/accounting/document';
import { toDecimal } from '../../app/accounting/money';
import { currency } from '../../app/accounting/currency';
import { connect } from '../../app/odoo/client/connect';
import { loadDocuments } from '../../app/odoo/documents/load-documents';
import { postDocuments } from '../../app/odoo/documents/post-documents';
import { loadPartners } from '../../app/odoo/partners/load-partners';
import { aDocument, onDay, type DocumentWish } from './support/documents';
import { odooServers } from './support/odoo-servers';
import { activate } from './support/workshop';
import { useWorkshop } from './support/use-workshop';
import { documentCases } from './support/document-cases';

describe.each(odooServers())('documents in $title', ({ start }) => {
  const shop = useWorkshop(start);
  let made = 0;

  const named = (wish: Omit<DocumentWish, 'id'>): Document => {
    made += 1;
    return aDocument({ ...wish, id: `${shop.stamp}d${String(made)}` });
  };

  const post = async (
    documents: readonly Document[],
    date = '2026-11-03',
    country = 'NL',
    client = shop.client,
  ) => {
    const { module, books } = shop;
    const buyers = documents.map(({ buyer }) => ({ ...buyer, billing: { country } }));
    const settings = { mode: 'original', genericName: 'Webshop' } as const;
    const partners = await loadPartners({ client: shop.client, module, settings }, buyers);
    const toLoad = documents.map((document, index) => ({
      document,
      partnerId: partners.of(buyers[index] ?? document.buyer)?.partnerId ?? 0,
      date: onDay(date),
    }));
    const documentsContext = { client, module, books, productOf: () => undefined };
    const loaded = await loadDocuments(documentsContext, toLoad);
    const { posted, findings } = await postDocuments(documentsContext, toLoad, loaded);
    return { posted, findings: [...loaded.findings, ...findings] };
  };

  /** What Odoo itself says, not read by the code under test. */
  const inOdoo = async (document: Document) => {
    const [row] = await shop.client.searchRead(
      'account.move',
      [['ref', '=', document.reference]],
      ['amount_untaxed', 'amount_tax', 'amount_total', 'state', 'move_type', 'currency_id', 'date'],
    );
    return row;
  };

  const figures = (document: Document) => ({
    amount_untaxed: Number(toDecimal(document.untaxed)),
    amount_tax: Number(toDecimal(document.tax)),
    amount_total: Number(toDecimal(document.total)),
    state: 'posted',
    move_type: document.kind === 'invoice' ? 'out_invoice' : 'out_refund',
  });

  it.each(documentCases)('are exact to the cent: %s', async (_, wish) => {
    const document = named(wish);
    const { posted, findings } = await post([document]);
    expect(findings).toEqual([]);
    expect(posted.get(document.key)).toMatchObject({
      exact: true,
      untaxed: document.untaxed,
      tax: document.tax,
      total: document.total,
      date: '2026-11-03',
    });
    expect(await inOdoo(document)).toMatchObject(figures(document));
  });

  it('are exact in dollars, and in yen, which have no cents', async () => {
    for (const unit of ['USD', 'JPY']) {
      await activate(shop.client, currency(unit));
      const price = unit === 'JPY' ? '2499' : '24.99';
      const document = named({
        unit,
        lines: [{ price }, { price: unit === 'JPY' ? '995' : '9.95', quantity: 3 }],
      });
      const { posted, findings } = await post([document]);
      expect(findings).toEqual([]);
      expect(posted.get(document.key)?.exact).toBe(true);
      const row = await inOdoo(document);
      expect(row).toMatchObject(figures(document));
      expect((row?.currency_id as [number, string])[1]).toBe(unit);
    }
  });

  it('keep their mapped tax for a customer abroad, whom Odoo would give another', async () => {
    const document = named({ lines: [{ price: '24.99' }] });
    const { findings } = await post([document], '2026-11-03', 'BE');
    expect(findings).toEqual([]);
    const row = await inOdoo(document);
    const [line] = await shop.client.searchRead(
      'account.move.line',
      [
        ['move_id', '=', row?.id ?? 0],
        ['display_type', '=', 'product'],
      ],
      ['tax_ids', 'account_id'],
    );
    expect(line?.tax_ids).toEqual([
      Object.entries(shop.mappings.taxIds).find(([key]) => key === 'NL|VAT|21|included')?.[1],
    ]);
    expect((line?.account_id as [number])[0]).toBe(shop.books.salesAccount.id);
  });

  it('are made once too by a user who may not read external ids', async ({ skip }) => {
    if (!shop.server.limited) skip('ODOO_LIMITED_LOGIN is not set; the fake lets everyone read them');
    else {
      const client = await connect(shop.server.limited);
      const document = named({ lines: [{ price: '24.99' }] });
      const first = await post([document], '2026-11-03', 'NL', client);
      const second = await post([document], '2026-11-03', 'NL', client);
      expect([...first.findings, ...second.findings]).toEqual([]);
      expect(second.posted).toEqual(first.posted);
      expect(await shop.client.searchCount('account.move', [['ref', '=', document.reference]])).toBe(1);
    }
  });

  it('that differ by more than a rounding are not posted, leave no draft, and say by how much', async () => {
    const wrong = named({ lines: [{ price: '24.99', tax: '3.00' }] });
    const right = named({ lines: [{ price: '24.99' }] });
    const { posted, findings } = await post([wrong, right]);
    expect([...posted.keys()]).toEqual([right.key]);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      kind: 'document-not-exact',
      severity: 'blocks',
      object: { id: wrong.key },
      residual: { currency: 'EUR' },
    });
    expect(findings[0]?.residual?.minor).not.toBe(0n);
    expect(await inOdoo(wrong)).toBeUndefined();
  });

  it('that stand posted and would now be others are named, and never changed', async () => {
    const document = named({ lines: [{ price: '24.99' }] });
    await post([document]);
    const changed = aDocument({ id: document.agreement, lines: [{ price: '25.99' }] });
    const { posted, findings } = await post([changed]);
    expect(posted.size).toBe(0);
    expect(findings).toMatchObject([{ kind: 'input-changed', remedy: { page: 'odoo-record' } }]);
    expect(await inOdoo(document)).toMatchObject(figures(document));
  });

  it('left as drafts by a run that died are picked up, and made anew where a mapping was corrected since', async () => {
    const same = named({ lines: [{ price: '9.99' }, { price: '9.99' }, { price: '9.99' }] });
    const other = named({ lines: [{ price: '19.99', tax: '3.00' }] });
    const corrected = aDocument({ id: other.agreement, lines: [{ price: '20.99' }] });
    const { client, module, books } = shop;
    const partnerId = (await client.search('res.partner', [], { limit: 1 }))[0] ?? 0;
    const context = { client, module, books, productOf: () => undefined };
    const draft = (document: Document) => [{ document, partnerId, date: onDay('2026-11-03') }];
    await loadDocuments(context, draft(same));
    const before = aDocument({ id: other.agreement, lines: [{ price: '19.99' }] });
    await loadDocuments(context, draft(before));
    const { posted, findings } = await post([same, corrected]);
    expect(findings).toEqual([]);
    expect(posted.size).toBe(2);
    expect(await client.searchCount('account.move', [['ref', 'in', [same.reference, other.reference]]])).toBe(
      2,
    );
    expect(await inOdoo(corrected)).toMatchObject(figures(corrected));
  });

  it('of a closed period are not posted: Odoo would move their date in silence', async () => {
    const { client } = shop;
    const field = client.version.major >= 18 ? 'sale_lock_date' : 'fiscalyear_lock_date';
    const [company] = await client.searchRead('res.company', [], [field], { limit: 1, order: 'id' });
    const document = named({ lines: [{ price: '24.99' }] });
    const ids = [company?.id ?? 0];
    await client.write('res.company', ids, { [field]: '2026-09-30' });
    try {
      const { posted, findings } = await post([document], '2026-09-15');
      expect(posted.size).toBe(0);
      expect(findings).toMatchObject([
        { kind: 'period-locked', facts: { date: '2026-09-15', lock: '2026-09-30', openDay: '2026-10-01' } },
      ]);
      expect((await inOdoo(document))?.state).toBe('draft');
    } finally {
      await client.write('res.company', ids, { [field]: company?.[field] ?? false });
    }
    // The lock lifted, the same draft is posted on its own day.
    const { posted } = await post([document], '2026-09-15');
    expect(posted.get(document.key)).toMatchObject({ date: '2026-09-15', exact: true });
  });
});
