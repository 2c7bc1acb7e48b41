import { afterEach, beforeAll, afterAll, describe, expect, it } from 'vitest';
import { noFaults } from './faults';
import type { ShopState } from './shop-state';
import { app, ask, post, state, type Answer } from './small-shop';
import { startFakeShopify, type FakeShopify } from './start-fake-shopify';

let fake: FakeShopify;
beforeAll(async () => {
  fake = await startFakeShopify({ state, ...app });
});
afterAll(() => fake.stop());
afterEach(() => Object.assign(fake.faults, noFaults()));

const transactions = `query Transactions($after: String, $q: String, $hide: Boolean) { shopifyPaymentsAccount {
  balanceTransactions(first: 250, after: $after, query: $q, hideTransfers: $hide, sortKey: PROCESSED_AT) {
    pageInfo { hasNextPage endCursor } nodes { id type net { amount } associatedPayout { id status } } } } }`;

function nodesOf(answer: Answer): { id: string; net: { amount: string } }[] {
  const account = answer.data['shopifyPaymentsAccount'] as { balanceTransactions: { nodes: [] } } | undefined;
  return account?.balanceTransactions.nodes ?? [];
}

describe('the fake Shopify', () => {
  it('serves an order with its sales, and fills in what follows from them', async () => {
    const { data, errors } = await ask(
      fake,
      `query($id: ID!) { order(id: $id) { name legacyResourceId totalPriceSet { presentmentMoney { amount currencyCode } }
        totalTaxSet { shopMoney { amount } } displayFinancialStatus
        agreements(first: 5) { nodes { __typename sales(first: 5) { nodes { __typename
          ... on ProductSale { lineItem { sku } } totalTaxAmount { shopMoney { amount } } } } } } } }`,
      { id: 'gid://shopify/Order/1001' },
    );
    expect(errors).toBeUndefined();
    expect(data['order']).toEqual({
      name: '#1001',
      legacyResourceId: '1001',
      totalPriceSet: { presentmentMoney: { amount: '12.1', currencyCode: 'EUR' } },
      totalTaxSet: { shopMoney: { amount: '2.1' } },
      displayFinancialStatus: 'PAID',
      agreements: {
        nodes: [
          {
            __typename: 'OrderAgreement',
            sales: {
              nodes: [
                {
                  __typename: 'ProductSale',
                  lineItem: { sku: 'SPADE' },
                  totalTaxAmount: { shopMoney: { amount: '2.1' } },
                },
              ],
            },
          },
        ],
      },
    });
  });

  it('pages through a payout of 301 transactions without losing or repeating one', async () => {
    const q = 'payments_transfer_id:71';
    const first = await ask(fake, transactions, { q });
    const { endCursor } = (
      first.data['shopifyPaymentsAccount'] as { balanceTransactions: { pageInfo: { endCursor: string } } }
    ).balanceTransactions.pageInfo;
    const second = await ask(fake, transactions, { q, after: endCursor });
    const ids = [...nodesOf(first), ...nodesOf(second)].map(({ id }) => id);
    expect(ids).toHaveLength(301);
    expect(new Set(ids).size).toBe(301);
    expect(nodesOf(first)[0]?.net.amount).toBe('11.62');
  });

  it('hides the payout’s own transfer when asked to', async () => {
    const answer = await ask(fake, transactions, { q: 'transaction_type:TRANSFER', hide: true });
    expect(nodesOf(answer)).toEqual([]);
    expect(nodesOf(await ask(fake, transactions, { q: 'transaction_type:TRANSFER' }))).toHaveLength(1);
  });

  it('finds payouts by status, by day and by excluding', async () => {
    const find = async (q: string) => {
      const { data } = await ask(
        fake,
        `query($q: String) { shopifyPaymentsAccount { payouts(first: 10, query: $q) { nodes { id } } } }`,
        { q },
      );
      return (data['shopifyPaymentsAccount'] as { payouts: { nodes: { id: string }[] } }).payouts.nodes.map(
        ({ id }) => id.split('/').at(-1),
      );
    };
    expect(await find('status:SCHEDULED')).toEqual(['72']);
    expect(await find('issued_at:<=2026-11-03')).toEqual(['71']);
    expect(await find('-status:scheduled')).toEqual(['71']);
    expect(await find('(id:71 OR id:72) issued_at:>2026-11-03')).toEqual(['72']);
  });

  it('warns about a search field that Shopify does not know, as Shopify does', async () => {
    const { extensions } = await ask(fake, transactions, { q: 'colour:red' });
    expect(extensions.search).toMatchObject([
      {
        warnings: [
          { field: 'colour', message: 'Invalid search field for this query.', code: 'invalid_field' },
        ],
      },
    ]);
  });

  it('refuses a field that the schema does not have', async () => {
    const { errors, data } = await ask(fake, '{ shop { colour } }');
    expect(data).toBeUndefined();
    expect(errors?.[0]?.message).toContain('Cannot query field "colour" on type "Shop"');
  });

  it('refuses a page of more than 250', async () => {
    const { errors } = await ask(fake, '{ orders(first: 251) { nodes { id } } }');
    expect(errors?.[0]?.extensions?.['code']).toBe('BAD_REQUEST');
  });

  it('answers 401 to a token that is unknown, of another app, or ended by uninstalling', async () => {
    const path = '/admin/api/2026-07/graphql.json';
    const token = fake.issueToken();
    expect((await post(fake, path, { query: '{ shop { id } }' }, 'shpat_no')).status).toBe(401);
    expect((await post(fake, path, { query: '{ shop { id } }' }, token)).status).toBe(200);
    fake.uninstall();
    expect((await post(fake, path, { query: '{ shop { id } }' }, token)).status).toBe(401);
    expect((await post(fake, path, { query: '{ shop { id } }' }, fake.issueToken())).status).toBe(200);
  });
});

describe('a state', () => {
  it('is refused where it names a field that the Admin API does not have', async () => {
    const wrong: ShopState = { ...state, orders: [{ id: 'Order/1', colour: 'red' }] };
    await expect(startFakeShopify({ state: wrong, ...app })).rejects.toThrow(
      "state.orders[0].colour: the Admin API's Order has no such field.",
    );
  });
});
