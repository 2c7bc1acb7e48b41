import { createHmac, randomUUID } from 'node:crypto';
import { adminApiVersion } from './admin-schema';

export type WebhookOptions = {
  /** The app's address; the one given to startFakeShopify if left out. */
  appUrl?: string;
  /** The whole address that it goes to, instead of `appUrl` and `path`. */
  to?: string;
  /** Where the app takes the topic in; `/webhooks/<topic>` if left out. */
  path?: string;
  shop?: string;
  /** The same event sent twice carries the same event id. */
  eventId?: string;
  /** Signs with another secret: a forged webhook. */
  secret?: string;
};

export type WebhookSigning = { appUrl: string; shop: string; secret: string };

/** Sends a webhook (`orders/create`, payload) as Shopify does and gives the app's answer. */
export async function sendWebhook(
  topic: string,
  payload: unknown,
  {
    appUrl,
    shop,
    secret,
    path = `/webhooks/${topic}`,
    eventId = randomUUID(),
  }: WebhookSigning & WebhookOptions,
): Promise<Response> {
  const body = JSON.stringify(payload);
  return fetch(new URL(path, appUrl), {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      'user-agent': 'Shopify-Captain-Hook',
      'x-shopify-topic': topic,
      'x-shopify-shop-domain': shop,
      'x-shopify-api-version': adminApiVersion,
      'x-shopify-webhook-id': randomUUID(),
      'x-shopify-event-id': eventId,
      'x-shopify-triggered-at': new Date().toISOString(),
      'x-shopify-hmac-sha256': createHmac('sha256', secret).update(body, 'utf8').digest('base64'),
    },
  });
}
