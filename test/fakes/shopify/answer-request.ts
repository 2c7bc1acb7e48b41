import type { IncomingMessage, ServerResponse } from 'node:http';
import { adminApiVersion } from './admin-schema';
import { answerControl } from './answer-control';
import { answerGraphQL } from './answer-graphql';
import type { BulkOperations } from './bulk-operations';
import type { CostBucket } from './cost-bucket';
import { strikes, type Faults } from './faults';
import type { RecordedCall } from './call-log';
import { serveBulkFile } from './serve-bulk-file';
import type { ShopWorld } from './shop-world';
import { operationName, type GraphQLRequest } from './run-operation';
import { answerTokenRequest, type TokenIssuer, type TokenRequest } from './token-endpoint';

export type FakeShop = { world: ShopWorld; bucket: CostBucket };
export type FakeShopSetup = {
  shops: Map<string, FakeShop>;
  faults: Faults;
  calls: RecordedCall[];
  issuer: TokenIssuer;
  bulk: BulkOperations;
};

const graphqlPath = `/admin/api/${adminApiVersion}/graphql.json`;

/** Routes one request: the fake's own address (`/__fake/…`), sign-in, or the Admin API. */
export async function answerRequest(
  setup: FakeShopSetup,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://fake');
  const text = await bodyOf(request);
  if (pathname.startsWith('/__fake/')) {
    const { status, body } = answerControl(setup, `${request.method ?? 'GET'} ${pathname}`, text);
    sendJson(response, status, body);
    return;
  }

  if (pathname.startsWith('/bulk-operation-outputs/')) {
    await serveBulkFile(setup, request, response, pathname);
    return;
  }

  const shopName = hostOf(request, setup);
  const shop = setup.shops.get(shopName);
  const isToken = pathname === '/admin/oauth/access_token';
  const operation = isToken ? 'accessToken' : operationName(readJson(text));
  const record = (status: number) =>
    setup.calls.push({
      operation,
      shop: shopName,
      status,
      variables: isToken ? null : (readJson(text).variables ?? null),
    });

  const { faults } = setup;
  if (faults.slow > 0 && (faults.only === null || operation.includes(faults.only))) {
    await new Promise((resolve) => setTimeout(resolve, faults.slow));
  }
  if (strikes(faults, 'down', operation)) {
    record(0);
    request.socket.destroy();
    return;
  }
  if (strikes(faults, 'badGateway', operation)) {
    record(502);
    response.writeHead(502).end();
    return;
  }
  if (strikes(faults, 'html', operation)) {
    record(503);
    const page = '<!DOCTYPE html><html><body><h1>Something went wrong</h1></body></html>';
    response.writeHead(503, { 'content-type': 'text/html' }).end(page);
    return;
  }
  const answer = !shop
    ? { status: 404, body: { errors: 'Not Found' } }
    : isToken && request.method === 'POST'
      ? answerTokenRequest(shopName, readTokenRequest(text, request), setup.issuer)
      : pathname === graphqlPath && request.method === 'POST'
        ? await answerGraphQL(setup, shop, readJson(text), request.headers['x-shopify-access-token'])
        : { status: 404, body: { errors: 'Not Found' } };
  record(answer.status);
  if (strikes(faults, 'dropAnswer', operation)) {
    request.socket.destroy();
    return;
  }
  sendJson(response, answer.status, answer.body);
}

/** The app's requests to https://<shop>/… are sent here with the shop in `x-forwarded-host`. */
function hostOf(request: IncomingMessage, setup: FakeShopSetup): string {
  const forwarded = request.headers['x-forwarded-host'];
  const host = typeof forwarded === 'string' ? forwarded : (request.headers.host ?? '');
  if (host.endsWith('.myshopify.com')) return host;
  return [...setup.shops.keys()][0] ?? host;
}

function readTokenRequest(text: string, request: IncomingMessage): TokenRequest {
  if (request.headers['content-type']?.includes('json')) return readJson(text) as TokenRequest;
  return Object.fromEntries(new URLSearchParams(text));
}

function readJson(text: string): GraphQLRequest {
  try {
    return JSON.parse(text) as GraphQLRequest;
  } catch {
    return {};
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response
    .writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      'x-shopify-api-version': adminApiVersion,
    })
    .end(JSON.stringify(body));
}
