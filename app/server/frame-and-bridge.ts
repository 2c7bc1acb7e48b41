import type { Environment } from './environment';

export const shopifysAppBridge = 'https://cdn.shopify.com/shopifycloud/app-bridge.js';

/** Who besides Shopify's admin may frame a page, and from where App Bridge comes: both differ in the demo and in tests. */
export function setFrameAndBridge(headers: Headers, environment: Environment): void {
  const policy = headers.get('Content-Security-Policy') ?? "frame-ancestors 'none';";
  const extra = environment.FRAME_ANCESTOR;
  const framed =
    extra && !policy.includes("'none'")
      ? policy.replace('frame-ancestors', `frame-ancestors ${extra}`)
      : policy;
  headers.set('Content-Security-Policy', `${framed} base-uri 'self'; object-src 'none';`);
  if (environment.APP_BRIDGE_URL && headers.has('Link')) {
    headers.set('Link', `<${environment.APP_BRIDGE_URL}>; rel="preload"; as="script"`);
  }
}

/** The pages that Shopify's library throws itself, such as the one that fetches a new session token. */
export async function withFrameAndBridge(thrown: Response, environment: Environment): Promise<Response> {
  if (!thrown.headers.get('content-type')?.startsWith('text/html')) return thrown;
  const headers = new Headers(thrown.headers);
  setFrameAndBridge(headers, environment);
  const page = await thrown.text();
  const { status } = thrown;
  return new Response(page.replaceAll(shopifysAppBridge, environment.APP_BRIDGE_URL ?? shopifysAppBridge), {
    status,
    headers,
  });
}
