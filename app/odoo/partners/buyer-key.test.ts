import { describe, expect, it } from 'vitest';
import { buyerKey } from './buyer-key';

const buyer = { name: 'Ann de Wit', isCompany: false };

describe('the external id of a customer', () => {
  it('is Shopify’s number', () => {
    expect(buyerKey({ ...buyer, id: '77' }, 'original')).toBe('customer_77');
  });
  it('of a guest is the same for each order from one address, and holds no address', () => {
    const name = buyerKey({ ...buyer, email: 'Ann@dewit.example ' }, 'original');
    expect(name).toBe(buyerKey({ ...buyer, email: 'ann@dewit.example' }, 'original'));
    expect(name).toMatch(/^guest_[0-9a-f]{24}$/);
  });
  it('is one for all where the setting says so, and for a guest who left nothing', () => {
    expect(buyerKey({ ...buyer, id: '77' }, 'generic')).toBe('generic_customer');
    expect(buyerKey(buyer, 'original')).toBe('generic_customer');
  });
});

describe('the external id of a business customer', () => {
  const groen = { ...buyer, id: '77', isCompany: true, company: { id: '5', name: 'Groen BV' } };
  it('is the company’s, not that of the person who ordered', () => {
    expect(buyerKey(groen, 'original')).toBe('company_5');
    expect(buyerKey(groen, 'company')).toBe('company_5');
    expect(buyerKey({ ...buyer, id: '77' }, 'company')).toBe('customer_77');
  });
  it('of a guest without an email address goes by name and address', () => {
    const billing = { street: 'Damrak 1', city: 'Amsterdam' };
    const name = buyerKey({ ...buyer, billing }, 'original');
    expect(name).toMatch(/^guest_/);
    expect(buyerKey({ ...buyer, billing: { ...billing, street: 'DAMRAK  1' } }, 'original')).toBe(name);
    expect(buyerKey({ ...buyer, name: 'Bob', billing }, 'original')).not.toBe(name);
  });
});
