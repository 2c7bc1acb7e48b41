import { createHmac, randomUUID } from 'node:crypto';
import { equal } from './access-tokens';

export type SessionTokenClaims = {
  iss: string;
  dest: string;
  aud: string;
  sub: string;
  sid: string;
  jti: string;
  exp: number;
  nbf: number;
  iat: number;
};

export type SessionTokenOf = {
  shop: string;
  apiKey: string;
  apiSecret: string;
  userId?: string;
  sid?: string;
};

/** Signs the token with which App Bridge says who is in the admin: HS256 with the app's secret, good for 60 s. */
export function signSessionToken({
  shop,
  apiKey,
  apiSecret,
  userId = '1',
  sid = 'sid',
}: SessionTokenOf): string {
  const now = Math.floor(Date.now() / 1000);
  const claims: SessionTokenClaims = {
    iss: `https://${shop}/admin`,
    dest: `https://${shop}`,
    aud: apiKey,
    sub: userId,
    sid,
    jti: randomUUID(),
    exp: now + 60,
    nbf: now,
    iat: now,
  };
  const unsigned = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`;
  return `${unsigned}.${sign(unsigned, apiSecret)}`;
}

/** The claims of a session token that is good for this app; undefined for any other. */
export function verifySessionToken(
  token: string,
  apiKey: string,
  apiSecret: string,
): SessionTokenClaims | undefined {
  const [header = '', body = '', signature = ''] = token.split('.');
  if (!equal(signature, sign(`${header}.${body}`, apiSecret))) return undefined;
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as SessionTokenClaims;
  const now = Date.now() / 1000;
  // Shopify allows for clocks that are a little apart.
  const inTime = claims.exp > now - 10 && claims.nbf < now + 10;
  return inTime && claims.aud === apiKey ? claims : undefined;
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function sign(text: string, secret: string): string {
  return createHmac('sha256', secret).update(text).digest('base64url');
}
