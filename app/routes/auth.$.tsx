import type { LoaderFunctionArgs } from '@remix-run/node';
import { authenticate } from '~/server/shopify.server';

/** The pages of Shopify's sign-in itself, such as the one that fetches a new session token. */
export const loader = async ({ request }: LoaderFunctionArgs) => {
  await authenticate.admin(request);
  return null;
};
