import { Session } from '@shopify/shopify-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EncryptedSessionStorage } from '~/database/encrypted-session-storage';
import { secretsWith } from '~/database/secret';
import { createTestDatabase, type TestDatabase } from '~test/support/postgres';

const key = (byte: number) => secretsWith(Buffer.alloc(32, byte).toString('base64'));
const session = new Session({
  id: 'offline_tulip.myshopify.com',
  shop: 'tulip.myshopify.com',
  state: '',
  isOnline: false,
  scope: 'read_orders',
  expires: new Date('2026-11-21T12:00:00Z'),
  accessToken: 'shpat_access',
  refreshToken: 'shprt_refresh',
  refreshTokenExpires: new Date('2027-02-19T12:00:00Z'),
});

describe('Shopify’s sessions', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await createTestDatabase();
  });
  afterAll(() => test.drop());

  it('come back as they were stored, with the pair of tokens', async () => {
    const storage = new EncryptedSessionStorage(test.database, key(1));
    await storage.storeSession(session);
    const loaded = await storage.loadSession(session.id);
    expect(loaded).toMatchObject({
      accessToken: 'shpat_access',
      refreshToken: 'shprt_refresh',
      expires: session.expires,
      refreshTokenExpires: session.refreshTokenExpires,
      scope: 'read_orders',
    });
    const [found] = await storage.findSessionsByShop(session.shop);
    expect(found?.accessToken).toBe('shpat_access');
  });

  it('hold no token at rest', async () => {
    const rows = await test.pool.query(`SELECT row_to_json(s)::text AS row FROM "Session" s`);
    const text = JSON.stringify(rows.rows);
    expect(text).toContain('tulip.myshopify.com');
    expect(text).not.toMatch(/shpat_|shprt_/);
  });

  it('stored with another key count as none, so that Shopify signs in anew', async () => {
    const other = new EncryptedSessionStorage(test.database, key(2));
    expect(await other.loadSession(session.id)).toBeUndefined();
    expect(await other.findSessionsByShop(session.shop)).toEqual([]);
  });
});
