import { expect, it } from 'vitest';
import { orderSearch } from './order-search';

it.each([
  [{}, ''],
  [{ createdFrom: '2026-01-01' }, "created_at:>='2026-01-01'"],
  [
    { processedFrom: '2026-01-01', financialStatuses: ['paid', 'partially-refunded'] as const },
    "processed_at:>='2026-01-01' (financial_status:paid OR financial_status:partially_refunded)",
  ],
  [
    { updatedFrom: '2026-01-01T00:00:00Z', financialStatuses: ['voided'] as const },
    "updated_at:>='2026-01-01T00:00:00Z' financial_status:voided",
  ],
])('a search for %j is written in Shopify’s syntax', (search, query) => {
  expect(orderSearch(search)).toBe(query);
});
