import { createAdminApiClient } from '@shopify/admin-api-client';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ShopifyError } from './shopify-error';
import {
  ShopifyAccessDenied,
  ShopifyAnswerUnexpected,
  ShopifyQueryTooCostly,
  ShopifySignedOut,
  ShopifyThrottled,
  ShopifyUnreachable,
} from './shopify-error';

/** The Admin API version that every operation is validated against. */
export const adminApiVersion = '2026-07';

/** One shop's Admin API. */
export interface AdminApi {
  readonly shop: string;
  /**
   * Runs a query and answers its `data`, with nulls where Shopify says null. Waits while Shopify throttles; every other
   * failure is a ShopifyError. Only for queries: it repeats what got no answer.
   */
  query(operation: string, variables: Readonly<Record<string, unknown>>): Promise<unknown>;
  /** Calls made, by operation name. */
  readonly calls: ReadonlyMap<string, number>;
}

export interface AdminApiOptions {
  readonly shop: string;
  /** Asked before each call: offline tokens expire within the hour. */
  readonly accessToken: () => Promise<string>;
  readonly fetch?: typeof fetch;
  /** The longest that one call waits for the bucket to fill, in milliseconds. */
  readonly patience?: number;
  readonly timeout?: number;
}

interface GraphqlError {
  readonly message?: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: string; readonly requiredAccess?: string };
}

interface Cost {
  readonly requestedQueryCost?: number;
  readonly throttleStatus?: { readonly currentlyAvailable?: number; readonly restoreRate?: number };
}

const attempts = 4;

export function adminApi(options: AdminApiOptions): AdminApi {
  const calls = new Map<string, number>();
  const patience = options.patience ?? 60_000;
  return {
    shop: options.shop,
    calls,
    async query(operation, variables) {
      const name = /\b(?:query|mutation)\s+(\w+)/.exec(operation)?.[1] ?? 'anonymous';
      let waited = 0;
      let failures = 0;
      for (;;) {
        calls.set(name, (calls.get(name) ?? 0) + 1);
        try {
          return await once(options, operation, variables);
        } catch (error) {
          const wait = waitBefore(error, failures);
          if (wait === undefined || waited + wait > patience) throw error;
          if (error instanceof ShopifyUnreachable) failures += 1;
          waited += wait;
          await sleep(wait);
        }
      }
    },
  };
}

/** How long to wait before the same query is asked again, in milliseconds; undefined when asking again helps nobody. */
function waitBefore(error: unknown, failures: number): number | undefined {
  if (error instanceof ShopifyThrottled) return Math.max(200, error.retryAfterSeconds * 1000);
  if (error instanceof ShopifyUnreachable && failures < attempts - 1) return 300 * 2 ** failures;
  return undefined;
}

async function once(
  options: AdminApiOptions,
  operation: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  const client = createAdminApiClient({
    storeDomain: options.shop,
    apiVersion: adminApiVersion,
    accessToken: await options.accessToken(),
    customFetchApi: (url, init) =>
      (options.fetch ?? fetch)(url, { ...init, signal: AbortSignal.timeout(options.timeout ?? 30_000) }),
  });
  const { data, errors, extensions } = (await client.request(operation, { variables: { ...variables } })) as {
    data?: unknown;
    errors?: {
      networkStatusCode?: number;
      message?: string;
      graphQLErrors?: GraphqlError[];
      response?: Response;
    };
    extensions?: { cost?: Cost };
  };
  if (errors) throw errorOf(errors, extensions?.cost);
  if (data === undefined || data === null) throw new ShopifyAnswerUnexpected('Shopify answered without data');
  return data;
}

function errorOf(
  errors: {
    networkStatusCode?: number;
    message?: string;
    graphQLErrors?: GraphqlError[];
    response?: Response;
  },
  cost: Cost | undefined,
): ShopifyError {
  const status = errors.networkStatusCode ?? 0;
  const graphql = errors.graphQLErrors ?? [];
  const code = (wanted: string) => graphql.find((error) => error.extensions?.code === wanted);
  if (code('THROTTLED') || status === 429)
    return new ShopifyThrottled(secondsToRefill(errors.response, cost));
  const denied = code('ACCESS_DENIED');
  if (denied) {
    return new ShopifyAccessDenied(
      (denied.path ?? []).join('.'),
      denied.extensions?.requiredAccess ?? denied.message ?? 'a permission',
    );
  }
  if (code('MAX_COST_EXCEEDED') || /cost.*exceed/i.test(graphql[0]?.message ?? '')) {
    return new ShopifyQueryTooCostly(graphql[0]?.message ?? 'the query costs too much');
  }
  if (status === 401 || status === 403) {
    return new ShopifySignedOut(
      'Shopify does not accept the app’s token for this shop any more; open the app to sign in',
    );
  }
  if (
    status >= 500 ||
    status === 423 ||
    code('INTERNAL_SERVER_ERROR') ||
    code('TIMEOUT') ||
    graphql.length === 0
  ) {
    return new ShopifyUnreachable(
      status > 0 ? `Shopify answered with status ${String(status)}` : 'Shopify did not answer',
    );
  }
  return new ShopifyAnswerUnexpected(graphql.map((error) => error.message ?? 'unknown error').join('; '));
}

function secondsToRefill(response: Response | undefined, cost: Cost | undefined): number {
  const header = Number(response?.headers.get('retry-after'));
  if (header > 0) return header;
  const missing = (cost?.requestedQueryCost ?? 0) - (cost?.throttleStatus?.currentlyAvailable ?? 0);
  const rate = cost?.throttleStatus?.restoreRate ?? 50;
  return missing > 0 ? Math.ceil((missing / rate) * 10) / 10 : 1;
}
