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
