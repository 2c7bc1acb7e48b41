import { expect, test } from 'vitest';
import { searchWords } from './search-words';

test.each([
  ['€4,366.87', '4366.87'],
  ['€ 4.366,87', '4366.87'],
  ['4366,87', '4366.87'],
  ['-€164.82', '-164.82'],
  ['1.234.567,5', '1234567.5'],
  ['EUR 12', '12'],
  ['Sep 8, 2026', '2026-09-08'],
  ['September 8, 2026', '2026-09-08'],
  ['8 sep 2026', '2026-09-08'],
  ['8 september 2026', '2026-09-08'],
  ['27 okt 2026', '2026-10-27'],
  ['8-9-2026', '2026-09-08'],
])('looks for %s as payouts are kept: %s', (typed, kept) => {
  expect(searchWords(typed)).toContain(kept);
});

test.each(['#1001', 'tw140700001', '2026-09', 'no such thing', '4366.87'])('takes %s as it is', (typed) => {
  expect(searchWords(typed)).toEqual([typed]);
});

test('looks for nothing where nothing was typed', () => {
  expect(searchWords('  ')).toEqual([]);
});
