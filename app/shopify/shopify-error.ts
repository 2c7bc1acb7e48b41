/** What a failed call means for the run that made it. */
export type ShopifyVerdict = 'again-later' | 'person' | 'bug';

/** A call to Shopify that did not bring what it should. `message` is safe to show: no token, no address with a secret. */
export abstract class ShopifyError extends Error {
  abstract readonly verdict: ShopifyVerdict;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** No answer, an answer cut off, a 5xx, or something that is no JSON (a proxy's or a status page). Trying later is safe. */
export class ShopifyUnreachable extends ShopifyError {
  readonly verdict = 'again-later';
}

/** The bucket stayed empty for longer than one call waits. */
export class ShopifyThrottled extends ShopifyError {
  readonly verdict = 'again-later';

  constructor(readonly retryAfterSeconds: number) {
    super(`Shopify asks for fewer calls; try again in ${String(retryAfterSeconds)} seconds`);
  }
}

/** The app lacks a permission that this needs. `path` is the field of the API that was refused. */
export class ShopifyAccessDenied extends ShopifyError {
  readonly verdict = 'person';

  constructor(
    readonly path: string,
    readonly requiredAccess: string,
  ) {
    super(`Shopify refuses "${path}": it needs ${requiredAccess}`);
  }
}

/** The app is not installed any more, or its token was revoked. */
export class ShopifySignedOut extends ShopifyError {
  readonly verdict = 'person';
}

/** One query asks for more than Shopify allows in one; ask for less. */
export class ShopifyQueryTooCostly extends ShopifyError {
  readonly verdict = 'bug';
}

/** Shopify refused the operation itself, or answered in a form that this version does not know. */
export class ShopifyAnswerUnexpected extends ShopifyError {
  readonly verdict = 'bug';
}

/** Five bulk operations of the app run already for this shop: Shopify starts no sixth. */
export class ShopifyBulkBusy extends ShopifyError {
  readonly verdict = 'again-later';
}

/**
 * A bulk operation that ended without all of its answer. What it has got so far is left alone: its last order may lack
 * lines, and nothing in it says which.
 */
export class ShopifyBulkFailed extends ShopifyError {
  readonly verdict: ShopifyVerdict;

  constructor(
    /** failed, canceled or expired. */
    readonly status: 'failed' | 'canceled' | 'expired',
    /** Shopify's word: ACCESS_DENIED, INTERNAL_SERVER_ERROR, TIMEOUT. */
    readonly errorCode: string | undefined,
  ) {
    const why = errorCode ? ` (${errorCode.toLowerCase().replaceAll('_', ' ')})` : '';
    super(`Shopify's bulk operation has ${status}${why}; start it again`);
    this.verdict = errorCode === 'ACCESS_DENIED' ? 'person' : 'again-later';
  }
}
