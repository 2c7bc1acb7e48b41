import { describe, expect, it } from 'vitest';
import { accountChoices, journalChoices } from '../../app/odoo/books/choices';
import { fiscalYearStart } from '../../app/odoo/books/fiscal-year';
import type { MappingLike } from '../../app/odoo/books/gateway-mappings';
import {
  analyticChoices,
  categoryChoices,
  fiscalPositionChoices,
  paymentTermChoices,
  productChoices,
  teamChoices,
} from '../../app/odoo/books/order-choices';
import { readDocumentBooks } from '../../app/odoo/books/read-document-books';
import { readGateways } from '../../app/odoo/books/read-gateways';
import { onDay } from './support/documents';
import { odooServers } from './support/odoo-servers';
import { usePaymentShop, useWorkshop } from './support/use-workshop';

const chosen = (kind: string, key: string, target: number | string): MappingLike => ({
  kind,
  key,
  target: typeof target === 'number' ? { id: target } : { value: target },
});

describe.each(odooServers())('the books of orders in $title', ({ start }) => {
  const shop = useWorkshop(start);
  const paying = usePaymentShop(shop);

  it('open without a clearing journal or a fee account, and are those of a payout', async () => {
    const { timeZone, roleAccountIds, taxIds, postOnFirstOpenDay } = shop.mappings;
    const [rounding] = await accountChoices(shop.client, '', { types: ['expense'] });
    const before = shop.client.callCount;
    const { books, findings } = await readDocumentBooks(shop.client, {
      timeZone,
      roleAccountIds,
      taxIds,
      postOnFirstOpenDay,
      cashRoundingId: rounding?.id ?? 0,
    });
    expect(shop.client.callCount - before).toBeLessThanOrEqual(6);
    expect(findings).toEqual([]);
    expect(books?.cashRounding?.id).toBe(rounding?.id);
    const { salesJournal, salesAccount, receivable, taxes, roles } = shop.books;
    expect(books).toMatchObject({ salesJournal, salesAccount, receivable, taxes, roles });
  });

  it('say which mapping of theirs does not hold any more', async () => {
    const { timeZone, taxIds, postOnFirstOpenDay } = shop.mappings;
    const { books, findings } = await readDocumentBooks(shop.client, {
      timeZone,
      taxIds,
      postOnFirstOpenDay,
      roleAccountIds: { discount: 99_999_999 },
      salesJournalId: paying.till.journal.id,
    });
    expect(books).toBeUndefined();
    expect(findings.map(({ object, facts }) => [object.id, facts.reason])).toEqual([
      ['sales-journal', 'gone'],
      ['sales', undefined],
      ['discount', 'gone'],
    ]);
  });

  it('know where the payments of each gateway go', async () => {
    const { bank, till, giftCards } = paying;
    const { targets, notRegistered, findings } = await readGateways(shop.client, [
      chosen('gateway', 'paypal', bank.journal.id),
      chosen('gateway-account', 'paypal', bank.account.id),
      chosen('gateway', 'cash', till.journal.id),
      chosen('gateway', 'own balance', till.journal.id),
      chosen('gateway-account', 'own balance', till.account.id),
      chosen('line', 'gift-card', giftCards.account.id),
      chosen('gateway', 'Cash on Delivery (COD)', bank.journal.id),
      chosen('gateway-register', 'Cash on Delivery (COD)', 'no'),
      chosen('gateway', 'elsewhere', giftCards.journal.id),
      chosen('gateway-account', 'elsewhere', till.account.id),
      chosen('gateway', 'sold', shop.books.salesJournal.id),
      chosen('gateway', 'nowhere', 99_999_999),
      chosen('gateway', 'general', giftCards.journal.id),
    ]);
    expect(Object.fromEntries(targets)).toMatchObject({
      paypal: bank,
      cash: till,
      'own balance': till,
      gift_card: { account: giftCards.account, asStatementLine: false },
    });
    expect(targets.size).toBe(4);
    expect([...notRegistered]).toEqual([
      'shopify_payments',
      'shopify_installments',
      'Cash on Delivery (COD)',
    ]);
    expect(
      findings.map(({ kind, remedy, facts }) => [kind, 'key' in remedy ? remedy.key : '', facts.reason]),
    ).toEqual([
      ['mapping-broken', 'elsewhere', 'wrong-type'],
      ['mapping-broken', 'sold', 'wrong-type'],
      ['mapping-broken', 'nowhere', 'gone'],
      ['mapping-missing', 'general', undefined],
    ]);
  });

  it('let money of a bank wait where Odoo’s own payments of that journal would', async () => {
    const { client } = shop;
    const gateways = [chosen('gateway', 'manual', shop.books.clearing.journal.id)];
    const { targets: usual } = await readGateways(client, gateways);
    expect(usual.get('manual')?.account).toMatchObject({ code: '103003', name: 'Outstanding Receipts' });
    const [method] = await client.search('account.payment.method.line', [
      ['journal_id', '=', shop.books.clearing.journal.id],
    ]);
    // The fake Odoo gives a new journal no payment methods.
    if (method === undefined) return;
    await client.write('account.payment.method.line', [method], {
      payment_account_id: paying.bank.account.id,
    });
    const { targets } = await readGateways(client, gateways);
    expect(targets.get('manual')).toEqual({
      journal: shop.books.clearing.journal,
      account: paying.bank.account,
      asStatementLine: false,
    });
  });

  it('offer what orders are mapped to by a text', async () => {
    const { client, stamp } = shop;
    const [category] = await client.create('product.category', [{ name: `Garden ${stamp}` }]);
    const [product] = await client.create('product.product', [
      { name: `Spade ${stamp}`, default_code: `SP-${stamp}`, categ_id: category },
    ]);
    const [term] = await client.create('account.payment.term', [{ name: `Net ${stamp}` }]);
    expect(await productChoices(client, `sp-${stamp}`)).toMatchObject([
      { id: product, code: `SP-${stamp}`, name: `Spade ${stamp}`, barcode: '' },
    ]);
    expect(await productChoices(client, `Spade ${stamp}`)).toHaveLength(1);
    expect(await categoryChoices(client, `garden ${stamp}`)).toMatchObject([{ id: category }]);
    expect(await paymentTermChoices(client, `net ${stamp}`)).toEqual([{ id: term, name: `Net ${stamp}` }]);
    const positions = await fiscalPositionChoices(client, '', { limit: 2 });
    expect(positions).toHaveLength(2);
    expect(await fiscalPositionChoices(client, positions[0]?.name ?? '?')).toContainEqual(positions[0]);
    const teams = await teamChoices(client, '');
    if (teams) expect(teams.length).toBeGreaterThan(0);
    const [plan] = await client.create('account.analytic.plan', [{ name: `Shops ${stamp}` }]);
    const [analytic] = await client.create('account.analytic.account', [
      { name: `Web ${stamp}`, code: `W${stamp}`, plan_id: plan },
    ]);
    expect(await analyticChoices(client, `w${stamp}`)).toEqual([
      { id: analytic, code: `W${stamp}`, name: `Web ${stamp}`, plan: { id: plan, name: `Shops ${stamp}` } },
    ]);
    const journals = await journalChoices(client, '', { type: ['cash', 'general'] });
    expect(new Set(journals.map(({ type }) => type))).toEqual(new Set(['cash', 'general']));
  });

  it('know when the fiscal year began', async () => {
    expect(await fiscalYearStart(shop.client, onDay('2026-11-22'))).toBe('2026-01-01');
  });
});
