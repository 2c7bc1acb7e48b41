import { z } from 'zod';
import { pageInfo, readAnswer } from './answer';
import type { AdminApi } from './admin-api';
import { payoutQuery, payoutsQuery, payoutTransactionsQuery } from './operations/payouts';
import { payoutFromShopify, payoutGid, type ShopifyPayout } from './payout-from-shopify';

const connection = z.object({ pageInfo, nodes: z.array(z.unknown()) });
const payoutsAnswer = z.object({ shopifyPaymentsAccount: z.object({ payouts: connection }).nullable() });
const transactionsAnswer = z.object({
  shopifyPaymentsAccount: z.object({ balanceTransactions: connection }).nullable(),
});

/** The shop has no Shopify Payments: there are no payouts to read. A state of the shop, not a failure. */
export const noPaymentsAccount = Symbol('no Shopify Payments account');

/**
 * Payouts, newest first, a page at a time, issued on or after a day (YYYY-MM-DD) where one is given. Yields
 * `noPaymentsAccount` where Shopify says null for the account.
 */
export async function* readPayouts(
  api: AdminApi,
  timeZone: string,
  since?: string,
): AsyncGenerator<ShopifyPayout[] | typeof noPaymentsAccount> {
  let after: string | null = null;
  for (;;) {
    const answer = await api.query(payoutsQuery, {
      first: 100,
      after,
      query: since ? `issued_at:>=${since}` : null,
    });
    const account = readAnswer(payoutsAnswer, answer, 'payouts').shopifyPaymentsAccount;
    if (!account) {
      yield noPaymentsAccount;
      return;
    }
    yield account.payouts.nodes.map((node) => payoutFromShopify(node, timeZone));
    if (!account.payouts.pageInfo.hasNextPage || !account.payouts.pageInfo.endCursor) return;
    after = account.payouts.pageInfo.endCursor;
  }
}

/** One payout as Shopify says it now; undefined when Shopify does not know it (any more). */
export async function readPayout(
  api: AdminApi,
  id: string,
  timeZone: string,
): Promise<ShopifyPayout | undefined> {
  const answer = await api.query(payoutQuery, { id: payoutGid(id) });
  const { node } = readAnswer(z.object({ node: z.unknown() }), answer, 'a payout');
  return node ? payoutFromShopify(node, timeZone) : undefined;
}

/**
 * All movements of a payout as Shopify said them (raw nodes), in pages of 250; the payout's own transfer is among them.
 * undefined where the shop has no Shopify Payments.
 */
export async function readPayoutTransactions(
  api: AdminApi,
  id: string,
  onPage: (count: number) => Promise<void> | void = () => undefined,
): Promise<unknown[] | undefined> {
  const nodes: unknown[] = [];
  let after: string | null = null;
  for (;;) {
    const variables = { first: 250, after, query: `payments_transfer_id:${id}` };
    const answer = await api.query(payoutTransactionsQuery, variables);
    const account = readAnswer(transactionsAnswer, answer, 'balance transactions').shopifyPaymentsAccount;
    if (!account) return undefined;
    const page = account.balanceTransactions;
    nodes.push(...page.nodes);
    await onPage(nodes.length);
    if (!page.pageInfo.hasNextPage || !page.pageInfo.endCursor) return nodes;
    after = page.pageInfo.endCursor;
  }
}
