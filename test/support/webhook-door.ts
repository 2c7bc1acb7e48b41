import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ActionFunction } from '@remix-run/node';

export interface WebhookDoor {
  /** Where a webhook is sent to: whatever its path, it comes to the one route. */
  readonly address: string;
  close(): Promise<void>;
}

/** A server that hands what is sent to it to a route, as Remix does: what the route throws as an answer is the answer. */
export async function openDoor(action: ActionFunction): Promise<WebhookDoor> {
  const server = createServer((incoming, outgoing) => {
    void answerTo(action, incoming).then(({ status }) => outgoing.writeHead(status).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${String(port)}/webhooks/orders`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

async function answerTo(action: ActionFunction, incoming: IncomingMessage): Promise<Response> {
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(part as Buffer);
  const request = new Request(`http://127.0.0.1${incoming.url ?? '/'}`, {
    method: incoming.method ?? 'POST',
    headers: Object.entries(incoming.headers).map(([name, value]): [string, string] => [name, String(value)]),
    body: Buffer.concat(parts),
  });
  try {
    return (await action({ request, params: {}, context: {} })) as Response;
  } catch (thrown) {
    return thrown instanceof Response ? thrown : new Response(String(thrown), { status: 500 });
  }
}
