import { createHmac, timingSafeEqual } from 'node:crypto';

export interface Webhook {
  /** The shop's myshopify.com domain. */
  shop: string;
  /** As in `app/uninstalled`. */
  topic: string;
  /** The same for each delivery of one event, however often it is repeated. */
  eventId: string;
  payload: unknown;
}

/**
 * Reads a webhook and checks that Shopify signed it (HMAC-SHA256 over the raw body). By hand and not by
 * `authenticate.webhook`: that one first refreshes the shop's token, which fails exactly when the app was uninstalled.
 * @throws Response 401 when the signature is missing or wrong, 400 when Shopify's headers are missing or the body
 * is no JSON, 405 when not POST, 413 when the body is no webhook's size.
 */
export async function verifyWebhook(request: Request, apiSecret: string): Promise<Webhook> {
  if (request.method !== 'POST') throw new Response(undefined, { status: 405 });
  const body = await bodyOf(request);
  const claimed = Buffer.from(request.headers.get('x-shopify-hmac-sha256') ?? '', 'base64');
  const expected = createHmac('sha256', apiSecret).update(body).digest();
  if (claimed.length !== expected.length || !timingSafeEqual(claimed, expected)) {
    throw new Response(undefined, { status: 401 });
  }
  const shop = request.headers.get('x-shopify-shop-domain');
  const topic = request.headers.get('x-shopify-topic');
  // Deliveries without an event id are older than it; their own id at least catches Shopify's repetitions.
  const eventId = request.headers.get('x-shopify-event-id') ?? request.headers.get('x-shopify-webhook-id');
  if (!shop || !topic || !eventId) throw new Response(undefined, { status: 400 });
  return { shop, topic, eventId, payload: payloadOf(body) };
}

/** The topics that Klopt takes are a few KB. Anybody may send here: no more is read before the signature is checked. */
const largest = 1024 * 1024;

async function bodyOf({ body }: Request): Promise<Buffer> {
  const reader = body?.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const part = await reader?.read();
    if (!part || part.done) return Buffer.concat(parts);
    size += part.value.byteLength;
    if (size > largest) throw new Response(undefined, { status: 413 });
    parts.push(part.value);
  }
}

function payloadOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch {
    throw new Response(undefined, { status: 400 });
  }
}
