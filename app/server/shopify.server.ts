import { EncryptedSessionStorage } from '../database/encrypted-session-storage';
import { adminApi } from '../shopify/admin-api';
import { fetchFromShopify } from '../shopify/fetch-from-shopify';
import { signIn } from '../shopify/sign-in';
import { tokenError } from '../shopify/token-error';
import { welcomeShop } from '../sync/welcome-shop';
import { withFrameAndBridge } from './frame-and-bridge';
import { running } from './running';

const { environment, database, secrets, log } = running();

const shopifyFetch = fetchFromShopify(environment.SHOPIFY_ORIGIN_OVERRIDE);

const shopify = signIn({
  apiKey: environment.SHOPIFY_API_KEY,
  apiSecret: environment.SHOPIFY_API_SECRET,
  appUrl: environment.SHOPIFY_APP_URL,
  sessionStorage: new EncryptedSessionStorage(database, secrets),
  fetch: shopifyFetch,
  onLog: (severity, message) => log[severity]({ from: 'shopify-app' }, message),
  afterAuth: async (session) => {
    await greet(session.shop, () => Promise.resolve(session.accessToken ?? ''));
  },
});

export const { addDocumentResponseHeaders, sessionStorage } = shopify;

export const authenticate = {
  ...shopify.authenticate,
  admin: async (request: Request) => {
    try {
      return await shopify.authenticate.admin(request);
    } catch (thrown) {
      throw thrown instanceof Response ? await withFrameAndBridge(thrown, environment) : thrown;
    }
  },
};

/**
 * A shop's offline access token, refreshed when it is about to expire. For work that no person is waiting for. Throws a
 * ShopifyError where there is none to be had.
 */
export async function accessTokenOf(shop: string): Promise<string> {
  const { session } = await shopify.unauthenticated.admin(shop).catch((error: unknown) => {
    throw tokenError(error);
  });
  if (!session.accessToken) throw new Error(`The stored session of ${shop} has no access token`);
  return session.accessToken;
}

/** A shop's row, made and filled from Shopify where that did not happen yet. */
export async function greet(domain: string, accessToken = () => accessTokenOf(domain)) {
  const api = adminApi({ shop: domain, accessToken, fetch: shopifyFetch, patience: 3_000 });
  return welcomeShop({
    database,
    shopify: api,
    onProblem: (error) => log.warn({ shop: domain, err: error }, 'shop not read'),
  });
}
