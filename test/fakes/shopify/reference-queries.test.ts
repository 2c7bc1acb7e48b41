import { existsSync, readFileSync } from 'node:fs';
import { Kind, OperationTypeNode, parse, print, visit, type DefinitionNode } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startFakeShopify, type FakeShopify } from './start-fake-shopify';

const file = `${process.cwd()}/../shared/reference/queries.graphql`;
const known = existsSync(file);
const definitions = known ? parse(readFileSync(file, 'utf8')).definitions : [];
const operations = definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
const queries = operations.filter((node) => node.operation === OperationTypeNode.QUERY);

let fake: FakeShopify;
beforeAll(async () => {
  fake = await startFakeShopify({
    clientId: 'key',
    clientSecret: 'secret',
    state: {
      shop: { myshopifyDomain: 'bare.myshopify.com', currencyCode: 'JPY' },
      // Nearly nothing is given: what the schema wants must still be answered.
      orders: [
        {
          id: 'Order/1',
          lineItems: [{ id: 'LineItem/1' }],
          refunds: [{ id: 'Refund/1' }],
          shippingLines: [{}],
        },
      ],
      disputes: [{ id: 'ShopifyPaymentsDispute/1', order: 'Order/1' }],
      shopifyPaymentsAccount: {
        payouts: [{ id: 'ShopifyPaymentsPayout/1' }],
        balanceTransactions: [{ id: 'ShopifyPaymentsBalanceTransaction/1', type: 'CHARGE', amount: '100' }],
      },
    },
  });
});
afterAll(() => fake.stop());

// A file without any test is an error: where there are no queries, one that is skipped says so.
const cases = known
  ? queries.map((query) => [query.name?.value ?? '', print(query)])
  : [['of ../shared', '']];
it.skipIf(!known).each(cases)(
  'answers the reference query %s on a shop that says nearly nothing (needs ../shared)',
  async (_name, query = '') => {
    const response = await fetch(`${fake.origin}/admin/api/2026-07/graphql.json`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-shopify-access-token': fake.issueToken() },
      body: JSON.stringify({
        query: [query, ...fragmentsOf(query)].join('\n'),
        variables: { id: 'gid://shopify/Order/1', first: 5, q: '' },
      }),
    });
    const { data, errors } = (await response.json()) as { data?: unknown; errors?: unknown };
    expect(errors).toBeUndefined();
    expect(data).toBeTruthy();
  },
);

/** The fragments that a query needs, and those that they need. */
function fragmentsOf(query: string): string[] {
  const needed = new Map<string, string>();
  const pending = [query];
  for (let text = pending.pop(); text !== undefined; text = pending.pop()) {
    visit(parse(text), {
      FragmentSpread({ name }) {
        const found = definitions.find(
          (node: DefinitionNode) => 'name' in node && node.name.value === name.value,
        );
        if (!found || needed.has(name.value)) return;
        needed.set(name.value, print(found));
        pending.push(print(found));
      },
    });
  }
  return [...needed.values()];
}
