import { expect, it } from 'vitest';
import { languageOf } from './read-languages';

const active = ['en_US', 'nl_BE', 'de_DE', 'de_CH', 'sr@latin', 'pt_BR'];

it.each([
  ['nl-BE', 'nl_BE'],
  ['nl', 'nl_BE'],
  ['de', 'de_DE'],
  ['de-AT', 'de_DE'],
  ['DE-ch', 'de_CH'],
  ['en-GB', 'en_US'],
  ['pt-PT', 'pt_BR'],
  ['sr', 'sr@latin'],
  ['fr', undefined],
  ['', undefined],
  [undefined, undefined],
])('a customer who reads %s gets documents in %s', (locale, code) => {
  expect(languageOf(locale, active)).toBe(code);
});
