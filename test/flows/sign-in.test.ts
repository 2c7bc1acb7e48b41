import type { LoaderFunctionArgs } from '@remix-run/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { secretsWith } from '~/database/secret';
import { readEnvironment } from '~/server/environment';
import { createLog } from '~/server/log';
import { setRunning } from '~/server/running';
import { signSessionToken } from '~test/fakes/shopify/session-token';
import { startFakeShopify, type FakeShopify } from '~test/fakes/shopify/start-fake-shopify';
import { createTestDatabase, type TestDatabase } from '~test/support/postgres';

const domain = 'tulip.myshopify.com';
/** Shopify's library turns away what looks like a robot. */
const browser =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Safari/537.36';

describe('Signing in from the Shopify admin', () => {
  let test: TestDatabase;
  let shopify: FakeShopify;
  let loader: (args: LoaderFunctionArgs) => Promise<unknown>;
  let accessTokenOf: (shop: string) => Promise<string>;
  const key = { apiKey: 'klopt-development', apiSecret: 'klopt-development-secret' };

  beforeAll(async () => {
    test = await createTestDatabase();
    shopify = await startFakeShopify({
      state: {
        shop: {
          id: 'Shop/1',
          name: 'Tulip',
          myshopifyDomain: domain,
          currencyCode: 'EUR',
          taxesIncluded: true,
          ianaTimezone: 'Europe/Amsterdam',
        },
      },
      clientId: key.apiKey,
      clientSecret: key.apiSecret,
    });
    const environment = readEnvironment({ NODE_ENV: 'test', SHOPIFY_ORIGIN_OVERRIDE: shopify.origin });
    setRunning({
      environment,
      database: test.database,
      secrets: secretsWith(environment.ENCRYPTION_KEY),
      queue: { enqueue: () => Promise.resolve(), close: () => Promise.resolve() },
      log: createLog({ LOG_LEVEL: 'silent', TERMINAL_LOG: false }),
    });
    ({ loader } = await import('~/routes/app'));
    ({ accessTokenOf } = await import('~/server/shopify.server'));
  });
  afterAll(async () => {
    await shopify.stop();
    await test.drop();
  });

  const ask = (token: string) =>
    loader({
      request: new Request('http://localhost:3000/app', {
        headers: { authorization: `Bearer ${token}`, 'user-agent': browser },
      }),
      params: {},
      context: {},
    });

  it('exchanges the session token, stores the pair encrypted, and learns what shop it is', async () => {
    await expect(ask(signSessionToken({ shop: domain, ...key }))).resolves.toMatchObject({
      apiKey: key.apiKey,
    });
    const session = await test.database.session.findFirstOrThrow();
    expect(session).toMatchObject({ id: `offline_${domain}`, isOnline: false });
    expect(session.accessToken).toMatch(/^v1\./);
    expect(session.refreshToken).toMatch(/^v1\./);
    expect(session.expires).not.toBeNull();
    expect(await test.database.shop.findFirstOrThrow()).toMatchObject({
      domain,
      name: 'Tulip',
      currency: 'EUR',
      timeZone: 'Europe/Amsterdam',
      taxesIncluded: true,
    });
  });

  it('asks Shopify nothing more on the next page', async () => {
    const before = shopify.calls.length;
    await ask(signSessionToken({ shop: domain, ...key }));
    expect(shopify.calls.length).toBe(before);
  });

  it('refuses a session token that another secret signed', async () => {
    const forged = signSessionToken({ shop: domain, ...key, apiSecret: 'another' });
    await expect(ask(forged)).rejects.toMatchObject({ status: 401 });
  });

  it('refreshes the token for work that no person waits for, and stores the new pair', async () => {
    const before = await test.database.session.findFirstOrThrow();
    await test.database.session.updateMany({ data: { expires: new Date(Date.now() - 1000) } });
    const token = await accessTokenOf(domain);
    const after = await test.database.session.findFirstOrThrow();
    expect(token).not.toBe('');
    expect(after.accessToken).not.toBe(before.accessToken);
    expect(after.refreshToken).not.toBe(before.refreshToken);
    expect(after.expires?.getTime()).toBeGreaterThan(Date.now());
  });

  it('opens a shop again that comes back after it was removed', async () => {
    await test.database.shop.updateMany({ data: { uninstalledAt: new Date() } });
    await test.database.session.deleteMany();
    await ask(signSessionToken({ shop: domain, ...key }));
    expect((await test.database.shop.findFirstOrThrow()).uninstalledAt).toBeNull();
  });
});
