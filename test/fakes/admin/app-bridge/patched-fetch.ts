/**
 * The app's own requests carry a session token, as App Bridge adds it; a request that the server wants again with a new
 * token is sent again once, and a demand to sign in again is followed.
 */
export function patchFetch(idToken: () => Promise<string>, go: (url: string) => void): void {
  const original = window.fetch.bind(window);

  async function send(request: Request): Promise<Response> {
    const headers = new Headers(request.headers);
    if (!headers.has('authorization')) headers.set('authorization', `Bearer ${await idToken()}`);
    headers.set('x-requested-with', 'XMLHttpRequest');
    return original(new Request(request, { headers }));
  }

  window.fetch = async (input, init) => {
    const request = new Request(input, init);
    if (new URL(request.url).origin !== location.origin) return original(input, init);
    const again = request.clone();
    const response = await send(request);
    const retry = response.status === 401 && response.headers.has('x-shopify-retry-invalid-session-request');
    const answer = retry ? await send(again) : response;
    const url = answer.headers.get('x-shopify-api-request-failure-reauthorize-url');
    if (url) go(url);
    return answer;
  };
}
