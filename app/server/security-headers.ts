import type { RequestHandler } from 'express';

/** For every answer. Who may frame a page is decided with the page itself (document-headers.server.ts). */
export function securityHeaders(appUrl: string): RequestHandler {
  const https = appUrl.startsWith('https:');
  return (_request, response, next) => {
    response.setHeader('X-Content-Type-Options', 'nosniff');
    // The address of a page can hold a session token: others learn the origin only.
    response.setHeader('Referrer-Policy', 'strict-origin');
    response.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=()');
    response.setHeader('Cross-Origin-Resource-Policy', 'same-site');
    if (https) response.setHeader('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
    next();
  };
}
