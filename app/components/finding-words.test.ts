import { describe, expect, it } from 'vitest';
import { exampleFinding } from '~test/support/example-findings';
import { exampleRun } from '~test/support/example-runs';
import { findingKinds } from '../accounting/finding';
import { createI18n } from '../i18n/create-i18n';
import type { RunOutcomeKey } from '../views/payout-view';
import { csvErrorWords } from './csv-error-words';
import { ApiError } from '../queries/ask-api';
import { findingWords } from './finding-words';
import { outcomeWords } from './run-words';
import { typeWords } from './type-words';

const languages = ['en', 'nl'] as const;
const each = languages.flatMap((language) => findingKinds.map((kind) => [kind, language] as const));

describe('A finding', () => {
  it.each(each)('of kind %s is put into words in %s, with a next step', (kind, language) => {
    const { t } = createI18n(language);
    for (const facts of [
      {},
      { count: '3', date: '2026-11-03', type: 'SHIPPING_LABEL', mapping: 'fee', what: 'total' },
    ]) {
      const words = findingWords(t, language, exampleFinding({ kind, facts }));
      for (const text of Object.values(words)) {
        expect(text).toMatch(/\p{L}{3}/u);
        expect(text).not.toMatch(/\{\{|finding\./);
      }
    }
  });

  it('says its facts in the reader’s language: Shopify’s types, states and days', () => {
    const { t } = createI18n('nl');
    const finding = exampleFinding({
      kind: 'payout-not-final',
      facts: { status: 'in-transit', date: '2026-11-03' },
    });
    expect(findingWords(t, 'nl', finding).explain).toContain('De status is onderweg, voor 3 nov 2026.');
    const unmapped = exampleFinding({ kind: 'type-unmapped', facts: { type: 'SHIPPING_LABEL', reason: '' } });
    expect(findingWords(t, 'nl', unmapped).title).toBe('Verzendlabel: nog geen rekening gekozen');
  });

  it('names what was chosen and why it no longer fits', () => {
    const { t } = createI18n('en');
    const finding = exampleFinding({
      kind: 'mapping-broken',
      facts: { mapping: 'NL|BTW|21|included', name: '9%', reason: 'other-rate', expected: '21', actual: '9' },
    });
    const words = findingWords(t, 'en', finding);
    expect(words.title).toBe('NL · BTW 21%: what was chosen no longer fits');
    expect(words.explain).toBe('9% cannot be used here: its rate is 9% instead of 21%.');
  });

  it('without a connection sends one to the connection, not to the mappings', () => {
    const { t } = createI18n('en');
    const finding = exampleFinding({ kind: 'mapping-missing', facts: { mapping: 'connection' } });
    expect(findingWords(t, 'en', finding).todo).toBe('Connect Odoo on the Connection page.');
  });
});

describe('A transaction type', () => {
  it('without words of its own keeps Shopify’s, made readable', () => {
    expect(typeWords(createI18n('nl').t, 'SHOPIFY_COLLECTIVE_DEBIT_REVERSAL')).toBe(
      'Shopify collective debit reversal',
    );
  });
});

describe('The end of a run', () => {
  const outcomes: Record<RunOutcomeKey, Record<string, string | number>> = {
    posted: { documents: 45, lines: 46 },
    'already-posted': {},
    'needs-attention': { findings: 2 },
    waits: { reason: 'odoo-unreachable' },
    failed: { reason: 'unexpected-error' },
    imported: { payouts: 1, transactions: 20, pending: 3 },
    discovered: { found: 2, changed: 0 },
    'orders-synced': { orders: 12, posted: 11, attention: 1 },
    'orders-discovered': { found: 3, changed: 1 },
    'history-read': { orders: 200 },
  };

  it.each(Object.keys(outcomes) as RunOutcomeKey[])('is said in words: %s', (key) => {
    for (const language of languages) {
      const words = outcomeWords(
        createI18n(language).t,
        exampleRun({ outcome: { key, values: outcomes[key] } }),
      );
      expect(words).toMatch(/\p{L}{3}/u);
      expect(words).not.toMatch(/\{\{|undefined|NaN|run\./);
    }
  });

  it('counts what was posted', () => {
    const run = exampleRun({ outcome: { key: 'posted', values: { documents: 1, lines: 46 } } });
    expect(outcomeWords(createI18n('en').t, run)).toBe(
      'Posted and read back: 1 document, 46 statement lines.',
    );
    expect(outcomeWords(createI18n('nl').t, run)).toBe(
      'Geboekt en teruggelezen: 1 document, 46 afschriftregels.',
    );
  });
});

describe('A refused CSV file', () => {
  it('is said with line and column', () => {
    const body = {
      error: { kind: 'csv', message: 'amount', line: 14, column: 'Fee', facts: { value: '1,2,3' } },
    };
    const error = new ApiError(422, 'csv', 'amount', { value: '1,2,3' }, body);
    expect(csvErrorWords(createI18n('nl').t, 'nl', error)).toEqual({
      where: 'Regel 14, kolom Fee',
      text: '‘1,2,3’ is geen bedrag.',
    });
  });
});
