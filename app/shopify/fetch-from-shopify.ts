/**
 * The fetch for requests to Shopify. With `originOverride`, what is meant for a shop goes to that origin instead, the
 * shop named in `x-forwarded-host`; anything else stays as it is.
 */
export function fetchFromShopify(originOverride: string | undefined): typeof fetch {
  if (!originOverride) return fetch;
  return async (input, init) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    if (!url.hostname.endsWith('.myshopify.com')) return fetch(request);
    const headers = new Headers(request.headers);
    headers.set('x-forwarded-host', url.hostname);
    const hasBody = request.method !== 'GET' && request.method !== 'HEAD';
    return fetch(new URL(url.pathname + url.search, originOverride), {
      method: request.method,
      headers,
      signal: request.signal,
      redirect: 'manual',
      ...(hasBody ? { body: await request.arrayBuffer() } : {}),
    });
  };
}
