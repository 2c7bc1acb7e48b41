import { readFileSync, existsSync } from 'node:fs';
import { afterEach, beforeAll, afterAll, describe, expect, it } from 'vitest';
import { noFaults } from './faults';
import { app, ask, post, state } from './small-shop';
import { startFakeShopify, type FakeShopify } from './start-fake-shopify';

let fake: FakeShopify;
beforeAll(async () => {
  fake = await startFakeShopify({ state, ...app });
});
afterAll(() => fake.stop());
afterEach(() => Object.assign(fake.faults, noFaults()));

describe('a bad day at Shopify', () => {
  it('throttles as often as told, with the state of the bucket', async () => {
    fake.faults.throttle = 1;
    const first = await ask(fake, '{ shop { id } }');
    expect(first.errors?.[0]?.extensions?.['code']).toBe('THROTTLED');
    expect(first.extensions.cost).toMatchObject({ actualQueryCost: null });
    expect((await ask(fake, '{ shop { id } }')).errors).toBeUndefined();
  });

  it('throttles by cost when told to, until the bucket has filled up again', async () => {
    fake.faults.costLimit = true;
    const query =
      '{ orders(first: 250) { nodes { lineItems(first: 250) { nodes { id taxLines { title } } } } } }';
    const answers = [];
    for (let times = 0; times < 60; times += 1) answers.push(await ask(fake, query));
    const throttled = answers.filter(({ errors }) => errors?.[0]?.extensions?.['code'] === 'THROTTLED');
    expect(throttled.length).toBeGreaterThan(0);
    for (const { extensions } of throttled) {
      const { requestedQueryCost, throttleStatus } = extensions.cost as {
        requestedQueryCost: number;
        throttleStatus: { currentlyAvailable: number };
      };
      expect(throttleStatus.currentlyAvailable).toBeLessThan(requestedQueryCost);
    }
  });

  const capture = `${process.cwd()}/../shared/real/captures/harry-test-heelo.myshopify.com/2025-01/payments/shopify-payments-account-access-denied.json`;
  it.skipIf(!existsSync(capture))(
    'denies access to payouts in Shopify’s recorded words (needs ../shared)',
    async () => {
      const recorded = JSON.parse(readFileSync(capture, 'utf8')) as Record<string, object[]> & {
        request: { query: string };
      };
      fake.faults.accessDenied = true;
      const answer = await ask(fake, recorded.request.query);
      const withoutLocations = (errors: object[] = []) =>
        errors.map((error) => ({ ...error, locations: null }));
      expect(withoutLocations(answer.errors)).toEqual(withoutLocations(recorded['errors']));
      expect(answer.data).toEqual(recorded['data']);
      expect(Object.keys(answer.extensions.cost)).toEqual([
        'requestedQueryCost',
        'actualQueryCost',
        'throttleStatus',
      ]);
      expect(answer.extensions.cost['requestedQueryCost']).toBe(10);
    },
  );

  it('has no Shopify Payments', async () => {
    fake.faults.nullPaymentsAccount = true;
    expect((await ask(fake, '{ shopifyPaymentsAccount { id } }')).data).toEqual({
      shopifyPaymentsAccount: null,
    });
  });

  it('loses the connection, answers HTML, 502, or drops an answer, and is then well again', async () => {
    const query = { query: '{ shop { id } }' };
    const path = '/admin/api/2026-07/graphql.json';
    for (const fault of ['down', 'dropAnswer'] as const) {
      fake.faults[fault] = 1;
      await expect(post(fake, path, query, fake.issueToken())).rejects.toThrow();
    }
    fake.faults.html = 1;
    expect(await (await post(fake, path, query)).text()).toContain('<!DOCTYPE html>');
    fake.faults.badGateway = 1;
    expect((await post(fake, path, query)).status).toBe(502);
    expect((await post(fake, path, query, fake.issueToken())).status).toBe(200);
  });

  it('takes its faults over HTTP and refuses one that it does not have', async () => {
    expect((await post(fake, '/__fake/faults', { slow: 1, only: 'Nothing' })).status).toBe(200);
    expect(fake.faults.only).toBe('Nothing');
    expect((await post(fake, '/__fake/faults', { sloow: 1 })).status).toBe(400);
  });
});
