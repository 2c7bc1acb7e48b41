import { createReadStream, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { FakeShopSetup } from './answer-request';
import { strikes } from './faults';

/** The operation's name of a download, for faults and in the list of calls. */
const download = 'BulkFile';

/** `GET /bulk-operation-outputs/<key>.jsonl`: a bulk operation's file, streamed, whole or from a byte on. */
export async function serveBulkFile(
  { bulk, faults, calls }: FakeShopSetup,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<void> {
  const record = (status: number) => {
    calls.push({
      operation: download,
      shop: '',
      status,
      variables: { range: request.headers.range ?? null },
    });
  };
  if (strikes(faults, 'down', download)) {
    record(0);
    request.socket.destroy();
    return;
  }
  if (strikes(faults, 'html', download)) {
    record(200);
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!DOCTYPE html><h1>Sign in</h1>');
    return;
  }
  const file = bulk.fileOf(path);
  if (!file) {
    record(403);
    response
      .writeHead(403, { 'content-type': 'application/xml' })
      .end('<Error><Code>AccessDenied</Code></Error>');
    return;
  }
  const { size } = statSync(file);
  const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
  if (from > 0 && from >= size) {
    record(416);
    response.writeHead(416, { 'content-range': `bytes */${size}` }).end();
    return;
  }
  record(from > 0 ? 206 : 200);
  response.writeHead(from > 0 ? 206 : 200, {
    'content-type': 'application/jsonl',
    'content-length': size - from,
    ...(from > 0 ? { 'content-range': `bytes ${from}-${size - 1}/${size}` } : {}),
  });
  if (strikes(faults, 'cutOff', download)) {
    const half = createReadStream(file, { start: from, end: from + Math.floor((size - from) / 2) });
    for await (const piece of half) response.write(piece);
    // What was written leaves before the connection goes.
    setTimeout(() => request.socket.destroy(), 20);
    return;
  }
  await pipeline(createReadStream(file, { start: from }), response).catch(() => undefined);
}
