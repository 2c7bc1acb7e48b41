import { HttpResponseError, InvalidJwtError } from '@shopify/shopify-api';
import { SessionNotFoundError } from '@shopify/shopify-app-remix/server';
import { ShopifySignedOut, ShopifyUnreachable } from './shopify-error';

/**
 * What it means that no access token could be had for a shop, from the error of Shopify's library. Where a token could
 * not be renewed the library throws a bare Response, whatever Shopify said: it is asked again before a person is.
 */
export function tokenError(error: unknown): unknown {
  if (
    error instanceof SessionNotFoundError ||
    error instanceof InvalidJwtError ||
    error instanceof HttpResponseError
  ) {
    return new ShopifySignedOut(
      'Klopt has no valid sign-in for this shop any more; open the app to sign in',
      { cause: error },
    );
  }
  if (error instanceof Response) {
    return new ShopifyUnreachable(
      'Shopify did not renew Klopt’s sign-in for this shop; if it lasts, open the app to sign in',
    );
  }
  return error;
}
