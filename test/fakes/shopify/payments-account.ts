import { GraphQLError } from 'graphql';
import type { Call } from './call';
import type { MoneyV2 } from './money-form';
import type { Entry } from './read-state';

const requiredAccess = 'the `read_shopify_payments` or the `read_shopify_payments_accounts` access scope.';

/** Shopify's answer to an app without the scope, word for word as recorded from a real shop. */
export function accessDenied(): GraphQLError {
  return new GraphQLError(
    `Access denied for shopifyPaymentsAccount field. Required access: ${requiredAccess}`,
    {
      extensions: {
        code: 'ACCESS_DENIED',
        documentation: 'https://shopify.dev/api/usage/access-scopes',
        requiredAccess,
      },
    },
  );
}

export function paymentsAccount(call: Call): Entry | null {
  const { world, faults } = call;
  if (faults.accessDenied || !call.scopes.includes('read_shopify_payments_accounts')) throw accessDenied();
  if (faults.nullPaymentsAccount) return null;
  const account = world.entry(world.root['shopifyPaymentsAccount']);
  if (!account) return null;
  account['id'] ??= 'gid://shopify/ShopifyPaymentsAccount/1';
  account['activated'] ??= true;
  account['defaultCurrency'] ??= world.currency;
  account['country'] ??= 'NL';
  return account;
}

/** The same payout or balance transaction in another currency, for the fault `currency`. */
export function inCurrency(entry: Entry, currencyCode: string): Entry {
  const changed: Entry = { ...entry };
  for (const field of ['amount', 'fee', 'net']) {
    const money = entry[field] as MoneyV2 | undefined;
    if (money) changed[field] = { ...money, currencyCode };
  }
  return changed;
}
