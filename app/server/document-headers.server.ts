import { running } from './running';
import { addDocumentResponseHeaders } from './shopify.server';

/** Who may show a page in a frame (the shop's admin), and which script comes first. */
export function setDocumentHeaders(request: Request, headers: Headers): void {
  const { environment } = running();
  addDocumentResponseHeaders(request, headers);
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
