import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AccessTokens } from './access-tokens';
import { adminSchema } from './admin-schema';
import { answerRequest, type FakeShop, type FakeShopSetup } from './answer-request';
import { BulkOperations } from './bulk-operations';
import { changeOrder, type OrderChange } from './change-order';
import { noFaults, type Faults } from './faults';
import type { ShopState } from './shop-state';
import { countCalls, type RecordedCall } from './call-log';
import { CostBucket } from './cost-bucket';
import { ShopWorld } from './shop-world';
import { sendWebhook, type WebhookOptions } from './webhook-sender';

export type FakeShopifyOptions = {
  /** One shop, or several: the header `x-forwarded-host` says which one a request is for. */
  state: ShopState | ShopState[];
  /** The app's API key and secret. */
  clientId: string;
  clientSecret: string;
  /** A free port if left out. */
  port?: number;
  scopes?: string[];
  /** Where webhooks go. */
  appUrl?: string;
};

export type FakeShopify = {
  origin: string;
  /** Change a field and the next request sees it: `fake.faults.throttle = 2`. */
  faults: Faults;
  calls: RecordedCall[];
  /** Number of calls by operation name. */
  callCounts(): Record<string, number>;
  world(shop?: string): ShopWorld;
  /** Puts another state in the place of a shop's (or adds the shop). */
  setState(state: ShopState): void;
  /** An access token without the way through token exchange. */
  issueToken(shop?: string): string;
  /** Ends every access token of the shop. */
  uninstall(shop?: string): void;
  sendWebhook(topic: string, payload: unknown, options?: WebhookOptions): Promise<Response>;
  /** The same by its other name: `fake.deliver('orders/updated', { id: 1001 }, { eventId, to })`. */
  deliver(topic: string, payload: unknown, options?: WebhookOptions): Promise<Response>;
  /** What happens to an order later: an edit, a capture, a refund. Throws where the shop does not have it. */
  changeOrder(id: string, change: OrderChange, shop?: string): void;
  stop(): Promise<void>;
};

export const defaultScopes = [
  'read_orders',
  'read_all_orders',
  'read_products',
  'read_customers',
  'read_locations',
  'read_payment_terms',
  'read_shopify_payments_accounts',
  'read_shopify_payments_payouts',
  'read_shopify_payments_disputes',
];

/** Starts a Shopify on 127.0.0.1 that executes the real Admin schema on a state. See README.md. */
export async function startFakeShopify(options: FakeShopifyOptions): Promise<FakeShopify> {
  adminSchema();
  const shops = new Map<string, FakeShop>();
  const setState = (state: ShopState) => {
    const world = new ShopWorld(state);
    shops.set(world.domain, { world, bucket: shops.get(world.domain)?.bucket ?? new CostBucket() });
  };
  for (const state of [options.state].flat()) setState(state);
  const firstShop = () => [...shops.keys()][0] ?? '';

  const tokens = new AccessTokens(options.clientSecret);
  const bulk = new BulkOperations();
  const setup: FakeShopSetup = {
    shops,
    bulk,
    faults: noFaults(),
    calls: [],
    issuer: {
      tokens,
      clientId: options.clientId,
      clientSecret: options.clientSecret,
      scopes: options.scopes ?? defaultScopes,
    },
  };
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    answerRequest(setup, request, response).catch((error: unknown) => {
      response.writeHead(500, { 'content-type': 'text/plain' }).end(String((error as Error).stack));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });

  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  bulk.origin = origin;
  const worldOf = (shop = firstShop()) => {
    const found = shops.get(shop);
    if (!found) throw new Error(`The fake Shopify has no shop ${shop}.`);
    return found.world;
  };
  const send = (topic: string, payload: unknown, webhook: WebhookOptions = {}) => {
    const appUrl = webhook.to ?? webhook.appUrl ?? options.appUrl;
    if (!appUrl) throw new Error('Say where webhooks go: appUrl.');
    return sendWebhook(topic, payload, {
      shop: firstShop(),
      secret: options.clientSecret,
      ...webhook,
      ...(webhook.to ? { path: new URL(webhook.to).pathname } : {}),
      appUrl,
    });
  };

  return {
    origin,
    faults: setup.faults,
    calls: setup.calls,
    callCounts: () => countCalls(setup.calls),
    world: worldOf,
    setState,
    issueToken: (shop = firstShop()) => tokens.issue(shop, 'offline', 3600),
    uninstall: (shop = firstShop()) => tokens.revoke(shop),
    sendWebhook: send,
    deliver: send,
    changeOrder: (id, change, shop) => setState(changeOrder(worldOf(shop).state, id, change)),
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => {
          bulk.stop();
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
