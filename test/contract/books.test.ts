import { describe, expect, it } from 'vitest';
import { currency } from '../../app/accounting/currency';
import { taxKey } from '../../app/accounting/tax-key';
import type { BookMappings } from '../../app/odoo/books/book-mappings';
import { accountChoices, companyChoices, journalChoices, taxChoices } from '../../app/odoo/books/choices';
import { copyTaxIncluded } from '../../app/odoo/books/copy-tax-included';
import { createClearingJournal } from '../../app/odoo/books/create-clearing-journal';
import { readBooks } from '../../app/odoo/books/read-books';
import { externalModule } from '../../app/odoo/loading/external-names';
import { odooServers } from './support/odoo-servers';
import { useWorkshop } from './support/use-workshop';

describe.each(odooServers())('the books of $title', ({ start }) => {
  const shop = useWorkshop(start);

  it('open with every mapping resolved, in a handful of calls', async () => {
    const before = shop.client.callCount;
    const { books, findings } = await readBooks(shop.client, shop.mappings);
    expect(shop.client.callCount - before).toBeLessThanOrEqual(6);
    expect(findings).toEqual([]);
    expect(books?.companyCurrency).toBe('EUR');
    expect(books?.clearing.journal.id).toBe(shop.mappings.clearingJournalId);
    expect(books?.salesJournal.code).toBe('INV');
    expect(books?.receivable.code).not.toBe('');
    const tax = books?.taxes.get(taxKey({ country: 'NL', title: 'VAT', rate: '21', included: true }));
    expect(tax).toMatchObject({ rate: '21', priceIncluded: true });
    expect(tax?.invoiceAccount?.code).toBeTruthy();
    expect(tax?.refundAccount).toEqual(tax?.invoiceAccount);
  });

  it('name each mapping that is missing or does not hold any more, with why', async () => {
    const receivable = (await accountChoices(shop.client, '', { types: ['asset_receivable'] }))[0];
    const [purchase] = await shop.client.search('account.tax', [['type_tax_use', '=', 'purchase']], {
      limit: 1,
    });
    const [nine] = await taxChoices(shop.client, '', { rate: '9' });
    const key = (rate: string) => taxKey({ country: 'NL', title: 'VAT', rate, included: false });
    const mappings: BookMappings = { ...shop.mappings };
    Reflect.deleteProperty(mappings, 'feeAccountId');
    const { books, findings } = await readBooks(shop.client, {
      ...mappings,
      typeAccountIds: { ADJUSTMENT: receivable?.id ?? 0, RESERVED_FUNDS: 99_999_999 },
    });
    expect(books).toBeUndefined();
    expect(findings.map(({ kind, object, facts }) => [kind, object.id, facts.reason])).toEqual([
      ['mapping-missing', 'fee', undefined],
      ['mapping-broken', 'ADJUSTMENT', 'wrong-type'],
      ['mapping-broken', 'RESERVED_FUNDS', 'gone'],
    ]);
    const taxed = await readBooks(shop.client, {
      ...shop.mappings,
      taxIds: { [key('21')]: nine?.id ?? 0, [key('9')]: purchase ?? 0 },
    });
    expect(taxed.findings.map(({ object, facts }) => [object.id, facts.reason])).toEqual([
      [key('21'), 'other-rate'],
      [key('9'), 'not-a-sale-tax'],
    ]);
    const dollars = await readBooks(shop.client, { ...shop.mappings, payoutCurrency: currency('USD') });
    expect(dollars.findings.map(({ object, facts }) => [object.id, facts.reason])).toEqual([
      ['clearing-journal', 'other-currency'],
    ]);
  });

  it('offer accounts, journals, taxes and companies by a text', async () => {
    const [sales] = await accountChoices(shop.client, shop.books.salesAccount.code);
    expect(sales).toMatchObject({ code: shop.books.salesAccount.code, name: shop.books.salesAccount.name });
    const byName = await accountChoices(shop.client, shop.books.salesAccount.name.slice(0, 8));
    expect(byName.map(({ id }) => id)).toContain(shop.books.salesAccount.id);
    expect(await accountChoices(shop.client, '', { limit: 3 })).toHaveLength(3);
    const journals = await journalChoices(shop.client, shop.stamp, { type: 'bank' });
    expect(journals.map(({ id }) => id)).toEqual([shop.mappings.clearingJournalId]);
    const taxes = await taxChoices(shop.client, '21', { rate: '21' });
    expect(new Set(taxes.map(({ rate }) => rate))).toEqual(new Set(['21']));
    expect((await companyChoices(shop.client))[0]).toMatchObject({ currency: 'EUR' });
  });

  it('get a clearing journal and a tax with VAT in the price once, however often one asks', async () => {
    const module = externalModule(`b-${shop.stamp}.myshopify.com`);
    const eur = currency('EUR');
    const wish = {
      payoutCurrency: eur,
      companyCurrency: eur,
      code: `Q${shop.stamp.slice(-4).toUpperCase()}`,
    };
    const first = await createClearingJournal(shop.client, module, wish);
    expect(await createClearingJournal(shop.client, module, wish)).toBe(first);
    const [journal] = await shop.client.read('account.journal', [first], ['type', 'default_account_id']);
    expect(journal?.type).toBe('bank');
    expect(journal?.default_account_id).not.toBe(false);
    const [nine] = await taxChoices(shop.client, '9% ST', { rate: '9' });
    const copies = [
      await copyTaxIncluded(shop.client, nine?.id ?? 0),
      await copyTaxIncluded(shop.client, nine?.id ?? 0),
    ];
    expect(copies[0]).toBe(copies[1]);
  });
});
