import { describe, expect, it } from 'vitest';
import { suggestTax } from '../../app/accounting/suggest-tax';
import type { TaxKey } from '../../app/accounting/tax-key';
import { accountChoices, journalChoices } from '../../app/odoo/books/choices';
import { checkMappedRecords, type MappedAs } from '../../app/odoo/books/check-mapped-records';
import { productChoices } from '../../app/odoo/books/order-choices';
import { taxCandidates } from '../../app/odoo/books/tax-candidates';
import { taxKeptByCopy } from '../../app/odoo/books/tax-kept-by-copy';
import { odooServers } from './support/odoo-servers';
import { useWorkshop } from './support/use-workshop';

describe.each(odooServers())('what a merchant maps in $title', ({ start }) => {
  const shop = useWorkshop(start);

  const record = (place: string, as: MappedAs, id: number) =>
    ({ place, key: place, section: 'gateways', id, as }) as const;
  const account = async (type: string) => {
    const [found] = await accountChoices(shop.client, '', { types: [type], limit: 1 });
    return found?.id ?? 0;
  };

  it('fits: a bank, cash or miscellaneous journal, and an account where money can wait', async () => {
    const journals = await journalChoices(shop.client, '', { type: ['bank', 'cash', 'general'] });
    expect(journals.length).toBeGreaterThan(1);
    const [product] = await productChoices(shop.client, '');
    const problems = await checkMappedRecords(shop.client, [
      ...journals.map(({ id }) => record(`journal ${String(id)}`, 'payment-journal', id)),
      record('gift card', 'payment-account', await account('liability_current')),
      record('waiting', 'payment-account', await account('asset_current')),
      record('rounding', 'counterpart', await account('expense')),
      ...(product ? [record('product', 'product.product', product.id)] : []),
    ]);
    expect(problems).toEqual({});
  });

  it('is refused with why where it does not', async () => {
    const [sales] = await journalChoices(shop.client, '', { type: 'sale', limit: 1 });
    const problems = await checkMappedRecords(shop.client, [
      record('sales journal', 'payment-journal', sales?.id ?? 0),
      record('receivable', 'payment-account', await account('asset_receivable')),
      record('payable', 'payment-account', await account('liability_payable')),
      record('income', 'payment-account', await account('income')),
      record('rounding', 'counterpart', await account('asset_receivable')),
    ]);
    expect(Object.entries(problems).map(([place, { facts }]) => [place, facts.reason])).toEqual([
      ['sales journal', 'wrong-journal'],
      ['receivable', 'wrong-type'],
      ['payable', 'wrong-type'],
      ['income', 'wrong-type'],
      ['rounding', 'wrong-type'],
    ]);
  });

  it('is refused where payment terms ask for several parts: a payment settles one open item', async () => {
    const part = (value_amount: number, nb_days: number) =>
      [0, 0, { value: 'percent', value_amount, delay_type: 'days_after', nb_days }] as const;
    const terms = [[part(100, 30)], [part(30, 0), part(70, 60)]].map((line_ids, index) => ({
      name: `Terms ${shop.stamp} ${String(index)}`,
      line_ids,
    }));
    const [whole = 0, parts = 0] = await shop.client.create('account.payment.term', terms);
    const problems = await checkMappedRecords(shop.client, [
      record('whole', 'account.payment.term', whole),
      record('in parts', 'account.payment.term', parts),
    ]);
    expect(Object.entries(problems).map(([place, { facts }]) => [place, facts.reason])).toEqual([
      ['in parts', 'in-parts'],
    ]);
  });

  it('is suggested from the taxes that stand there, with the country of their return', async () => {
    const candidates = await taxCandidates(shop.client);
    const named = (key: string) => suggestTax(key as TaxKey, candidates)?.tax.name;
    expect(new Set(candidates.map(({ country }) => country))).toContain('NL');
    expect(named('NL|BTW|21|excluded')).toBe('21% ST');
    expect(named('DE||0|included|company')).toBe('0% EX EU G');
    expect(named('CH||0|included')).toBe('0% EX');
    expect(named('NL|BTW|20|excluded')).toBeUndefined();
  });

  it('says of a tax which accounts and boxes of the VAT return a copy keeps', async () => {
    const tax = (await taxCandidates(shop.client)).find(({ name }) => name === '21% ST');
    const { accounts, tags } = await taxKeptByCopy(shop.client, tax?.id ?? 0);
    expect(accounts).toHaveLength(1);
    // The fake keeps no tags: a real chart has the boxes 1a of base and tax, signed in 17.
    if (tags.length > 0) expect(tags.join(' ')).toContain('1a');
  });
});
