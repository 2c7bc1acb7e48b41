/** A set of external ids that belongs to one shop: `klopt_trade_wins`. */
export type ExternalModule = string & { readonly __externalModule?: true };

/**
 * The module of a shop's external ids. Shopify's subdomains are `a-z 0-9 -`, so turning `-` into `_` keeps two shops
 * apart. Throws a RangeError on anything else, which could make two shops one.
 */
export function externalModule(shopDomain: string): ExternalModule {
  const subdomain = shopDomain.toLowerCase().replace(/\.myshopify\.com$/, '');
  if (!/^[a-z0-9][a-z0-9-]*$/.test(subdomain)) {
    throw new RangeError(`"${shopDomain}" is not a shop's domain`);
  }
  return `klopt_${subdomain.replaceAll('-', '_')}`;
}

/** `klopt_trade_wins.bt_4309183`, as `load` takes it. */
export function externalName(module: ExternalModule, id: string): string {
  return `${module}.${id}`;
}
