import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bulkLines } from './bulk-lines';
import { bulkQueryErrors } from './bulk-rules';

const captures = `${process.cwd()}/../shared/real/captures/harry-test-heelo.myshopify.com/2026-04/bulk-operations`;
const known = existsSync(captures);

type Recorded = {
  validations: Record<
    string,
    {
      variables: { query?: string };
      response: { data?: { bulkOperationRunQuery: { userErrors: object[] } } };
    }
  >;
};

function recorded(file: string): [string, string, object[]][] {
  if (!known) return [['of ../shared', '', []]];
  const { validations } = JSON.parse(readFileSync(`${captures}/${file}`, 'utf8')) as Recorded;
  return Object.entries(validations).flatMap(([name, { variables, response }]) =>
    response.data
      ? [
          [name, variables.query ?? '', response.data.bulkOperationRunQuery.userErrors] as [
            string,
            string,
            object[],
          ],
        ]
      : [],
  );
}

describe('a bulk query that Shopify refuses', () => {
  it
    .skipIf(!known)
    .each([
      ...recorded('bulk-operation-run-query-validators.json'),
      ...recorded('bulk-operation-run-query-user-error-codes.json'),
    ])('%s is refused in its recorded words (needs ../shared)', (_name, query, errors) => {
    expect(bulkQueryErrors(query).errors).toEqual(errors);
  });

  it('is not one with three connections, one in the other', () => {
    const query =
      '{ orders { edges { node { id agreements { edges { node { id sales { edges { node { id } } } } } } } } } }';
    expect(bulkQueryErrors(query).errors).toEqual([]);
  });

  it('is one with a refund’s lines: a connection inside a list', () => {
    const query =
      '{ orders { edges { node { id refunds { id transactions { edges { node { id } } } } } } } }';
    expect(bulkQueryErrors(query).errors[0]?.message).toContain('within a list field');
  });
});

describe('the lines of a bulk operation', () => {
  it('name the node that they stand under, also through an object between', () => {
    const terms = { id: 't1', paymentSchedules: { edges: [{ node: { id: 's1' } }] } };
    const order = { id: 'o1', terms, agreements: { edges: [{ node: { id: 'a1' } }] } };
    expect(bulkLines(order).grouped).toEqual([
      { id: 'o1', terms: { id: 't1' } },
      { id: 's1', __parentId: 'o1' },
      { id: 'a1', __parentId: 'o1' },
    ]);
  });
});
