import { connectionOf, type ConnectionRecord } from '../database/connections';
import { findingOfError } from '../sync/finding-of-error';
import { openShopContext } from '../sync/open-shop-context';
import { PersonNeeded } from '../sync/person-needed';
import type { Places } from '../sync/read/finding-view';
import type { ShopContext } from '../sync/shop-context';
import { fetchFromShopify } from '../shopify/fetch-from-shopify';
import { accessTokenOf } from './shopify.server';
import { signedIn, type SignedIn } from './signed-in.server';

/** What a request of a signed-in page has at hand. */
export interface Asking extends SignedIn {
  readonly places: Places;
  /** Opens Shopify and Odoo for a use case that needs them. */
  readonly context: () => Promise<ShopContext>;
}

/** The asking shop, whichever route asks. Throws Shopify's sign-in responses. */
export async function asking(request: Request): Promise<Asking> {
  const signed = await signedIn(request);
  const { database, secrets, environment, shop, log } = signed;
  const connection = await connectionOf(database, shop.id);
  return {
    ...signed,
    places: placesOf(shop.domain, connection),
    context: () =>
      openShopContext(
        {
          database,
          secrets,
          accessToken: accessTokenOf,
          fetch: fetchFromShopify(environment.SHOPIFY_ORIGIN_OVERRIDE),
          onOdooCall: (report) => log.debug(report, 'odoo'),
        },
        shop.id,
      ),
  };
}

function placesOf(domain: string, connection: ConnectionRecord | null): Places {
  return {
    shopHandle: domain.replace(/\.myshopify\.com$/, ''),
    ...(connection?.version
      ? { odoo: { url: connection.url, majorVersion: majorOf(connection.version) } }
      : {}),
  };
}

/** "saas~18.2" → 18. */
function majorOf(version: string): number {
  return Number(/\d+/.exec(version)?.[0] ?? 0);
}

/** Answers JSON; a failure of an outside system is said as `{error: {kind, message, facts}}`, never as a bare 500. */
export async function answering(
  request: Request,
  answer: (asking: Asking) => Promise<unknown>,
): Promise<Response> {
  const shared = await asking(request);
  try {
    const result = await answer(shared);
    return result instanceof Response ? result : Response.json(result ?? null);
  } catch (error) {
    if (error instanceof Response) throw error;
    const finding = error instanceof PersonNeeded ? error.findings[0] : findingOfError(error);
    if (finding) {
      const message = error instanceof Error ? error.message : '';
      return Response.json({ error: { kind: finding.kind, message, facts: finding.facts } }, { status: 422 });
    }
    shared.log.error({ err: error, shop: shared.shop.domain }, 'a request failed');
    return Response.json({ error: { kind: 'unexpected', message: '', facts: {} } }, { status: 500 });
  }
}

export function refuse(status: number, kind: string, facts: Readonly<Record<string, string>> = {}): Response {
  return Response.json({ error: { kind, message: '', facts } }, { status });
}
