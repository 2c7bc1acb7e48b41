import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Address, Buyer } from '../../app/accounting/order';
import { connect } from '../../app/odoo/client/connect';
import type { OdooClient } from '../../app/odoo/client/odoo-client';
import { externalModule, type ExternalModule } from '../../app/odoo/loading/external-names';
import { buyerKey, loadPartners } from '../../app/odoo/partners/load-partners';
import type { CustomerMode } from '../../app/odoo/partners/buyer-key';
import { odooServers, type OdooServer } from './support/odoo-servers';

const dam: Address = { street: 'Damrak 1', zip: '1012 LG', city: 'Amsterdam', country: 'NL' };
const kade: Address = { street: 'Kade 7', zip: '3011 AA', city: 'Rotterdam', country: 'NL' };
const laan: Address = { street: 'Laan 3', zip: '3500 AA', city: 'Utrecht', country: 'NL' };

let made = 0;

describe.each(odooServers())('partners in $title', ({ start, isReal }) => {
  let server: OdooServer;
  let client: OdooClient;
  let module: ExternalModule;
  /** Tells this test's people apart from everybody else's. */
  let stamp: string;
  beforeAll(async () => {
    server = await start();
    client = await server.connect();
  });
  beforeEach(() => {
    made += 1;
    stamp = `${Date.now().toString(36)}${made.toString(36)}`;
    module = externalModule(`p-${stamp}.myshopify.com`);
  });
  afterAll(() => server.close());

  const load = (
    buyers: readonly Buyer[],
    { mode = 'original', known, by = client }: Wish = {},
  ): ReturnType<typeof loadPartners> =>
    loadPartners(
      {
        client: by,
        module,
        settings: { mode, genericName: `Webshop ${stamp}` },
        ...(known ? { known } : {}),
      },
      buyers,
    );
  interface Wish {
    mode?: CustomerMode;
    known?: ReadonlyMap<string, number>;
    by?: OdooClient;
  }
  const person = (wish: Partial<Buyer> = {}): Buyer => ({
    id: `${stamp}1`,
    name: `Ann ${stamp}`,
    email: `ann-${stamp}@example.com`,
    isCompany: false,
    billing: dam,
    ...wish,
  });
  const business = (wish: Partial<Buyer> = {}): Buyer => ({
    id: `${stamp}2`,
    name: `Groen ${stamp} BV`,
    email: `inkoop-${stamp}@example.com`,
    isCompany: true,
    vat: uniqueVat(),
    company: {
      id: stamp,
      name: `Groen ${stamp} BV`,
      location: { id: `${stamp}9`, name: 'Hoofdkantoor' },
      contactName: `Kees ${stamp}`,
    },
    billing: dam,
    ...wish,
  });
  const read = async (id: number | undefined, fields: readonly string[]) =>
    (await client.read('res.partner', [id ?? 0], fields))[0];
  /** How many partners our external ids name, and how many there are in all with this test's stamp. */
  const count = async () => {
    const rows = await client.searchRead('ir.model.data', [['module', '=', module]], ['res_id']);
    return new Set(rows.map(({ res_id }) => res_id)).size;
  };
  const idOf = (value: unknown) => (Array.isArray(value) ? (value[0] as number) : undefined);

  it('get their name, address, province, language and phone, and what is missing stays empty', async () => {
    const ann = person({
      locale: 'en-GB',
      phone: '+31 20 1234567',
      billing: { ...dam, street2: 'II', country: 'IT', province: 'RM' },
    });
    const bare = person({
      id: `${stamp}3`,
      name: '',
      email: `bare-${stamp}@example.com`,
      locale: 'xx',
      billing: {},
    });
    const partners = await load([ann, bare]);
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
    const first = await read(partners.of(ann)?.partnerId, fields);
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
    expect(await read(partners.of(bare)?.partnerId, fields)).toMatchObject({
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
    const ann = person({ billing: { ...dam, country, province } });
    const row = await read((await load([ann])).of(ann)?.partnerId, ['state_id']);
    expect((row?.state_id as [number, string])[1]).toContain(name);
  });

  it('are one for all where the setting says so, and for guests who left nothing', async () => {
    const nobody: Buyer = { name: 'Guest', isCompany: false };
    const all = await load([person(), business(), nobody], { mode: 'generic' });
    expect([...all.bound.keys()]).toEqual(['generic_customer']);
    expect(all.of(person())).toEqual(all.of(business()));
    const original = await load([person(), nobody]);
    expect(original.of(nobody)).toEqual(all.of(nobody));
    expect(original.of(person())).not.toEqual(all.of(person()));
    expect(await read(all.of(nobody)?.partnerId, ['name'])).toMatchObject({ name: `Webshop ${stamp}` });
  });

  it('that are guests are known by their email address, however it is written', async () => {
    const guest: Buyer = { name: 'Guest', email: `Guest-${stamp}@Example.com `, isCompany: false };
    const first = await load([guest]);
    const second = await load([{ ...guest, name: 'Other', email: `guest-${stamp}@example.com` }]);
    expect([...second.bound.values()]).toEqual([...first.bound.values()]);
    expect(await count()).toBe(1);
  });

  it('of Odoo’s are found by email address, whatever its case, and are not edited', async () => {
    const [id = 0] = await client.create('res.partner', [
      { name: `Anna ${stamp}`, email: ` ANN-${stamp}@Example.com`, street: 'Elders 1', city: 'Breda' },
    ]);
    const fields = ['name', 'email', 'street', 'city', 'vat', 'phone', 'write_date'];
    const before = await read(id, fields);
    const ann = person({ phone: '+31 1' });
    const partners = await load([ann]);
    expect(partners.bound.get(buyerKey(ann, 'original'))).toBe(id);
    const invoice = partners.of(ann)?.partnerId;
    // Its address in Odoo is another: the order's own becomes an invoice address of it.
    expect(invoice).not.toBe(id);
    expect(await read(invoice, ['type', 'parent_id', 'street'])).toMatchObject({
      type: 'invoice',
      street: 'Damrak 1',
    });
    expect(await read(id, fields)).toEqual(before);
    expect((await load([ann])).of(ann)).toEqual(partners.of(ann));
  });

  it('of Odoo’s are found by email address before VAT number, by VAT number before none, and never by name', async () => {
    const vat = uniqueVat();
    const [byMail = 0] = await client.create('res.partner', [
      { name: 'Mail', email: `ann-${stamp}@example.com` },
    ]);
    const [byVat = 0] = await client.create('res.partner', [
      { name: 'Number', vat, is_company: true, country_id: await country('BE') },
    ]);
    await client.create('res.partner', [{ name: `Ann ${stamp}` }]);
    const billing: Address = { country: 'BE' };
    const both = person({ vat, billing });
    const number = person({ id: `${stamp}4`, vat: spaced(vat), email: `x-${stamp}@example.com`, billing });
    const bare = person({ id: `${stamp}6`, vat: vat.slice(2), email: `z-${stamp}@example.com`, billing });
    const name = person({ id: `${stamp}5`, email: `y-${stamp}@example.com`, billing });
    const partners = await load([both, number, bare, name]);
    expect(partners.of(both)?.partnerId).toBe(byMail);
    expect(partners.of(number)?.partnerId).toBe(byVat);
    expect(partners.of(bare)?.partnerId).toBe(byVat);
    expect(partners.bound.get(buyerKey(name, 'original'))).toBeGreaterThan(byVat + 1);
  });

  it('that several in Odoo could be are made anew, and named', async () => {
    const email = `ann-${stamp}@example.com`;
    await client.create('res.partner', [
      { name: `One ${stamp}`, email },
      { name: `Two ${stamp}`, email },
    ]);
    const ann = person();
    const partners = await load([ann]);
    expect(partners.problems.get(buyerKey(ann, 'original'))).toMatchObject([
      { kind: 'customer-ambiguous', severity: 'notice', facts: { match: email } },
    ]);
    expect(partners.problems.get(buyerKey(ann, 'original'))?.[0]?.facts.customers).toMatch(/One .*Two/);
    expect(await count()).toBe(1);
    expect((await load([ann])).problems.size).toBe(0);
  });

  it('are not taken where they are archived or a delivery address; one at the top goes before a contact', async () => {
    const email = `ann-${stamp}@example.com`;
    const [top = 0] = await client.create('res.partner', [{ name: 'Top', email, city: 'Breda' }]);
    const [firm = 0] = await client.create('res.partner', [
      { name: 'Firm', is_company: true, city: 'Breda' },
    ]);
    await client.create('res.partner', [
      { name: 'Gone', email, active: false },
      { name: 'Door', email, type: 'delivery', parent_id: firm },
      { name: 'Desk', email, parent_id: firm },
    ]);
    const ann = person();
    expect((await load([ann])).bound.get(buyerKey(ann, 'original'))).toBe(top);
  });

  it('with a company: the company with its number, the location that gets the invoice, the person', async () => {
    const groen = business({ delivery: kade });
    const partners = await load([groen]);
    expect(partners.problems.size).toBe(0);
    const { partnerId = 0, deliveryId } = partners.of(groen) ?? {};
    const location = await read(partnerId, [
      'name',
      'parent_id',
      'commercial_partner_id',
      'type',
      'street',
      'email',
    ]);
    const company = partners.bound.get(`company_${stamp}`);
    expect(location).toMatchObject({
      name: 'Hoofdkantoor',
      type: 'other',
      street: 'Damrak 1',
      email: groen.email,
    });
    expect(idOf(location?.commercial_partner_id)).toBe(company);
    expect(await read(company, ['vat', 'is_company', 'name'])).toMatchObject({
      vat: groen.vat,
      is_company: true,
      name: groen.name,
    });
    const door = await read(deliveryId, ['type', 'street', 'commercial_partner_id']);
    expect(door).toMatchObject({ type: 'delivery', street: 'Kade 7' });
    expect(idOf(door?.commercial_partner_id)).toBe(company);
    const [kees] = await client.searchRead(
      'res.partner',
      [['name', '=', `Kees ${stamp}`]],
      ['parent_id', 'street'],
    );
    expect(idOf(kees?.parent_id)).toBe(company);
    expect(await count()).toBe(4);
    expect((await load([groen])).of(groen)).toEqual(partners.of(groen));
    // What the person buys privately is not the company's.
    const kept = person({ id: groen.id ?? '', email: groen.email ?? '', billing: laan });
    const private_ = await load([kept]);
    const row = await read(private_.of(kept)?.partnerId, ['commercial_partner_id', 'id']);
    expect(idOf(row?.commercial_partner_id)).toBe(row?.id);
  });

  it('with a company are the company itself where the setting says so; a person is the same', async () => {
    const groen = business({ delivery: kade });
    const moved = { ...groen, billing: laan, delivery: laan };
    const partners = await load([groen, moved, person()], { mode: 'company' });
    const company = partners.bound.get(`company_${stamp}`);
    expect(partners.of(groen)?.partnerId).toBe(company);
    expect(partners.of(moved)?.partnerId).toBe(company);
    expect(await read(partners.of(moved)?.deliveryId, ['street'])).toMatchObject({ street: 'Laan 3' });
    expect(partners.of(person())).toEqual((await load([person()])).of(person()));
  });

  it('of a company that Odoo has are found by its number or through a contact of it', async () => {
    const groen = business();
    const [firm = 0] = await client.create('res.partner', [
      { name: 'Firm', is_company: true, vat: groen.vat, country_id: await country('BE'), city: 'Gent' },
    ]);
    const [other = 0] = await client.create('res.partner', [{ name: 'Oak', is_company: true, city: 'Gent' }]);
    const email = `desk-${stamp}@example.com`;
    await client.create('res.partner', [{ name: 'Desk', email, parent_id: other }]);
    const oak = business({ email, company: { id: `${stamp}7`, name: 'Oak' } });
    const partners = await load([groen, oak]);
    expect(partners.bound.get(`company_${stamp}`)).toBe(firm);
    expect(partners.bound.get(`company_${stamp}7`)).toBe(other);
    expect(
      await client.searchCount('res.partner', [
        ['email_normalized', '=', email],
        ['parent_id', '=', other],
        ['type', '=', 'contact'],
      ]),
    ).toBe(1);
  });

  it('who moved keep their address; the new one is an invoice address, made once however it is written', async () => {
    const before = person();
    const first = await load([before]);
    const owner = first.of(before)?.partnerId;
    const after = person({ billing: kade });
    const same = person({ billing: { ...kade, street: ' KADE  7', zip: '3011aa' } });
    const second = await load([after, same]);
    const moved = second.of(after)?.partnerId;
    expect(moved).not.toBe(owner);
    expect(second.of(same)?.partnerId).toBe(moved);
    expect(await read(owner, ['street'])).toMatchObject({ street: 'Damrak 1' });
    expect(await read(moved, ['street', 'type', 'parent_id'])).toMatchObject({
      street: 'Kade 7',
      type: 'invoice',
    });
    expect((await load([before])).of(before)).toEqual({ partnerId: owner });
    expect(await count()).toBe(2);
  });

  it('to whom it is sent elsewhere have a delivery address, and none where it is the same', async () => {
    const home = person({ delivery: { ...dam, zip: '1012LG' } });
    const gift = person({ delivery: { ...laan, name: 'Oma' } });
    const partners = await load([home, gift]);
    expect(partners.of(home)).toEqual({ partnerId: partners.of(gift)?.partnerId });
    const oma = await read(partners.of(gift)?.deliveryId, ['name', 'street', 'type', 'parent_id']);
    expect(oma).toMatchObject({ name: 'Oma', street: 'Laan 3', type: 'delivery' });
    expect(idOf(oma?.parent_id)).toBe(partners.of(gift)?.partnerId);
    expect(await count()).toBe(2);
  });

  it('with a VAT number that Odoo does not take are made without it, and it is told', async () => {
    const wrong = [
      person({ id: `${stamp}a`, name: `A ${stamp}`, email: `a-${stamp}@example.com`, vat: 'NL12' }),
      person({ id: `${stamp}b`, name: `B ${stamp}`, email: `b-${stamp}@example.com`, vat: 'NL123456789B01' }),
      person({
        id: `${stamp}c`,
        name: `C ${stamp}`,
        email: `c-${stamp}@example.com`,
        vat: '12',
        billing: { country: 'DE' },
      }),
    ];
    const right = person();
    const partners = await load([right, ...wrong]);
    for (const buyer of wrong) {
      const id = partners.of(buyer)?.partnerId;
      expect(partners.problems.get(buyerKey(buyer, 'original'))).toMatchObject([
        { kind: 'vat-number-refused', severity: 'notice', facts: { vat: buyer.vat }, remedy: { id } },
      ]);
      const row = await read(id, ['vat', 'comment']);
      expect(row?.vat).toBe(false);
      expect(row?.comment).toContain(buyer.vat);
    }
    expect(partners.problems.has(buyerKey(right, 'original'))).toBe(false);
  });

  it('get their country before a number that lacks it', async () => {
    const vat = uniqueVat();
    const ann = person({ vat: `${vat.slice(2, 6)} ${vat.slice(6)}`, billing: { country: 'BE' } });
    expect(await read((await load([ann])).of(ann)?.partnerId, ['vat'])).toMatchObject({ vat });
  });

  it('are each made once in four calls for a hundred, and found in one', async () => {
    const buyers = Array.from({ length: 100 }, (_, index) =>
      person({
        id: `${stamp}n${String(index)}`,
        email: `n${String(index)}-${stamp}@example.com`,
        ...(index % 3 === 0 ? { delivery: kade } : {}),
      }),
    );
    await load([person()]);
    const calls = async (work: () => Promise<unknown>) => {
      const before = client.callCount;
      await work();
      return client.callCount - before;
    };
    let bound: ReadonlyMap<string, number> = new Map();
    expect(await calls(async () => (bound = (await load(buyers)).bound))).toBeLessThanOrEqual(4);
    expect(await count()).toBe(1 + 100 + 34);
    expect(await calls(() => load(buyers, { known: bound }))).toBeLessThanOrEqual(1);
    expect(await calls(() => load(buyers))).toBeLessThanOrEqual(2);
    expect(await count()).toBe(135);
  });

  it('that our database remembers and Odoo has no more are looked for again', async () => {
    const ann = person();
    const first = await load([ann]);
    await client.unlink('res.partner', [first.of(ann)?.partnerId ?? 0]);
    const second = await load([ann], { known: first.bound });
    expect(second.of(ann)).toBeDefined();
    expect(second.of(ann)).not.toEqual(first.of(ann));
  });

  it('are each made once when two runs race', async () => {
    const buyers = [
      person({ delivery: kade }),
      business(),
      person({ id: `${stamp}8`, email: `r-${stamp}@example.com` }),
    ];
    const [left, right] = await Promise.all([load(buyers), load(buyers, { by: await server.connect() })]);
    for (const buyer of buyers) expect(left.of(buyer)).toEqual(right.of(buyer));
    expect(await count()).toBe(6);
  });

  it('are found too by a user who may not read external ids, who on a fake makes them too', async ({
    skip,
  }) => {
    if (isReal && !server.limited) return skip('ODOO_LIMITED_LOGIN is not set');
    const by = server.limited ? await connect(server.limited) : client;
    const buyers = [person({ delivery: kade }), business({ delivery: laan }), person({ billing: laan })];
    if (server.fake) server.fake.faults.noModelDataRights = true;
    try {
      // On the real servers that user may not make contacts either.
      const first = await load(buyers, server.limited ? {} : { by });
      const second = await load(buyers, { by });
      expect(second.bound).toEqual(first.bound);
    } finally {
      server.fake?.clearFaults();
    }
    expect(await count()).toBe(7);
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
            made += 1;
            const mark = `${stamp}q${String(made)}`;
            module = externalModule(`p-${mark}.myshopify.com`);
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
            const first = await load(buyers, { mode });
            const before = await count();
            const second = await load([...buyers].reverse(), { mode });
            expect(await count()).toBe(before);
            for (const one of buyers) {
              expect(first.of(one)).toBeDefined();
              expect(second.of(one)).toEqual(first.of(one));
            }
            const remembered = await load(buyers, { mode, known: second.bound });
            for (const one of buyers) expect(remembered.of(one)).toEqual(first.of(one));
            expect(await count()).toBe(before);
          },
        ),
        { numRuns: isReal ? 6 : 60 },
      );
    },
  );

  async function country(code: string) {
    return (await client.search('res.country', [['code', '=', code]]))[0] ?? 0;
  }
});

let numbers = Math.floor(Date.now() / 1000) % 10_000_000;

/** A Belgian number that passes its check, another each time. */
function uniqueVat(): string {
  numbers += 7;
  const body = `0${String(numbers).padStart(7, '0')}`;
  return `BE${body}${String(97 - (Number(body) % 97)).padStart(2, '0')}`;
}

function spaced(vat: string): string {
  return `${vat.slice(0, 2).toLowerCase()} ${vat.slice(2, 6)}.${vat.slice(6, 9)}.${vat.slice(9)}`;
}
