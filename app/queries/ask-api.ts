/** What the server answers when it refuses: `{error: {kind, message, facts}}`. `kind` chooses the words. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly kind: string,
    message: string,
    readonly facts: Readonly<Record<string, string>>,
    /** The whole answer: some refusals carry more (problems per mapping, line and column of a file). */
    readonly body: unknown,
  ) {
    super(message);
    this.name = 'ApiError';
  }
}

interface Ask {
  readonly method?: 'GET' | 'POST' | 'DELETE';
  readonly json?: unknown;
  readonly form?: FormData;
  readonly signal?: AbortSignal;
}

/**
 * Asks Klopt's own server, under a fresh session token of App Bridge. Throws an ApiError for every answer that is not
 * 2xx, and for none at all (status 0).
 */
export async function askApi<T>(path: string, { method = 'GET', json, form, signal }: Ask = {}): Promise<T> {
  const headers = new Headers({ accept: 'application/json' });
  if (json !== undefined) headers.set('content-type', 'application/json');
  let response: Response;
  try {
    const token = await sessionToken();
    if (token) headers.set('authorization', `Bearer ${token}`);
    const body = form ?? (json === undefined ? null : JSON.stringify(json));
    response = await fetch(path, { method, headers, body, ...(signal ? { signal } : {}) });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiError(0, 'network', error instanceof Error ? error.message : '', {}, null);
  }
  const body: unknown = await response.json().catch(() => null);
  if (response.ok && body !== null) return body as T;
  throw refusal(response, body);
}

async function sessionToken(): Promise<string | null> {
  const bridge =
    typeof window === 'undefined' ? undefined : (window.shopify as typeof window.shopify | undefined);
  return bridge ? bridge.idToken() : null;
}

function refusal(response: Response, body: unknown): ApiError {
  const error = isRecord(body) && isRecord(body.error) ? body.error : {};
  const facts: Record<string, string> = {};
  for (const [name, value] of Object.entries(isRecord(error.facts) ? error.facts : {}))
    facts[name] = String(value);
  const kind = typeof error.kind === 'string' ? error.kind : kindOfStatus(response.status);
  const message = typeof error.message === 'string' ? error.message : response.statusText;
  return new ApiError(response.status, kind, message, facts, body);
}

function kindOfStatus(status: number): string {
  if (status === 401 || status === 403) return 'unauthorized';
  if (status === 404) return 'not-found';
  if (status === 429) return 'too-busy';
  return 'unexpected';
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
