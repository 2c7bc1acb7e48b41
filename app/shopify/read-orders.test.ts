import { describe, expect, it } from 'vitest';
import type { AdminApi } from './admin-api';
import { readOrders } from './read-orders';
import { ShopifyAccessDenied, ShopifyQueryTooCostly } from './shopify-error';

type Variables = Readonly<Record<string, unknown>>;

/** An Admin API that answers every order that is asked for, unless it refuses. */
function anApi(refuse: (variables: Variables) => Error | undefined): AdminApi & { asked: Variables[] } {
  const asked: Variables[] = [];
  return {
    shop: 'tulip.myshopify.com',
    calls: new Map(),
    asked,
    query(_operation, variables) {
      asked.push(variables);
      const error = refuse(variables);
      if (error) return Promise.reject(error);
      const agreements = { pageInfo: { hasNextPage: false }, nodes: [] };
      const nodes = (variables['ids'] as string[]).map((id) => ({ __typename: 'Order', id, agreements }));
      return Promise.resolve({ nodes });
    },
  };
}

const ids = Array.from({ length: 20 }, (_, index) => String(1001 + index));

describe('orders are read', () => {
  it('with every payment, where one has more than a page of them; never without one in silence', async () => {
    const payments = (count: number) => {
      const api = anApi(() => undefined);
      const agreements = { pageInfo: { hasNextPage: false }, nodes: [] };
      return {
        ...api,
        query: (_operation: string, { transactions, ids: wanted }: Variables) => {
          const shown = Array.from({ length: Math.min(count, Number(transactions)) }, () => ({}));
          const [id] = wanted as string[];
          return Promise.resolve({
            nodes: [{ __typename: 'Order', id, agreements, transactions: shown, refunds: [] }],
          });
        },
      } as AdminApi;
    };
    const [order] = [...(await readOrders(payments(73), ['1001'])).values()] as { transactions: unknown[] }[];
    expect(order?.transactions).toHaveLength(73);
    await expect(readOrders(payments(400), ['1001'])).rejects.toThrow(/more payments than/);
  });

  it('without tills and payment terms where the shop has not consented to those', async () => {
    const api = anApi(({ retail, terms }) =>
      retail
        ? new ShopifyAccessDenied('nodes.0.retailLocation', '`read_locations` access scope')
        : terms
          ? new ShopifyAccessDenied('', '`read_payment_terms` access scope')
          : undefined,
    );
    expect((await readOrders(api, ids)).size).toBe(20);
    expect(api.asked).toHaveLength(4);
  });

  it('not at all where something else is refused', async () => {
    const api = anApi(() => new ShopifyAccessDenied('nodes.0.customer', 'read_customers'));
    await expect(readOrders(api, ids)).rejects.toThrow(ShopifyAccessDenied);
  });

  it('in smaller numbers where Shopify finds them too costly, and again so the next time', async () => {
    const api = anApi((variables) =>
      (variables['ids'] as string[]).length > 5 ? new ShopifyQueryTooCostly('too much') : undefined,
    );
    expect((await readOrders(api, ids)).size).toBe(20);
    expect(api.asked).toHaveLength(5);
    await readOrders(api, ids);
    expect(api.asked).toHaveLength(9);
  });
});
