import { describe, expect, it } from 'vitest';
import { odooServers } from './support/odoo-servers';
import { dam, kade, laan, linked, usePartnerShop } from './support/partner-shop';

describe.each(odooServers())('addresses of partners in $title', ({ start }) => {
  const shop = usePartnerShop(start);

  it('get their name, address, province, language and phone, and what is missing stays empty', async () => {
    const ann = shop.person({
      locale: 'en-GB',
      phone: '+31 20 1234567',
      billing: { ...dam, street2: 'II', country: 'IT', province: 'RM' },
    });
    const bare = shop.person({
      id: `${shop.stamp}3`,
      name: '',
      email: `bare-${shop.stamp}@example.com`,
      locale: 'xx',
      billing: {},
    });
    const partners = await shop.load([ann, bare]);
    expect(partners.problems.size).toBe(0);
    const fields = [
      'name',
      'email',
      'street',
      'street2',
      'zip',
      'city',
      'state_id',
      'country_id',
      'lang',
      'phone',
    ];
    const first = await shop.read(partners.of(ann)?.partnerId, fields);
    expect(first).toMatchObject({
      name: ann.name,
      street: 'Damrak 1',
      street2: 'II',
      zip: '1012 LG',
      lang: 'en_US',
    });
    expect(first).toMatchObject({ city: 'Amsterdam', phone: '+31 20 1234567', email: ann.email });
    expect((first?.country_id as [number, string])[1]).toBe('Italy');
    expect((first?.state_id as [number, string])[1]).toMatch(/^Roma/);
    expect(await shop.read(partners.of(bare)?.partnerId, fields)).toMatchObject({
      name: bare.email,
      street: false,
      city: false,
      state_id: false,
      country_id: false,
      lang: false,
      phone: false,
    });
  });

  it.each([
    ['ES', 'M', 'Madrid'],
    ['US', 'NY', 'New York'],
    ['CA', 'ON', 'Ontario'],
    ['JP', 'JP-13', 'Tokyo'],
  ])('have the province of %s that Shopify calls %s', async (country, province, name) => {
    const ann = shop.person({ billing: { ...dam, country, province } });
    const row = await shop.read((await shop.load([ann])).of(ann)?.partnerId, ['state_id']);
    expect((row?.state_id as [number, string])[1]).toContain(name);
  });

  it('with a company: the company with its number, the location that gets the invoice, the person', async () => {
    const groen = shop.business({ delivery: kade });
    const partners = await shop.load([groen]);
    expect(partners.problems.size).toBe(0);
    const { partnerId = 0, deliveryId } = partners.of(groen) ?? {};
    const location = await shop.read(partnerId, [
      'name',
      'parent_id',
      'commercial_partner_id',
      'type',
      'street',
      'email',
    ]);
    const company = partners.bound.get(`company_${shop.stamp}`);
    expect(location).toMatchObject({
      name: 'Hoofdkantoor',
      type: 'other',
      street: 'Damrak 1',
      email: groen.email,
    });
    expect(linked(location?.commercial_partner_id)).toBe(company);
    expect(await shop.read(company, ['vat', 'is_company', 'name'])).toMatchObject({
      vat: groen.vat,
      is_company: true,
      name: groen.name,
    });
    const door = await shop.read(deliveryId, ['type', 'street', 'commercial_partner_id']);
    expect(door).toMatchObject({ type: 'delivery', street: 'Kade 7' });
    expect(linked(door?.commercial_partner_id)).toBe(company);
    const [kees] = await shop.client.searchRead(
      'res.partner',
      [['name', '=', `Kees ${shop.stamp}`]],
      ['parent_id', 'street'],
    );
    expect(linked(kees?.parent_id)).toBe(company);
    expect(await shop.count()).toBe(4);
    expect((await shop.load([groen])).of(groen)).toEqual(partners.of(groen));
    // What the person buys privately is not the company's.
    const kept = shop.person({ id: groen.id ?? '', email: groen.email ?? '', billing: laan });
    const private_ = await shop.load([kept]);
    const row = await shop.read(private_.of(kept)?.partnerId, ['commercial_partner_id', 'id']);
    expect(linked(row?.commercial_partner_id)).toBe(row?.id);
  });

  it('with a company whose location is called after it say its name once', async () => {
    const groen = shop.business();
    const { company } = groen;
    if (!company) throw new Error('a business has a company');
    const name = `${company.name.toUpperCase()} `;
    const buyer = { ...groen, company: { ...company, location: { id: `91${shop.stamp}`, name } } };
    const { partnerId } = (await shop.load([buyer])).of(buyer) ?? {};
    const location = await shop.read(partnerId, ['name', 'type', 'street', 'display_name']);
    expect(location).toMatchObject({ name: false, type: 'other', street: 'Damrak 1' });
    const shown = String(location?.display_name);
    expect(shown.split(company.name)).toHaveLength(2);
    expect((await shop.load([buyer])).of(buyer)?.partnerId).toBe(partnerId);
  });

  it('with a company are the company itself where the setting says so; a person is the same', async () => {
    const groen = shop.business({ delivery: kade });
    const moved = { ...groen, billing: laan, delivery: laan };
    const partners = await shop.load([groen, moved, shop.person()], { mode: 'company' });
    const company = partners.bound.get(`company_${shop.stamp}`);
    expect(partners.of(groen)?.partnerId).toBe(company);
    expect(partners.of(moved)?.partnerId).toBe(company);
    expect(await shop.read(partners.of(moved)?.deliveryId, ['street'])).toMatchObject({ street: 'Laan 3' });
    expect(partners.of(shop.person())).toEqual((await shop.load([shop.person()])).of(shop.person()));
  });

  it('who moved keep their address; the new one is an invoice address, made once however it is written', async () => {
    const before = shop.person();
    const first = await shop.load([before]);
    const owner = first.of(before)?.partnerId;
    const after = shop.person({ billing: kade });
    const same = shop.person({ billing: { ...kade, street: ' KADE  7', zip: '3011aa' } });
    const second = await shop.load([after, same]);
    const moved = second.of(after)?.partnerId;
    expect(moved).not.toBe(owner);
    expect(second.of(same)?.partnerId).toBe(moved);
    expect(await shop.read(owner, ['street'])).toMatchObject({ street: 'Damrak 1' });
    expect(await shop.read(moved, ['street', 'type', 'parent_id'])).toMatchObject({
      street: 'Kade 7',
      type: 'invoice',
    });
    expect((await shop.load([before])).of(before)).toEqual({ partnerId: owner });
    expect(await shop.count()).toBe(2);
  });

  it('to whom it is sent elsewhere have a delivery address, and none where it is the same', async () => {
    const home = shop.person({ delivery: { ...dam, zip: '1012LG' } });
    const gift = shop.person({ delivery: { ...laan, name: 'Oma' } });
    const partners = await shop.load([home, gift]);
    expect(partners.of(home)).toEqual({ partnerId: partners.of(gift)?.partnerId });
    const oma = await shop.read(partners.of(gift)?.deliveryId, ['name', 'street', 'type', 'parent_id']);
    expect(oma).toMatchObject({ name: 'Oma', street: 'Laan 3', type: 'delivery' });
    expect(linked(oma?.parent_id)).toBe(partners.of(gift)?.partnerId);
    expect(await shop.count()).toBe(2);
  });

  it('who have none keep none, though Odoo gives a partner that of its first contact', async () => {
    const ann = shop.person({ billing: {}, delivery: kade });
    const { partnerId, deliveryId } = (await shop.load([ann])).of(ann) ?? {};
    expect(await shop.read(deliveryId, ['street', 'type'])).toMatchObject({
      street: 'Kade 7',
      type: 'delivery',
    });
    expect(await shop.read(partnerId, ['street', 'zip', 'city', 'country_id'])).toMatchObject({
      street: false,
      zip: false,
      city: false,
      country_id: false,
    });
  });
});
