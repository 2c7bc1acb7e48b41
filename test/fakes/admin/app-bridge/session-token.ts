import type { AdminLink } from './admin-link';

const freshFor = 30_000;

/** A session token that is good for at least half a minute, as `shopify.idToken()` gives it. */
export function sessionTokens(link: AdminLink): () => Promise<string> {
  let token: Promise<string> | undefined;
  let askedAt = 0;
  return () => {
    if (!token || Date.now() - askedAt > freshFor) {
      askedAt = Date.now();
      token = link.ask('token');
    }
    return token;
  };
}
