import { createHmac, timingSafeEqual } from 'node:crypto';

export type Grant = { shop: string; kind: 'offline' | 'online' | 'refresh'; expires: number; serial: number };

/**
 * Access tokens that carry their own grant, signed: a fake that is started again still knows the tokens that an app
 * keeps in its database.
 */
export class AccessTokens {
  #serial = Date.now();
  readonly #spent = new Set<string>();
  readonly #uninstalled = new Map<string, number>();

  constructor(private readonly secret: string) {}

  issue(shop: string, kind: Grant['kind'], seconds: number): string {
    this.#serial += 1;
    const grant: Grant = { shop, kind, expires: Date.now() + seconds * 1000, serial: this.#serial };
    const body = Buffer.from(JSON.stringify(grant)).toString('base64url');
    return `${prefixes[kind]}${body}.${this.#sign(body)}`;
  }

  /** The grant of a token that is good now. */
  read(token: string): Grant | undefined {
    const match = /^(shpat|shpua|shprt)_([\w-]+)\.([\w-]+)$/.exec(token);
    const [, , body = '', signature = ''] = match ?? [];
    if (!match || !equal(signature, this.#sign(body))) return undefined;
    const grant = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as Grant;
    const uninstalledAt = this.#uninstalled.get(grant.shop) ?? 0;
    const good = grant.expires > Date.now() && grant.serial > uninstalledAt && !this.#spent.has(token);
    return good ? grant : undefined;
  }

  /** A refresh token is good once: Shopify gives the next one with the access token. */
  spend(token: string): void {
    this.#spent.add(token);
  }

  /** Every token of the shop given so far is worth nothing from now on. */
  revoke(shop: string): void {
    this.#serial += 1;
    this.#uninstalled.set(shop, this.#serial);
  }

  #sign(body: string): string {
    return createHmac('sha256', this.secret).update(body).digest('base64url');
  }
}

const prefixes = { offline: 'shpat_', online: 'shpua_', refresh: 'shprt_' } as const;

export function equal(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
