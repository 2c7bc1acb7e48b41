import { setTimeout as sleep } from 'node:timers/promises';
import { ShopifyBulkFailed, ShopifyUnreachable } from '../shopify-error';

/** One line of the file, and where the next one begins, in bytes. */
export interface FileLine {
  readonly text: string;
  readonly next: number;
}

export interface DownloadOptions {
  readonly fetch?: typeof fetch;
  /** Where to begin, in bytes: the `next` of a line that was read before. */
  readonly from?: number;
  /** Bytes of the whole file as Shopify gives it: an answer that ends before was cut off. */
  readonly size?: number;
  /** How often a download that brings nothing more is tried again. */
  readonly attempts?: number;
  /** Before the first repetition, in milliseconds; then twice as long each time. */
  readonly pause?: number;
}

const newline = 10;

/**
 * The lines of a file at an address, as they arrive: only one piece and one line are held. A download that is cut off
 * goes on where it was; the address is secret and stays out of every message.
 */
export async function* downloadLines(url: string, options: DownloadOptions = {}): AsyncGenerator<FileLine> {
  let position = options.from ?? 0;
  let failures = 0;
  for (;;) {
    let rest = new Uint8Array(0);
    try {
      for await (const piece of bytesFrom(url, position, options.fetch ?? fetch)) {
        rest = joined(rest, piece);
        for (let end = rest.indexOf(newline); end >= 0; end = rest.indexOf(newline)) {
          const text = new TextDecoder().decode(rest.subarray(0, end));
          rest = rest.subarray(end + 1);
          position += end + 1;
          failures = 0;
          if (text.trim() !== '') yield { text, next: position };
        }
      }
      if (isWhole(position + rest.length, rest, options.size)) {
        if (rest.length > 0) yield { text: new TextDecoder().decode(rest), next: position + rest.length };
        return;
      }
      throw new ShopifyUnreachable('The file of Shopify’s bulk operation was cut off');
    } catch (error) {
      if (!(error instanceof ShopifyUnreachable) || failures >= (options.attempts ?? 5) - 1) throw error;
      await sleep((options.pause ?? 500) * 2 ** failures);
      failures += 1;
    }
  }
}

/** By the size that Shopify gave; without one, a last line that is no JSON was cut off. */
function isWhole(read: number, rest: Uint8Array, size: number | undefined): boolean {
  if (size !== undefined) return read >= size;
  if (rest.length === 0) return true;
  try {
    JSON.parse(new TextDecoder().decode(rest));
    return true;
  } catch {
    return false;
  }
}

async function* bytesFrom(url: string, from: number, fetching: typeof fetch): AsyncGenerator<Uint8Array> {
  // Compressed, a range would count other bytes than ours.
  const headers = { 'accept-encoding': 'identity', ...(from > 0 ? { range: `bytes=${String(from)}-` } : {}) };
  const response = await reached(() => fetching(url, { headers }));
  if ([400, 403, 404, 410].includes(response.status)) {
    await response.body?.cancel();
    throw new ShopifyBulkFailed('expired', undefined);
  }
  // Nothing from there on: all of it was read before.
  if (response.status === 416) {
    await response.body?.cancel();
    return;
  }
  if (!response.ok || !response.body || response.headers.get('content-type')?.includes('html')) {
    await response.body?.cancel();
    throw new ShopifyUnreachable(
      `Instead of a bulk operation’s file came status ${String(response.status)}, ${response.headers.get('content-type') ?? 'nothing'}`,
    );
  }
  // A server that does not know ranges sends all of it again.
  let skip = response.status === 206 ? 0 : from;
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  try {
    for (;;) {
      const { done, value } = await reached(() => reader.read());
      if (done) return;
      const piece = value.subarray(Math.min(skip, value.length));
      skip = Math.max(0, skip - value.length);
      if (piece.length > 0) yield piece;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

async function reached<T>(asking: () => Promise<T>): Promise<T> {
  try {
    return await asking();
  } catch {
    // The cause may name the address.
    throw new ShopifyUnreachable('The file of Shopify’s bulk operation was cut off');
  }
}

function joined(rest: Uint8Array, piece: Uint8Array): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(rest.length + piece.length);
  all.set(rest);
  all.set(piece, rest.length);
  return all;
}
