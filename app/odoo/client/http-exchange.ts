import { OdooAnswerNotJson, OdooUnreachable, type OdooErrorFacts } from './odoo-errors';

export interface HttpRequest {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
  readonly facts: Omit<OdooErrorFacts, 'detail'>;
}

export interface HttpAnswer {
  readonly status: number;
  /** The parsed body; undefined when a page came instead of JSON. */
  readonly json: unknown;
  readonly isJson: boolean;
  /** The title of a page, or its first words: never the whole page. */
  readonly page: string;
}

/** One HTTP exchange. Throws OdooUnreachable for everything that can be otherwise in a minute. */
export async function httpExchange(request: HttpRequest): Promise<HttpAnswer> {
  const { facts } = request;
  const unreachable = (detail: string, mayHaveHappened: boolean, cause?: unknown) =>
    new OdooUnreachable({ ...facts, detail } as OdooErrorFacts, { mayHaveHappened, cause });
  const timeout = AbortSignal.timeout(request.timeoutMs);
  let status: number;
  let text: string;
  let location: string | null;
  let saysJson: boolean;
  try {
    const response = await fetch(request.url, {
      method: request.method,
      headers: { accept: 'application/json', ...request.headers },
      ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
      // A redirected POST arrives as a GET: better to say so.
      redirect: 'manual',
      signal: request.signal ? AbortSignal.any([timeout, request.signal]) : timeout,
    });
    status = response.status;
    location = response.headers.get('location');
    saysJson = response.headers.get('content-type')?.includes('json') ?? false;
    text = await textAtMost(response, largestAnswer);
  } catch (error) {
    if (error instanceof TooLarge) {
      const detail = `its answer is larger than ${String(largestAnswer / 1024 / 1024)} MB`;
      throw new OdooAnswerNotJson({ ...facts, detail } as OdooErrorFacts);
    }
    if (request.signal?.aborted) throw error;
    if (timeout.aborted)
      throw unreachable(`no answer within ${String(request.timeoutMs / 1000)} s`, true, error);
    const code = codeOf(error);
    throw unreachable(
      code === 'ECONNREFUSED' ? 'the connection was refused' : `the connection broke (${code})`,
      !neverSent.has(code),
      error,
    );
  }
  if (status === 429 || status === 502 || status === 503 || status === 504) {
    throw unreachable(`it answered HTTP ${String(status)}`, status !== 429);
  }
  if (location && status >= 300 && status < 400) {
    throw new OdooAnswerNotJson({ ...facts, detail: `it redirects to ${location}` } as OdooErrorFacts);
  }
  const start = text.trimStart();
  if (start.startsWith('<')) {
    if (status >= 500) throw unreachable(`it answered HTTP ${String(status)}`, true);
    return { status, json: undefined, isJson: false, page: titleOf(start) };
  }
  try {
    return { status, json: JSON.parse(text), isJson: true, page: '' };
  } catch (error) {
    // What begins like JSON, or was announced as it, is the first part of an answer.
    if (saysJson || /^[{["\d]|^(null|true|false)/.test(start) || start === '') {
      throw unreachable('its answer broke off midway', true, error);
    }
    return { status, json: undefined, isJson: false, page: start.slice(0, 80) };
  }
}

/** A thousand records are a few MB. What a wrong or hostile address sends, unpacked, must not fill our memory. */
const largestAnswer = 64 * 1024 * 1024;

class TooLarge extends Error {}

async function textAtMost({ body }: Response, largest: number): Promise<string> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (;;) {
    const part = await reader?.read();
    if (!part || part.done) return text + decoder.decode();
    size += part.value.byteLength;
    if (size > largest) {
      await reader?.cancel();
      throw new TooLarge();
    }
    text += decoder.decode(part.value, { stream: true });
  }
}

const neverSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

function codeOf(error: unknown): string {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string') return at.code;
    const [first] = at instanceof AggregateError ? (at.errors as unknown[]) : [];
    if (first instanceof Error && 'code' in first && typeof first.code === 'string') return first.code;
  }
  return 'unknown';
}

function titleOf(page: string): string {
  const title = /<title>([^<]*)<\/title>/i.exec(page)?.[1];
  return (title ?? page.replace(/<[^>]*>/g, ' ').trim()).slice(0, 80);
}
