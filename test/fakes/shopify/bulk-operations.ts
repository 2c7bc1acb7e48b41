import { randomUUID } from 'node:crypto';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execute, type DocumentNode } from 'graphql';
import { adminSchema } from './admin-schema';
import { bulkLines } from './bulk-lines';
import { bulkQueryErrors, type BulkUserError } from './bulk-rules';
import type { BulkSlice, Call } from './call';
import type { Entry } from './read-state';
import { resolveField, resolveType } from './resolve-field';

type Operation = {
  entry: Entry;
  shop: string;
  polls: number;
  written: boolean;
  bytes: number;
  /** Where its file is found, and on our disk. */
  key: string;
  file: string;
};

const firstId = 7_900_000_000_001;
const running = ['CREATED', 'RUNNING'];
/** Roots that are resolved at once: the file of a large shop is never in memory. */
const sliceSize = 200;

/** The bulk operations of the app, in all shops of the fake. Their files are on disk until it stops. */
export class BulkOperations {
  origin = '';
  readonly #operations: Operation[] = [];
  #directory: string | undefined;

  run(
    query: string,
    grouped: boolean,
    call: Call,
  ): { bulkOperation: Entry | null; userErrors: BulkUserError[] } {
    const { document, errors } = bulkQueryErrors(query);
    if (!document || errors.length > 0) return { bulkOperation: null, userErrors: errors };
    const busy = this.of(call.world.domain).filter((entry) => running.includes(String(entry['status'])));
    if (busy.length >= 5) {
      const ids = busy.map((entry) => String(entry['id'])).join(', ');
      const message = `A bulk query operation for this app and shop is already in progress: ${ids}.`;
      return {
        bulkOperation: null,
        userErrors: [{ field: null, message, code: 'OPERATION_IN_PROGRESS' }],
      };
    }
    this.#directory ??= mkdtempSync(join(tmpdir(), 'fake-shopify-bulk-'));
    const id = firstId + this.#operations.length;
    const key = randomUUID();
    const entry: Entry = {
      id: `gid://shopify/BulkOperation/${id}`,
      status: 'CREATED',
      type: 'QUERY',
      errorCode: null,
      createdAt: new Date().toISOString(),
      completedAt: null,
      objectCount: '0',
      rootObjectCount: '0',
      fileSize: null,
      url: null,
      partialDataUrl: null,
      query,
    };
    const file = join(this.#directory, `${key}.jsonl`);
    const operation = { entry, shop: call.world.domain, polls: 0, written: false, bytes: 0, key, file };
    this.#operations.push(operation);
    this.#write(operation, document, grouped, call).catch((error: unknown) => {
      entry['status'] = 'FAILED';
      entry['errorCode'] = 'INTERNAL_SERVER_ERROR';
      // For whoever looks at the fake: Shopify would not say why.
      console.error('The fake Shopify could not write a bulk operation', error);
    });
    return { bulkOperation: entry, userErrors: [] };
  }

  /** Newest last. */
  of(shop: string): Entry[] {
    return this.#operations.filter((operation) => operation.shop === shop).map(({ entry }) => entry);
  }

  /** Each look moves it on: created, running, then completed once its file is written. */
  poll(id: string, call: Call): Entry | null {
    const operation = this.#operations.find(
      ({ entry, shop }) => entry['id'] === id && shop === call.world.domain,
    );
    if (!operation) return null;
    const { entry } = operation;
    operation.polls += 1;
    if (!running.includes(String(entry['status']))) return entry;
    const { bulkFails, bulkPolls } = call.faults;
    if (bulkFails !== null && operation.polls >= bulkPolls) {
      entry['status'] = bulkFails === 'CANCELED' || bulkFails === 'EXPIRED' ? bulkFails : 'FAILED';
      entry['errorCode'] = entry['status'] === 'FAILED' ? bulkFails : null;
      entry['partialDataUrl'] = this.#url(operation);
    } else if (operation.written && operation.polls >= bulkPolls) {
      entry['status'] = 'COMPLETED';
      entry['completedAt'] = new Date().toISOString();
      entry['fileSize'] = operation.bytes > 0 ? String(operation.bytes) : null;
      entry['url'] = operation.bytes > 0 ? this.#url(operation) : null;
    } else if (operation.polls > 1) entry['status'] = 'RUNNING';
    return entry;
  }

  cancel(id: string, shop: string): Entry {
    const operation = this.#operations.find(
      (candidate) => candidate.entry['id'] === id && candidate.shop === shop,
    );
    if (!operation) {
      const message = 'Bulk operation does not exist';
      return { bulkOperation: null, userErrors: [{ field: ['id'], message }] };
    }
    if (running.includes(String(operation.entry['status']))) operation.entry['status'] = 'CANCELED';
    return { bulkOperation: { ...operation.entry }, userErrors: [] };
  }

  /** The file behind an address that `url` gave. */
  fileOf(path: string): string | undefined {
    const operation = this.#operations.find(({ key }) => path === `/bulk-operation-outputs/${key}.jsonl`);
    return operation?.file;
  }

  stop(): void {
    if (this.#directory) rmSync(this.#directory, { recursive: true, force: true });
  }

  #url({ key }: Operation): string {
    return `${this.origin}/bulk-operation-outputs/${key}.jsonl?Expires=1&Signature=fake`;
  }

  async #write(operation: Operation, document: DocumentNode, grouped: boolean, call: Call): Promise<void> {
    const { entry } = operation;
    const stream = createWriteStream(operation.file);
    let objects = 0;
    let roots = 0;
    const slice: BulkSlice = { from: 0, size: sliceSize, found: undefined };
    for (;;) {
      // The answer to the mutation goes out first.
      await new Promise((resolve) => setImmediate(resolve));
      if (entry['status'] === 'CANCELED') break;
      const nodes = await rootsOf(document, { ...call, bulkSlice: slice });
      const written = nodes.map(bulkLines);
      const lines = grouped
        ? written.flatMap((one) => one.grouped)
        : // Shopify promises no order then; level by level is as far from grouped as it gets.
          [0, 1, 2].flatMap((depth) => written.flatMap(({ levels }) => levels[depth] ?? []));
      if (lines.length > 0) {
        const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
        operation.bytes += Buffer.byteLength(text);
        if (!stream.write(text)) await once(stream, 'drain');
      }
      objects += lines.length;
      roots += nodes.length;
      entry['objectCount'] = String(objects);
      entry['rootObjectCount'] = String(roots);
      if (nodes.length < slice.size) break;
      slice.from += slice.size;
    }
    await new Promise<void>((resolve) => stream.end(resolve));
    operation.written = true;
  }
}

/** The next roots of the one connection that a bulk query starts from, with all that is under them. */
async function rootsOf(document: DocumentNode, call: Call): Promise<object[]> {
  const { data, errors } = await execute({
    schema: adminSchema(),
    document,
    contextValue: call,
    fieldResolver: resolveField,
    typeResolver: resolveType,
  });
  if (errors?.[0]) throw errors[0];
  const root = Object.values(data ?? {})[0] as { edges: { node: object }[] };
  return root.edges.map(({ node }) => node);
}
