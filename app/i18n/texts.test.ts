import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createI18n } from './create-i18n';
import { en } from './en';
import { languageOf } from './languages';
import { nl } from './nl';

/** `a.b` → text, for every text. */
function flat(tree: object, prefix = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree) as [string, string | object][]) {
    if (typeof value === 'string') found.set(prefix + key, value);
    else for (const [below, text] of flat(value, `${prefix}${key}.`)) found.set(below, text);
  }
  return found;
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return sources(file);
    return /\.tsx?$/.test(entry.name) && !/\.test\./.test(entry.name) ? [file] : [];
  });
}

const english = flat(en);
const dutch = flat(nl);
const gaps = (text: string) =>
  (text.match(/\{\{\s*(\w+)/g) ?? []).map((gap) => gap.replace(/\W/g, '')).sort();

describe('The texts', () => {
  it('have the same keys in English and Dutch', () => {
    expect([...dutch.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('are all there, and leave the same gaps to fill in both languages', () => {
    for (const [key, text] of english) {
      expect(text.trim(), key).not.toBe('');
      expect(dutch.get(key)?.trim(), key).not.toBe('');
      expect([key, ...gaps(dutch.get(key) ?? '')]).toEqual([key, ...gaps(text)]);
    }
  });

  it('exist for every key that a page names', () => {
    const has = (key: string) =>
      english.has(key) ||
      english.has(`${key}_other`) ||
      [...english.keys()].some((known) => known.startsWith(`${key}.`));
    const unknown: string[] = [];
    let named = 0;
    for (const file of ['routes', 'components', 'queries'].flatMap((folder) =>
      sources(path.join('app', folder)),
    )) {
      for (const [, key = ''] of readFileSync(file, 'utf8').matchAll(/\bt\(\s*'([^']+)'/g)) {
        named += 1;
        if (!has(key)) unknown.push(`${file}: ${key}`);
      }
    }
    expect(unknown).toEqual([]);
    expect(named).toBeGreaterThan(5);
  });

  it('are each named by the code, whole or put together from a kind', () => {
    const code = sources('app')
      .filter((file) => !/i18n.(en|nl)\b/.test(file))
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    const all = (pattern: RegExp) => [...code.matchAll(pattern)].map(([, part = '']) => part);
    const whole = new Set(all(/['"`]([\w.-]+)['"`]/g));
    const trees = [...whole].filter((part) => part.includes('.')).map((part) => `${part}.`);
    const beginnings = [...trees, ...all(/\b(\w+\.(?:[\w-]+\.)*)\$\{/g)];
    const ends = all(/\$\{\w+\}((?:\.[\w-]+)+)`/g);
    const isNamed = (key: string) =>
      whole.has(key) ||
      beginnings.some((part) => key.startsWith(part)) ||
      ends.some((part) => key.endsWith(part));
    const keys = [...english.keys()].map((key) => key.replace(/_(one|other)$/, ''));
    expect(keys.filter((key) => !isNamed(key))).toEqual([]);
    expect(isNamed('common.nobodySaysThis')).toBe(false);
  });

  it('are said at once, in the language asked for', () => {
    expect(createI18n('nl').t('common.nav.payouts')).toBe(nl.common.nav.payouts);
    expect(createI18n('en').t('common.nav.payouts')).toBe(en.common.nav.payouts);
  });
});

describe('The language of a page', () => {
  const page = (search: string, accepted = '') =>
    languageOf(new Request(`http://localhost/app${search}`, { headers: { 'accept-language': accepted } }));

  it('is that of the person’s admin, whatever the browser prefers', () => {
    expect(page('?locale=nl', 'en-GB,en;q=0.9')).toBe('nl');
    expect(page('?locale=nl-NL')).toBe('nl');
  });

  it('is the browser’s when Shopify says none, and English when Klopt speaks neither', () => {
    expect(page('', 'fr-FR,nl;q=0.8')).toBe('nl');
    expect(page('?locale=fr', 'de')).toBe('en');
  });
});
