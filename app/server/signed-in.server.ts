import type { Shop } from '@prisma/client';
import { running, type Running } from './running';
import { authenticate, greet } from './shopify.server';

export interface SignedIn extends Running {
  /** The shop whose admin asks. Its row is there; `currency` is null only while Shopify cannot be reached. */
  readonly shop: Shop;
}

/**
 * Who asks, for loaders and actions: checks the session token and answers the shop's row beside what the process shares.
 * @throws Response where Shopify's sign-in wants one (401, the page that fetches a token).
 */
export async function signedIn(request: Request): Promise<SignedIn> {
  const { session } = await authenticate.admin(request);
  const shared = running();
  const known = await shared.database.shop.findUnique({ where: { domain: session.shop } });
  const complete = known && known.currency !== null && known.uninstalledAt === null;
  return { ...shared, shop: complete ? known : await greet(session.shop) };
}
