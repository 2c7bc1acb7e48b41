import type { AccessTokens } from './access-tokens';
import { verifySessionToken } from './session-token';

const tokenExchange = 'urn:ietf:params:oauth:grant-type:token-exchange';
const onlineToken = 'urn:shopify:params:oauth:token-type:online-access-token';
const accessTokenSeconds = 3600;
const refreshTokenSeconds = 90 * 24 * 3600;

export type TokenRequest = Record<string, string | undefined>;
export type TokenAnswer = { status: number; body: Record<string, unknown> };
export type TokenIssuer = {
  tokens: AccessTokens;
  clientId: string;
  clientSecret: string;
  scopes: readonly string[];
};

/** `POST /admin/oauth/access_token`: token exchange (offline expiring, offline, online) and refreshing. */
export function answerTokenRequest(shop: string, request: TokenRequest, issuer: TokenIssuer): TokenAnswer {
  const { clientId, clientSecret, tokens } = issuer;
  if (request['client_id'] !== clientId || request['client_secret'] !== clientSecret) {
    return refused('invalid_client', 'Client authentication failed.');
  }
  if (request['grant_type'] === 'refresh_token') {
    const token = request['refresh_token'] ?? '';
    const grant = tokens.read(token);
    if (grant?.kind !== 'refresh' || grant.shop !== shop) {
      return refused('invalid_grant', 'The refresh token is invalid, expired or was used before.');
    }
    tokens.spend(token);
    return offlineExpiring(shop, issuer);
  }
  if (request['grant_type'] !== tokenExchange) {
    return refused('unsupported_grant_type', 'The grant type is not supported.');
  }
  const claims = verifySessionToken(request['subject_token'] ?? '', clientId, clientSecret);
  if (!claims || claims.dest !== `https://${shop}`) {
    return refused('invalid_subject_token', 'The subject token is invalid.');
  }
  if (request['requested_token_type'] === onlineToken) return online(shop, claims.sub, issuer);
  if (request['expiring'] === '1') return offlineExpiring(shop, issuer);
  const body = {
    access_token: tokens.issue(shop, 'offline', 10 * 365 * 24 * 3600),
    scope: issuer.scopes.join(','),
  };
  return { status: 200, body };
}

function offlineExpiring(shop: string, { tokens, scopes }: TokenIssuer): TokenAnswer {
  return {
    status: 200,
    body: {
      access_token: tokens.issue(shop, 'offline', accessTokenSeconds),
      scope: scopes.join(','),
      expires_in: accessTokenSeconds,
      refresh_token: tokens.issue(shop, 'refresh', refreshTokenSeconds),
      refresh_token_expires_in: refreshTokenSeconds,
    },
  };
}

function online(shop: string, userId: string, { tokens, scopes }: TokenIssuer): TokenAnswer {
  const scope = scopes.join(',');
  return {
    status: 200,
    body: {
      access_token: tokens.issue(shop, 'online', 24 * 3600),
      scope,
      expires_in: 24 * 3600 - 1,
      associated_user_scope: scope,
      associated_user: {
        id: Number(userId),
        first_name: 'Sanne',
        last_name: 'de Vries',
        email: `owner@${shop.replace('.myshopify.com', '.example')}`,
        email_verified: true,
        account_owner: true,
        locale: 'en',
        collaborator: false,
      },
    },
  };
}

function refused(error: string, description: string): TokenAnswer {
  return { status: 400, body: { error, error_description: description } };
}
