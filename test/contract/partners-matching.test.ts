import { describe, expect, it } from 'vitest';
import type { Address } from '../../app/accounting/order';
import { buyerKey } from '../../app/odoo/partners/load-partners';
import { odooServers } from './support/odoo-servers';
import { uniqueVat, usePartnerShop } from './support/partner-shop';

describe.each(odooServers())('partners that $title has', ({ start }) => {
  const shop = usePartnerShop(start);

  it('of Odoo’s are found by email address, whatever its case, and are not edited', async () => {
    const [id = 0] = await shop.client.create('res.partner', [
      {
        name: `Anna ${shop.stamp}`,
        email: ` ANN-${shop.stamp}@Example.com`,
        street: 'Elders 1',
        city: 'Breda',
      },
    ]);
    const fields = ['name', 'email', 'street', 'city', 'vat', 'phone', 'write_date'];
    const before = await shop.read(id, fields);
    const ann = shop.person({ phone: '+31 1' });
    const partners = await shop.load([ann]);
    expect(partners.bound.get(buyerKey(ann, 'original'))).toBe(id);
    const invoice = partners.of(ann)?.partnerId;
    // Its address in Odoo is another: the order's own becomes an invoice address of it.
    expect(invoice).not.toBe(id);
    expect(await shop.read(invoice, ['type', 'parent_id', 'street'])).toMatchObject({
      type: 'invoice',
      street: 'Damrak 1',
    });
    expect(await shop.read(id, fields)).toEqual(before);
    expect((await shop.load([ann])).of(ann)).toEqual(partners.of(ann));
  });

  it('of Odoo’s are found by email address before VAT number, by VAT number before none, and never by name', async () => {
    const vat = uniqueVat();
    const [byMail = 0] = await shop.client.create('res.partner', [
      { name: 'Mail', email: `ann-${shop.stamp}@example.com` },
    ]);
    const [byVat = 0] = await shop.client.create('res.partner', [
      { name: 'Number', vat, is_company: true, country_id: await shop.country('BE') },
    ]);
    await shop.client.create('res.partner', [{ name: `Ann ${shop.stamp}` }]);
    const billing: Address = { country: 'BE' };
    const both = shop.person({ vat, billing });
    const number = shop.person({
      id: `${shop.stamp}4`,
      vat: spaced(vat),
      email: `x-${shop.stamp}@example.com`,
      billing,
    });
    const bare = shop.person({
      id: `${shop.stamp}6`,
      vat: vat.slice(2),
      email: `z-${shop.stamp}@example.com`,
      billing,
    });
    const name = shop.person({ id: `${shop.stamp}5`, email: `y-${shop.stamp}@example.com`, billing });
    const partners = await shop.load([both, number, bare, name]);
    expect(partners.of(both)?.partnerId).toBe(byMail);
    expect(partners.of(number)?.partnerId).toBe(byVat);
    expect(partners.of(bare)?.partnerId).toBe(byVat);
    expect(partners.bound.get(buyerKey(name, 'original'))).toBeGreaterThan(byVat + 1);
  });

  it('that several in Odoo could be are made anew, and named', async () => {
    const email = `ann-${shop.stamp}@example.com`;
    await shop.client.create('res.partner', [
      { name: `One ${shop.stamp}`, email },
      { name: `Two ${shop.stamp}`, email },
    ]);
    const ann = shop.person();
    const partners = await shop.load([ann]);
    expect(partners.problems.get(buyerKey(ann, 'original'))).toMatchObject([
      { kind: 'customer-ambiguous', severity: 'notice', facts: { match: email } },
    ]);
    expect(partners.problems.get(buyerKey(ann, 'original'))?.[0]?.facts.customers).toMatch(/One .*Two/);
    expect(await shop.count()).toBe(1);
    expect((await shop.load([ann])).problems.size).toBe(0);
  });

  it('are not taken where they are archived or a delivery address; one at the top goes before a contact', async () => {
    const email = `ann-${shop.stamp}@example.com`;
    const [top = 0] = await shop.client.create('res.partner', [{ name: 'Top', email, city: 'Breda' }]);
    const [firm = 0] = await shop.client.create('res.partner', [
      { name: 'Firm', is_company: true, city: 'Breda' },
    ]);
    await shop.client.create('res.partner', [
      { name: 'Gone', email, active: false },
      { name: 'Door', email, type: 'delivery', parent_id: firm },
      { name: 'Desk', email, parent_id: firm },
    ]);
    const ann = shop.person();
    expect((await shop.load([ann])).bound.get(buyerKey(ann, 'original'))).toBe(top);
  });

  it('of a company that Odoo has are found by its number or through a contact of it', async () => {
    const groen = shop.business();
    const [firm = 0] = await shop.client.create('res.partner', [
      { name: 'Firm', is_company: true, vat: groen.vat, country_id: await shop.country('BE'), city: 'Gent' },
    ]);
    const [other = 0] = await shop.client.create('res.partner', [
      { name: 'Oak', is_company: true, city: 'Gent' },
    ]);
    const email = `desk-${shop.stamp}@example.com`;
    await shop.client.create('res.partner', [{ name: 'Desk', email, parent_id: other }]);
    const oak = shop.business({ email, company: { id: `${shop.stamp}7`, name: 'Oak' } });
    const partners = await shop.load([groen, oak]);
    expect(partners.bound.get(`company_${shop.stamp}`)).toBe(firm);
    expect(partners.bound.get(`company_${shop.stamp}7`)).toBe(other);
    expect(
      await shop.client.searchCount('res.partner', [
        ['email_normalized', '=', email],
        ['parent_id', '=', other],
        ['type', '=', 'contact'],
      ]),
    ).toBe(1);
  });

  it('that our database remembers and Odoo has no more are looked for again', async () => {
    const ann = shop.person();
    const first = await shop.load([ann]);
    await shop.client.unlink('res.partner', [first.of(ann)?.partnerId ?? 0]);
    const second = await shop.load([ann], { known: first.bound });
    expect(second.of(ann)).toBeDefined();
    expect(second.of(ann)).not.toEqual(first.of(ann));
  });
});

function spaced(vat: string): string {
  return `${vat.slice(0, 2).toLowerCase()} ${vat.slice(2, 6)}.${vat.slice(6, 9)}.${vat.slice(9)}`;
}
