import { describe, expect, it } from 'vitest';
import type { Document, DocumentLine, DocumentRole } from '../../app/accounting/document';
import { makeProducts } from '../../app/odoo/products/make-products';
import { matchProducts } from '../../app/odoo/products/match-products';
import type { ProductSettings } from '../../app/odoo/products/product-settings';
import { aDocument } from './support/documents';
import { odooServers } from './support/odoo-servers';
import { useWorkshop } from './support/use-workshop';

/** Nothing chosen. */
const plainProductSettings: ProductSettings = {
  rule: 'sku-reference',
  unmatched: 'none',
  makeAs: 'consumable',
  byHand: new Map(),
  roleProducts: new Map(),
};

interface LineWish {
  readonly sku?: string;
  readonly variant?: string;
  readonly barcode?: string;
  readonly role?: DocumentRole;
}

describe.each(odooServers())('products in $title', ({ start }) => {
  const shop = useWorkshop(start);
  let made = 0;

  const named = (word: string) => `${shop.stamp}-${word}`;
  const anOrderOf = (...wishes: LineWish[]): Document => {
    made += 1;
    const document = aDocument({
      id: `${shop.stamp}p${String(made)}`,
      lines: wishes.map(() => ({ price: '10.00' })),
    });
    return {
      ...document,
      lines: document.lines.map((line, index): DocumentLine => {
        const { sku, variant, barcode, role } = wishes[index] ?? {};
        return {
          ...line,
          ...(role ? { role } : {}),
          ...(sku ? { sku } : {}),
          ...(variant || barcode
            ? {
                item: {
                  lineItemId: '1',
                  ...(variant ? { variantId: variant } : {}),
                  ...(barcode ? { barcode } : {}),
                },
              }
            : {}),
        };
      }),
    };
  };
  const inOdoo = async (values: object) => {
    const [id = 0] = await shop.client.create('product.product', [values]);
    return id;
  };
  const match = (settings: Partial<ProductSettings>, ...documents: Document[]) =>
    matchProducts(shop.client, { ...plainProductSettings, ...settings }, documents);
  const ids = (found: Awaited<ReturnType<typeof match>>, document: Document) =>
    document.lines.map((line) => found.productOf(line)?.id);

  it('are found by SKU whatever its case and blanks, and one that cannot be sold counts', async () => {
    const can = await inOdoo({ name: 'Can', default_code: named('CAN_1').toUpperCase(), sale_ok: false });
    const rake = await inOdoo({ name: 'Rake', default_code: ` ${named('Rake')} ` });
    const odd = await inOdoo({ name: 'Odd', default_code: named('oDd') });
    const order = anOrderOf(
      { sku: named('can_1').toLowerCase() },
      { sku: `${named('RAKE')} ` },
      { sku: named('ODD') },
      { sku: named('canx1') },
      {},
    );
    const found = await match({}, order);
    expect(ids(found, order)).toEqual([can, rake, odd, undefined, undefined]);
    expect(found.unknown).toEqual([named('canx1')]);
    expect([...found.problems]).toEqual([]);
  });

  it('that carry one SKU twice are a finding, and no guess, whatever the case of each', async () => {
    await inOdoo({ name: 'One', default_code: named('TWICE').toUpperCase() });
    await inOdoo({ name: 'Other', default_code: named('twice').toLowerCase() });
    const order = anOrderOf({ sku: named('twice') }, { sku: named('twice') });
    const alone = anOrderOf({ sku: named('none') });
    const found = await match({}, order, alone);
    expect(ids(found, order)).toEqual([undefined, undefined]);
    expect([...found.problems.keys()]).toEqual([order.key]);
    expect(found.problems.get(order.key)).toMatchObject([
      {
        kind: 'sku-ambiguous',
        severity: 'blocks',
        object: { id: order.key },
        facts: { sku: named('twice') },
      },
    ]);
  });

  it('of the own company count, and another company’s do not', async ({ skip }) => {
    const company = await shop.client.company();
    const own = await inOdoo({ name: 'Own', default_code: named('own'), company_id: company });
    const order = anOrderOf({ sku: named('own') });
    expect(ids(await match({}, order), order)).toEqual([own]);
    if (!shop.server.fake) skip('a second company would stay in a real Odoo');
    await shop.client.write('product.product', [own], { company_id: company + 1 });
    const found = await match({}, order);
    expect(ids(found, order)).toEqual([undefined]);
    expect(found.unknown).toEqual([named('own')]);
  });

  it('are found by barcode, from SKU or from Shopify’s barcode, as the merchant says', async () => {
    const shovel = await inOdoo({ name: 'Shovel', barcode: named('871'), default_code: named('other') });
    const order = anOrderOf({ sku: named('871') }, { sku: 'x', variant: '5', barcode: named('871') });
    expect(ids(await match({ rule: 'sku-barcode' }, order), order)).toEqual([shovel, undefined]);
    expect(ids(await match({ rule: 'barcode-barcode' }, order), order)).toEqual([undefined, shovel]);
  });

  it('chosen by hand go before the rule, by variant or by SKU, and an archived one is told', async () => {
    const byRule = await inOdoo({ name: 'By rule', default_code: named('hand') });
    const byHand = await inOdoo({ name: 'By hand' });
    const archived = await inOdoo({ name: 'Archived', default_code: named('gone'), active: false });
    const order = anOrderOf({ sku: named('hand'), variant: '77' }, { sku: named('HAND2') });
    const hand = new Map([
      ['variant:77', byHand],
      [`sku:${named('hand2').toLowerCase()}`, byRule],
    ]);
    expect(ids(await match({ byHand: hand }, order), order)).toEqual([byHand, byRule]);
    const late = anOrderOf({ sku: named('gone'), variant: '78' });
    const found = await match({}, late);
    expect(ids(found, late)).toEqual([undefined]);
    const broken = await match({ byHand: new Map([['variant:78', archived]]) }, late);
    expect(broken.problems.get(late.key)).toMatchObject([{ kind: 'mapping-broken', severity: 'blocks' }]);
  });

  it('that are unknown are made once, of the chosen kind, and found from then on', async () => {
    const [category] = await shop.client.search('product.category', [], { limit: 1 });
    const settings: ProductSettings = {
      ...plainProductSettings,
      unmatched: 'make',
      makeAs: 'stock',
      ...(category ? { categoryId: category } : {}),
    };
    const one = anOrderOf({ sku: named('new'), variant: `${shop.stamp}1` }, {});
    const two = anOrderOf(
      { sku: named('NEW'), variant: `${shop.stamp}2` },
      { variant: `${shop.stamp}3` },
      { sku: named('deleted') },
    );
    const context = { client: shop.client, module: shop.module };
    const first = await match(settings, one, two);
    expect(first.toMake.map(({ externalId }) => externalId)).toEqual([
      `variant_${shop.stamp}1`,
      `variant_${shop.stamp}3`,
      expect.stringMatching(/^sku_[0-9a-f]{24}$/),
    ]);
    const done = await makeProducts(context, settings, first);
    expect([...done.problems]).toEqual([]);
    expect(done.toMake).toEqual([]);
    const [can, none] = ids(done, one);
    const [same, variant, deleted] = ids(done, two);
    expect(none).toBeUndefined();
    expect(same).toBe(can);
    expect(new Set([can, variant, deleted, undefined]).size).toBe(4);
    // Making again, as a run that died would, makes nothing; matching finds them.
    expect(ids(await makeProducts(context, settings, first), two)).toEqual([same, variant, deleted]);
    const again = await match(settings, one, two);
    expect(again.toMake.map(({ externalId }) => externalId)).toEqual([`variant_${shop.stamp}3`]);
    const storable = shop.client.version.major >= 18 ? 'is_storable' : 'detailed_type';
    const rows = await shop.client.searchRead(
      'product.product',
      [['id', 'in', [can, variant, deleted]]],
      ['default_code', storable, 'categ_id'],
      { order: 'id' },
    );
    expect(rows.map((row) => row.default_code)).toEqual([named('new'), false, named('deleted')]);
    for (const row of rows) {
      expect(row[storable]).toBe(storable === 'is_storable' ? true : 'product');
      expect((row.categ_id as [number])[0]).toBe(category);
    }
  });

  it.each(['consumable', 'service'] as const)('are made as %s, in Odoo’s own category', async (makeAs) => {
    const settings: ProductSettings = { ...plainProductSettings, unmatched: 'make', makeAs };
    const order = anOrderOf({ sku: named(`as-${makeAs}`) });
    const done = await makeProducts(
      { client: shop.client, module: shop.module },
      settings,
      await match(settings, order),
    );
    const [id] = ids(done, order);
    const [row] = await shop.client.read('product.product', [id ?? 0], ['type', 'list_price', 'name']);
    expect(row).toMatchObject({
      type: makeAs === 'service' ? 'service' : 'consu',
      list_price: 0,
      name: order.lines[0]?.label,
    });
  });

  it('that are unknown wait, or are the generic one; a line with nothing to be found by never waits', async () => {
    const generic = await inOdoo({ name: 'Webshop goods' });
    const order = anOrderOf({ sku: named('nowhere') }, {});
    const waiting = await match({ unmatched: 'wait' }, order);
    expect(waiting.problems.get(order.key)).toMatchObject([
      { kind: 'product-unmatched', facts: { sku: named('nowhere') } },
    ]);
    const custom = anOrderOf({});
    expect([...(await match({ unmatched: 'wait' }, custom)).problems]).toEqual([]);
    const taken = await match({ unmatched: 'generic', genericProductId: generic }, order);
    expect(ids(taken, order)).toEqual([generic, generic]);
    expect([...taken.problems]).toEqual([]);
    const without = await match({ unmatched: 'generic' }, order);
    expect(without.problems.get(order.key)).toMatchObject([{ kind: 'mapping-broken' }]);
  });

  it('stand on shipping and tips where the merchant books those by products', async () => {
    const shipping = await inOdoo({ name: 'Shipping', type: 'service' });
    const order = anOrderOf({ role: 'shipping' }, { role: 'tip' });
    const found = await match({ roleProducts: new Map([['shipping', shipping]]) }, order);
    expect(ids(found, order)).toEqual([shipping, undefined]);
  });

  it('are found by the hundreds in few calls', async () => {
    const order = anOrderOf(
      ...Array.from({ length: 400 }, (_, index) => ({ sku: named(`b${String(index)}`) })),
    );
    await shop.client.create(
      'product.product',
      order.lines.map(({ sku, label }) => ({ name: label, default_code: sku })),
    );
    const before = shop.client.callCount;
    const found = await match({}, order);
    expect(new Set(ids(found, order)).size).toBe(400);
    expect(shop.client.callCount - before).toBeLessThanOrEqual(3);
    // As many that Odoo does not have, and one among them that it spells in its own way.
    const odd = await inOdoo({ name: 'Odd', default_code: named('cUrious') });
    const unknown = anOrderOf(
      ...Array.from({ length: 60 }, (_, index) => ({ sku: named(`none${String(index)}`) })),
      { sku: named('CURIOUS') },
    );
    const late = await match({}, unknown);
    expect(ids(late, unknown).filter(Boolean)).toEqual([odd]);
    expect(late.unknown).toHaveLength(60);
  });
});
