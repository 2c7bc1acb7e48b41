import type { ActionFunction, LoaderFunction } from '@remix-run/node';
import { readEnvironment } from '../../app/server/environment';
import { setRunning } from '../../app/server/running';
import { signSessionToken } from '../fakes/shopify/session-token';
import { encryptionKey, type World } from './klopt-world';

/** Shopify's library turns away what looks like a robot. */
const browser =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Safari/537.36';

/** Asks a route as the page in the admin does: with a session token that Shopify's own code checks. */
export type Ask = (
  route: LoaderFunction | ActionFunction,
  path: string,
  options?: { method?: string; params?: Record<string, string>; body?: BodyInit; shop?: string },
) => Promise<Response>;

/** Makes this process one that runs for the world; routes may be imported after it. Once per test file. */
export function openRoutes(world: World): Ask {
  const environment = readEnvironment({
    NODE_ENV: 'test',
    SHOPIFY_ORIGIN_OVERRIDE: world.shopify.origin,
    ENCRYPTION_KEY: encryptionKey,
  });
  const { secrets, queue, log } = world;
  setRunning({ environment, database: world.test.database, secrets, queue, log });
  const { SHOPIFY_API_KEY: apiKey, SHOPIFY_API_SECRET: apiSecret } = environment;
  return async (route, path, { method = 'GET', params = {}, body, shop = world.domain } = {}) => {
    const request = new Request(`http://localhost:3000${path}`, {
      method,
      headers: {
        authorization: `Bearer ${signSessionToken({ shop, apiKey, apiSecret })}`,
        'user-agent': browser,
      },
      ...(body === undefined ? {} : { body }),
    });
    const answer: unknown = await route({ request, params, context: {} });
    return answer instanceof Response ? answer : Response.json(answer);
  };
}
