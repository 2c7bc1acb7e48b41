import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeAll, afterAll, describe, expect, it } from 'vitest';
import { noFaults } from './faults';
import { app, state } from './small-shop';
import { startFakeShopify, type FakeShopify } from './start-fake-shopify';

let fake: FakeShopify;
beforeAll(async () => {
  fake = await startFakeShopify({ state, ...app });
});
afterAll(() => fake.stop());
afterEach(() => Object.assign(fake.faults, noFaults()));

describe('a webhook', () => {
  it('is signed over its raw body and carries the same event id when it is sent twice', async () => {
    const received: { signature: unknown; expected: string; event: unknown; path: unknown }[] = [];
    const receiver = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString('utf8')));
      request.on('end', () => {
        received.push({
          signature: request.headers['x-shopify-hmac-sha256'],
          expected: createHmac('sha256', app.clientSecret).update(body).digest('base64'),
          event: request.headers['x-shopify-event-id'],
          path: request.url,
        });
        response.end();
      });
    });
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    const appUrl = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
    await fake.sendWebhook('orders/create', { id: 1001, name: '№ 1' }, { appUrl, eventId: 'e1' });
    await fake.sendWebhook('orders/create', { id: 1001, name: '№ 1' }, { appUrl, eventId: 'e1' });
    receiver.close();
    expect(received).toHaveLength(2);
    for (const { signature, expected, event, path } of received) {
      expect(signature).toBe(expected);
      expect(event).toBe('e1');
      expect(path).toBe('/webhooks/orders/create');
    }
  });
});
