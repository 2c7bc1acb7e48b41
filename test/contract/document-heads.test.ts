import { beforeAll, describe, expect, it } from 'vitest';
import type { Document } from '../../app/accounting/document';
import type { DocumentToLoad } from '../../app/odoo/documents/document-target';
import type { DocumentPresentation, DocumentsContext } from '../../app/odoo/documents/documents-context';
import { loadDocuments } from '../../app/odoo/documents/load-documents';
import { postDocuments } from '../../app/odoo/documents/post-documents';
import { aDocument, onDay, withoutTaxes, type DocumentWish } from './support/documents';
import { odooServers } from './support/odoo-servers';
import { useWorkshop } from './support/use-workshop';

type Load = Partial<DocumentToLoad>;

describe.each(odooServers())('how documents show in $title', ({ start }) => {
  const shop = useWorkshop(start);
  let customer: number;
  let made = 0;
  beforeAll(async () => {
    [customer = 0] = await shop.client.create('res.partner', [{ name: `Customer ${shop.stamp}` }]);
  });

  const named = (wish: Omit<DocumentWish, 'id'> = { lines: [{ price: '24.99' }] }): Document => {
    made += 1;
    return aDocument({ ...wish, id: `${shop.stamp}h${String(made)}` });
  };
  const showing = (more: Partial<DocumentPresentation>) => ({
    presentation: { kind: 'invoice' as const, analyticAccountIds: [], ...more },
  });
  const post = async (
    documents: readonly (Document | readonly [Document, Load])[],
    more: Partial<DocumentsContext> = {},
  ) => {
    const { client, module, books } = shop;
    const toLoad = documents.map((one): DocumentToLoad => {
      const [document, load] = 'key' in one ? [one, {}] : one;
      return { document, partnerId: customer, date: onDay('2026-11-03'), ...load };
    });
    const context = { client, module, books, productOf: () => undefined, ...more };
    const loaded = await loadDocuments(context, toLoad);
    const { posted, findings } = await postDocuments(context, toLoad, loaded);
    return { posted, findings: [...loaded.findings, ...findings] };
  };
  /** What Odoo itself says, not read by the code under test. */
  const head = async ({ reference }: Document, fields: readonly string[]) => {
    const [row] = await shop.client.searchRead('account.move', [['ref', '=', reference]], fields);
    return row;
  };
  const items = async (document: Document, fields: readonly string[], type?: string) =>
    shop.client.searchRead(
      'account.move.line',
      [
        ['move_id', '=', (await head(document, ['state']))?.id ?? 0],
        ...(type ? [['display_type', '=', type] as const] : []),
      ],
      fields,
      { order: 'id' },
    );
  const linked = (id: number | undefined): unknown[] => [id, expect.any(String)];
  const idIn = (row: Readonly<Record<string, unknown>>, field: string) =>
    (row[field] as readonly [number, string])[0];

  it('keeps tax and account under a fiscal position, chosen for one document and left to Odoo on another', async () => {
    const { client } = shop;
    const [country] = await client.search('res.country', [['code', '=', 'US']], { limit: 1 });
    const [abroad = 0] = await client.create('res.partner', [{ name: 'Abroad', country_id: country }]);
    const [position] = await client.search('account.fiscal.position', [['name', 'ilike', 'EU intra B2B']]);
    const given = named({ lines: [{ price: '24.99' }, { price: '5.00', rate: '9' }] });
    const left = named();
    const toAbroad = [given, left].map((document) => [document, { partnerId: abroad }] as const);
    const fiscalPositionOf = ({ key }: Document) => (key === given.key ? position : undefined);
    const { findings, posted } = await post(toAbroad, showing({ fiscalPositionOf }));
    expect(findings).toEqual([]);
    expect([...posted.values()].map(({ exact }) => exact)).toEqual([true, true]);
    expect((await head(given, ['fiscal_position_id']))?.fiscal_position_id).toEqual(linked(position));
    expect((await head(left, ['fiscal_position_id']))?.fiscal_position_id).not.toEqual(linked(position));
    const lines = await items(given, ['account_id', 'tax_ids'], 'product');
    expect(lines.map((line) => idIn(line, 'account_id'))).toEqual(Array(2).fill(shop.books.salesAccount.id));
    expect(lines.map(({ tax_ids }) => (tax_ids as number[])[0])).toEqual(
      ['21', '9'].map(
        (rate) =>
          Object.entries(shop.mappings.taxIds).find(([key]) => key === `NL|VAT|${rate}|included`)?.[1],
      ),
    );
  });

  it('has no tax where Shopify has none, whatever taxes product and account bring in Odoo', async () => {
    const { client, books } = shop;
    const [tax = 0] = [...books.taxes.values()].map(({ id }) => id);
    const taxed = [[6, 0, [tax]]];
    const [id = 0] = await client.create('product.product', [{ name: 'Taxed', taxes_id: taxed }]);
    const code = `8${shop.stamp.slice(-6)}`;
    const [accountId = 0] = await client.create('account.account', [
      { name: 'Taxed', code, account_type: 'income', tax_ids: taxed },
    ]);
    const product = { id, name: 'Taxed', account: { id: accountId, code, name: 'Taxed' } };
    const wished = named({ lines: [{ price: '25.00' }, { price: '24.99' }, { price: '-10.00' }] });
    const document = withoutTaxes(wished, [0, 2]);
    const { posted, findings } = await post([document], { productOf: () => product });
    expect(findings).toEqual([]);
    expect(posted.get(document.key)).toMatchObject({ exact: true, total: document.total });
    const lines = await items(document, ['tax_ids', 'account_id', 'product_id'], 'product');
    expect(lines.map(({ tax_ids }) => (tax_ids as number[]).length)).toEqual([0, 1, 0]);
    expect(lines.map((line) => idIn(line, 'account_id'))).toEqual(Array(3).fill(accountId));
    expect(lines.map((line) => idIn(line, 'product_id'))).toEqual(Array(3).fill(id));
    expect(await head(document, ['amount_total', 'amount_tax'])).toMatchObject({
      amount_total: 39.99,
      amount_tax: 4.34,
    });
  });

  it('is a sales receipt where the merchant wants that, and a credit note for what is given back', async () => {
    const sold = named({ lines: [{ price: '9.99' }, { price: '9.99' }, { price: '9.99' }] });
    const back = named({ kind: 'credit-note', lines: [{ price: '9.99' }] });
    const free = named({ lines: [{ price: '24.99' }, { price: '-24.99', role: 'discount' }] });
    const { posted, findings } = await post([sold, back, free], showing({ kind: 'receipt' }));
    expect(findings).toEqual([]);
    expect([...posted.values()].map(({ exact }) => exact)).toEqual([true, true, true]);
    const kind = async (document: Document) => (await head(document, ['move_type', 'name']))?.move_type;
    expect(await kind(sold)).toBe('out_receipt');
    expect(await kind(back)).toBe('out_refund');
    expect(await kind(free)).toBe('out_receipt');
    expect(posted.get(sold.key)?.number).toMatch(/\d{4}\/\d+/);
    expect(await post([sold, back, free], showing({ kind: 'receipt' }))).toEqual({ posted, findings: [] });
  });

  it('says where it goes, when it is due, the customer’s own number and the team', async () => {
    const { client } = shop;
    const [term] = await client.search('account.payment.term', [['name', '=', '30 Days']], { limit: 1 });
    const [team] = await client.search('crm.team', [], { limit: 1, order: 'id desc' });
    const [partnerId = 0] = await client.create('res.partner', [
      { name: `B2B ${shop.stamp}`, property_payment_term_id: term },
    ]);
    const [deliveryId = 0] = await client.create('res.partner', [
      { name: `Depot ${shop.stamp}`, parent_id: partnerId, type: 'delivery' },
    ]);
    const ofDay = { ...named(), poNumber: '4711' };
    const [ofTerm, own] = [named(), named()];
    const { findings } = await post(
      [
        [ofDay, { partnerId, deliveryId, dueOn: onDay('2026-12-24') }],
        [ofTerm, { paymentTermId: term ?? 0 }],
        [own, { partnerId }],
      ],
      showing({ ...(team ? { teamId: team } : {}) }),
    );
    expect(findings).toEqual([]);
    const fields = [
      'partner_shipping_id',
      'invoice_date_due',
      'invoice_payment_term_id',
      'invoice_origin',
      'team_id',
    ];
    expect(await head(ofDay, fields)).toMatchObject({
      partner_shipping_id: linked(deliveryId),
      invoice_date_due: '2026-12-24',
      invoice_payment_term_id: false,
      invoice_origin: 'PO 4711',
      team_id: linked(team),
    });
    expect(await head(ofTerm, fields)).toMatchObject({
      partner_shipping_id: linked(customer),
      invoice_date_due: '2026-12-03',
      invoice_payment_term_id: linked(term),
      invoice_origin: false,
      team_id: linked(team),
    });
    // Where Shopify says nothing of terms, the customer's own in Odoo hold.
    expect(await head(own, fields)).toMatchObject({
      invoice_date_due: '2026-12-03',
      invoice_payment_term_id: linked(term),
    });
    const [due] = await items(ofDay, ['date_maturity'], 'payment_term');
    expect(due?.date_maturity).toBe('2026-12-24');
  });

  it('carries its analytic accounts on income, and on nothing else', async () => {
    const { client } = shop;
    const plans = await client.create('account.analytic.plan', [
      { name: `Channel ${shop.stamp}` },
      { name: `Region ${shop.stamp}` },
    ]);
    const accounts = await client.create(
      'account.analytic.account',
      plans.map((plan_id, index) => ({ name: `Webshop ${String(index)}`, plan_id })),
    );
    const wished = named({
      lines: [{ price: '24.99' }, { price: '4.95', role: 'shipping' }, { price: '25.00', role: 'gift-card' }],
    });
    const several = withoutTaxes(wished, [2]);
    const one = named({ kind: 'credit-note', lines: [{ price: '24.99' }] });
    const distribution = async (document: Document, analyticAccountIds: readonly number[]) => {
      const { findings } = await post([document], showing({ analyticAccountIds }));
      expect(findings).toEqual([]);
      const rows = await items(document, ['display_type', 'analytic_distribution']);
      return rows.map((row) => [row.display_type, row.analytic_distribution]);
    };
    const joint = { [accounts.join(',')]: 100 };
    expect(await distribution(several, accounts)).toEqual([
      ['product', joint],
      ['product', joint],
      ['product', false],
      ['tax', false],
      ['payment_term', false],
    ]);
    expect(await distribution(one, accounts.slice(0, 1))).toEqual([
      ['product', { [String(accounts[0])]: 100 }],
      ['tax', false],
      ['payment_term', false],
    ]);
  });

  it('waits by itself where something of it is missing', async () => {
    const [waiting, ready] = [named(), named()];
    const problem = {
      kind: 'product-unmatched',
      severity: 'blocks',
      object: { type: 'document', id: waiting.key, name: waiting.reference },
      facts: { line: 'Rake', sku: 'R-1' },
      remedy: { page: 'mappings', section: 'products' },
    } as const;
    const problems = new Map([[waiting.key, [problem]]]);
    const { posted, findings } = await post([waiting, ready], { problems });
    expect([...posted.keys()]).toEqual([ready.key]);
    expect(findings).toEqual([problem]);
    expect(await head(waiting, ['state'])).toBeUndefined();
  });

  it('speaks the customer’s language where Klopt chose the words', async () => {
    const wished = named({ lines: [{ price: '24.99' }, { price: '-5.00', role: 'discount' }] });
    const document: Document = {
      ...wished,
      buyer: { ...wished.buyer, locale: 'nl-NL' },
      lines: wished.lines.map((line) => (line.role === 'discount' ? { ...line, label: 'Discount' } : line)),
    };
    expect((await post([document])).findings).toEqual([]);
    const lines = await items(document, ['name'], 'product');
    expect(lines.map(({ name }) => name)).toEqual([wished.lines[0]?.label, 'Korting']);
  });
});
