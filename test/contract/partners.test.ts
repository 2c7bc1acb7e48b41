import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Buyer } from '../../app/accounting/order';
import { connect } from '../../app/odoo/client/connect';
import { buyerKey } from '../../app/odoo/partners/load-partners';
import { odooServers } from './support/odoo-servers';
import { dam, kade, laan, uniqueVat, usePartnerShop } from './support/partner-shop';

describe.each(odooServers())('partners in $title', ({ start, isReal }) => {
  const shop = usePartnerShop(start);

  it('are one for all where the setting says so, and for guests who left nothing', async () => {
    const nobody: Buyer = { name: 'Guest', isCompany: false };
    const all = await shop.load([shop.person(), shop.business(), nobody], { mode: 'generic' });
    expect([...all.bound.keys()]).toEqual(['generic_customer']);
    expect(all.of(shop.person())).toEqual(all.of(shop.business()));
    const original = await shop.load([shop.person(), nobody]);
    expect(original.of(nobody)).toEqual(all.of(nobody));
    expect(original.of(shop.person())).not.toEqual(all.of(shop.person()));
    expect(await shop.read(all.of(nobody)?.partnerId, ['name'])).toMatchObject({
      name: `Webshop ${shop.stamp}`,
    });
  });

  it('that are guests are known by their email address, however it is written', async () => {
    const guest: Buyer = { name: 'Guest', email: `Guest-${shop.stamp}@Example.com `, isCompany: false };
    const first = await shop.load([guest]);
    const second = await shop.load([{ ...guest, name: 'Other', email: `guest-${shop.stamp}@example.com` }]);
    expect([...second.bound.values()]).toEqual([...first.bound.values()]);
    expect(await shop.count()).toBe(1);
  });

  it('with a VAT number that Odoo does not take are made without it, and it is told', async () => {
    const wrong = [
      shop.person({
        id: `${shop.stamp}a`,
        name: `A ${shop.stamp}`,
        email: `a-${shop.stamp}@example.com`,
        vat: 'NL12',
      }),
      shop.person({
        id: `${shop.stamp}b`,
        name: `B ${shop.stamp}`,
        email: `b-${shop.stamp}@example.com`,
        vat: 'NL123456789B01',
      }),
      shop.person({
        id: `${shop.stamp}c`,
        name: `C ${shop.stamp}`,
        email: `c-${shop.stamp}@example.com`,
        vat: '12',
        billing: { country: 'DE' },
      }),
    ];
    const right = shop.person();
    const partners = await shop.load([right, ...wrong]);
    for (const buyer of wrong) {
      const id = partners.of(buyer)?.partnerId;
      expect(partners.problems.get(buyerKey(buyer, 'original'))).toMatchObject([
        {
          kind: 'vat-number-refused',
          severity: 'notice',
          object: { type: 'customer', name: buyer.name },
          facts: { vat: buyer.vat },
          remedy: { id },
        },
      ]);
      const row = await shop.read(id, ['vat', 'comment']);
      expect(row?.vat).toBe(false);
      expect(row?.comment).toContain(buyer.vat);
    }
    expect(partners.problems.has(buyerKey(right, 'original'))).toBe(false);
  });

  it('get their country before a number that lacks it', async () => {
    const vat = uniqueVat();
    const ann = shop.person({ vat: `${vat.slice(2, 6)} ${vat.slice(6)}`, billing: { country: 'BE' } });
    expect(await shop.read((await shop.load([ann])).of(ann)?.partnerId, ['vat'])).toMatchObject({ vat });
  });

  it('are each made once in four calls for a hundred, and found in one', async () => {
    const buyers = Array.from({ length: 100 }, (_, index) =>
      shop.person({
        id: `${shop.stamp}n${String(index)}`,
        email: `n${String(index)}-${shop.stamp}@example.com`,
        ...(index % 3 === 0 ? { delivery: kade } : {}),
      }),
    );
    await shop.load([shop.person()]);
    const calls = async (work: () => Promise<unknown>) => {
      const before = shop.client.callCount;
      await work();
      return shop.client.callCount - before;
    };
    let bound: ReadonlyMap<string, number> = new Map();
    expect(await calls(async () => (bound = (await shop.load(buyers)).bound))).toBeLessThanOrEqual(4);
    expect(await shop.count()).toBe(1 + 100 + 34);
    expect(await calls(() => shop.load(buyers, { known: bound }))).toBeLessThanOrEqual(1);
    expect(await calls(() => shop.load(buyers))).toBeLessThanOrEqual(2);
    expect(await shop.count()).toBe(135);
  });

  it('are each made once when two runs race', async () => {
    const buyers = [
      shop.person({ delivery: kade }),
      shop.business(),
      shop.person({ id: `${shop.stamp}8`, email: `r-${shop.stamp}@example.com` }),
    ];
    const [left, right] = await Promise.all([
      shop.load(buyers),
      shop.load(buyers, { by: await shop.server.connect() }),
    ]);
    for (const buyer of buyers) expect(left.of(buyer)).toEqual(right.of(buyer));
    expect(await shop.count()).toBe(6);
  });

  it('are found too by a user who may not read external ids, who on a fake makes them too', async ({
    skip,
  }) => {
    if (isReal && !shop.server.limited) return skip('ODOO_LIMITED_LOGIN is not set');
    const by = shop.server.limited ? await connect(shop.server.limited) : shop.client;
    const buyers = [
      shop.person({ delivery: kade }),
      shop.business({ delivery: laan }),
      shop.person({ billing: laan }),
    ];
    if (shop.server.fake) shop.server.fake.faults.noModelDataRights = true;
    try {
      // On the real servers that user may not make contacts either.
      const first = await shop.load(buyers, shop.server.limited ? {} : { by });
      const second = await shop.load(buyers, { by });
      expect(second.bound).toEqual(first.bound);
    } finally {
      shop.server.fake?.clearFaults();
    }
    expect(await shop.count()).toBe(7);
  });

  it(
    'are each made once, whoever they are and in whatever order they come',
    { timeout: 120_000 },
    async () => {
      const address = fc.constantFrom(
        undefined,
        {},
        dam,
        kade,
        { ...laan, name: 'Oma' },
        { ...dam, zip: '1012lg' },
      );
      const buyer = fc.record({
        who: fc.constantFrom('guest', 'customer', 'company', 'nobody'),
        nth: fc.integer({ min: 0, max: 2 }),
        billing: address,
        delivery: address,
      });
      await fc.assert(
        fc.asyncProperty(
          fc.array(buyer, { maxLength: 8 }),
          fc.constantFrom('original', 'company'),
          async (wishes, mode) => {
            shop.renew();
            const mark = shop.stamp;
            const buyers = wishes.map(({ who, nth, billing, delivery }): Buyer => {
              const email = `${String(nth)}-${mark}@example.com`;
              return {
                name: `N${String(nth)} ${mark}`,
                isCompany: who === 'company',
                ...(who === 'nobody' ? {} : { email }),
                ...(who === 'customer' || who === 'company' ? { id: `${mark}${String(nth)}` } : {}),
                ...(who === 'company'
                  ? { company: { id: `${mark}${String(nth)}`, name: `C${String(nth)} ${mark}` } }
                  : {}),
                ...(billing ? { billing } : {}),
                ...(delivery ? { delivery } : {}),
              };
            });
            const first = await shop.load(buyers, { mode });
            const before = await shop.count();
            const second = await shop.load([...buyers].reverse(), { mode });
            expect(await shop.count()).toBe(before);
            for (const one of buyers) {
              expect(first.of(one)).toBeDefined();
              expect(second.of(one)).toEqual(first.of(one));
            }
            const remembered = await shop.load(buyers, { mode, known: second.bound });
            for (const one of buyers) expect(remembered.of(one)).toEqual(first.of(one));
            expect(await shop.count()).toBe(before);
          },
        ),
        { numRuns: isReal ? 6 : 60 },
      );
    },
  );
});
