/**
 * A worker of its own process, so that it can be killed as a machine is switched off. Its environment says where its
 * database, Shopify and token are, and in DIE_AT when it kills itself: `odoo:before:3`, `odoo:after:3` (the third call
 * to Odoo that writes, before it is sent or after it was answered), `database:12` (before the 12th writing statement).
 */
import pg from 'pg';
import { openDatabase } from '../../app/database/client';
import { secretsWith } from '../../app/database/secret';
import { openQueue } from '../../app/jobs/queue';
import { shopLock } from '../../app/jobs/shop-lock';
import { tasks } from '../../app/jobs/tasks';
import { createLog } from '../../app/server/log';
import { startWorker } from '../../app/server/worker';
import { fetchFromShopify } from '../../app/shopify/fetch-from-shopify';

const { DATABASE_URL = '', SHOPIFY_ORIGIN = '', ODOO_ORIGIN = '', TOKEN = '', DIE_AT = '' } = process.env;
const [place = '', ...rest] = DIE_AT.split(':');
let left = Number(rest.at(-1) ?? 0);

/** As a power cut: nothing of this process runs after it. */
function dieWhenItIsTime(): void {
  left -= 1;
  if (left === 0) process.kill(process.pid, 'SIGKILL');
}

const reads = /\/(search_read|read|search|search_count|fields_get|context_get|get_external_id)$/;
const rpcReads =
  /"(search_read|read|search|search_count|fields_get|context_get|get_external_id|authenticate|version)"/;

if (place === 'odoo') {
  const ask = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    const writes =
      url.startsWith(ODOO_ORIGIN) &&
      (url.endsWith('/jsonrpc')
        ? !rpcReads.test(typeof init?.body === 'string' ? init.body.slice(0, 400) : '')
        : url.includes('/json/2/') && !reads.test(url));
    if (writes && rest[0] === 'before') dieWhenItIsTime();
    const answer = await ask(input, init);
    if (writes && rest[0] === 'after') {
      await answer.clone().text();
      dieWhenItIsTime();
    }
    return answer;
  };
}
if (place === 'database') {
  const writing = /^\s*(INSERT|UPDATE|DELETE)\b(?![\s\S]*graphile_worker)/i;
  const client = pg.Client.prototype as unknown as Record<'query', (...given: unknown[]) => unknown>;
  const { query } = client;
  client.query = function dying(this: pg.Client, ...given: unknown[]) {
    const [first] = given as [string | { text?: string }];
    if (writing.test(typeof first === 'string' ? first : (first.text ?? ''))) dieWhenItIsTime();
    return query.apply(this, given);
  };
}

const log = createLog({ LOG_LEVEL: 'info', TERMINAL_LOG: false });
const { database, pool } = openDatabase(DATABASE_URL);
const queue = await openQueue(pool);
const worker = await startWorker({
  databaseUrl: DATABASE_URL,
  pool,
  tasks,
  crontab: '',
  surroundings: {
    database,
    secrets: secretsWith(process.env.ENCRYPTION_KEY ?? ''),
    queue,
    log,
    withShopLock: shopLock(pool),
    accessToken: () => Promise.resolve(TOKEN),
    fetch: fetchFromShopify(SHOPIFY_ORIGIN),
  },
  concurrency: 2,
  shutdownSeconds: Number(process.env.SHUTDOWN_SECONDS ?? '2'),
  log,
  onLost: (error) => {
    throw error;
  },
});
process.on('SIGTERM', () => void worker.stop().then(() => process.exit(0)));
