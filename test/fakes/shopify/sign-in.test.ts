import { afterEach, beforeAll, afterAll, describe, expect, it } from 'vitest';
import { noFaults } from './faults';
import { signSessionToken } from './session-token';
import { app, ask, domain, post, state } from './small-shop';
import { startFakeShopify, type FakeShopify } from './start-fake-shopify';

let fake: FakeShopify;
beforeAll(async () => {
  fake = await startFakeShopify({ state, ...app });
});
afterAll(() => fake.stop());
afterEach(() => Object.assign(fake.faults, noFaults()));

describe('signing in to the fake Shopify', () => {
  const exchange = (subject_token: string) => ({
    client_id: app.clientId,
    client_secret: app.clientSecret,
    grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
    subject_token,
    subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
    requested_token_type: 'urn:shopify:params:oauth:token-type:offline-access-token',
    expiring: '1',
  });
  const token = (apiSecret: string) => signSessionToken({ shop: domain, apiKey: app.clientId, apiSecret });

  it('exchanges a session token for an expiring offline token, and refreshes that once', async () => {
    const response = await post(fake, '/admin/oauth/access_token', exchange(token(app.clientSecret)));
    const grant = (await response.json()) as Record<string, string>;
    expect(grant).toMatchObject({ expires_in: 3600, refresh_token_expires_in: 7776000 });
    expect((await ask(fake, '{ shop { name } }', {}, grant['access_token'])).data).toEqual({
      shop: { name: 'Tulip' },
    });
    const refresh = {
      client_id: app.clientId,
      client_secret: app.clientSecret,
      grant_type: 'refresh_token',
      refresh_token: grant['refresh_token'],
    };
    expect((await post(fake, '/admin/oauth/access_token', refresh)).status).toBe(200);
    expect((await post(fake, '/admin/oauth/access_token', refresh)).status).toBe(400);
  });

  it('refuses a session token signed with another secret', async () => {
    const response = await post(fake, '/admin/oauth/access_token', exchange(token('other')));
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: 'invalid_subject_token' });
  });
});
