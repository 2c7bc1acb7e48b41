import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { taxExamples } from '../../test/support/tax-examples';
import { documentsOfOrder } from './documents-of-order';

const guide = readFileSync('docs/taxes.md', 'utf8');
/** The rows of each chart's table: the story, its keys, the taxes of Odoo. */
const rows = guide.split('\n').filter((line) => line.startsWith('|') && line.includes('\\|'));
const codes = (text = '') =>
  [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code.replaceAll('\\|', '|'));

describe('The worked examples of docs/taxes.md', () => {
  it.each(taxExamples)('$shop: $story', ({ order, keys, odoo, story, shop }) => {
    const { documents, findings } = documentsOfOrder(order);
    expect(findings).toEqual([]);
    const found = documents.flatMap(({ lines }) => lines.flatMap(({ taxes }) => taxes.map(({ key }) => key)));
    expect(found).toEqual(keys);
    const section = guide.indexOf(
      `## A shop in ${{ NL: 'the Netherlands', BE: 'Belgium', DE: 'Germany', FR: 'France' }[shop]}`,
    );
    const row = guide
      .slice(section)
      .split('\n')
      .find((line) => line.startsWith(`| ${story} `));
    const named = codes(row);
    for (const word of [...keys, ...odoo]) expect(named, story).toContain(word);
  });

  it('are all that the tables hold: none of them stands there untried', () => {
    expect(rows).toHaveLength(taxExamples.length);
  });
});
