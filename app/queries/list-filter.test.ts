import { describe, expect, it } from 'vitest';
import { addressOfFilter, filterInAddress, noOrderFilter, noPayoutFilter } from './list-filter';

const read = (address: string) => filterInAddress(new URLSearchParams(address), noOrderFilter);

describe('A filter of a list', () => {
  it('is what the address asks for, without what is Shopify’s own', () => {
    expect(read('shop=trade-wins.myshopify.com&state=posted&q=1001&page=3')).toEqual({
      ...noOrderFilter,
      state: 'posted',
      q: '1001',
      page: 3,
    });
    expect(filterInAddress(new URLSearchParams('gateway=paypal'), noPayoutFilter)).toEqual(noPayoutFilter);
  });

  it('begins at the first page where the address names none that could be', () => {
    for (const page of ['', '0', '-1', 'two', '99999999999999999999'])
      expect(read(`page=${page}`).page).toBe(1);
  });

  it('comes back from the address that asks for it', () => {
    const filter = { ...noOrderFilter, q: 'a & b', from: '2026-01-01', page: 2 };
    expect(read(addressOfFilter(filter))).toEqual(filter);
  });
});
