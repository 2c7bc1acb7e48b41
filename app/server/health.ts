import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { RequestHandler } from 'express';
import type { Database } from '../database/client';

const ANSWER_WITHIN_MS = 2_000;

export const version = (
  JSON.parse(readFileSync(path.join(process.cwd(), 'package.json'), 'utf8')) as { version: string }
).version;

/** `/healthz`: 200 while the database answers within two seconds, 503 otherwise. Says nothing that is a secret. */
export function health(database: Pick<Database, '$queryRaw'>): RequestHandler {
  return (_request, response) => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error('late')), ANSWER_WITHIN_MS);
    });
    Promise.race([database.$queryRaw`SELECT 1`, late])
      .then(() => response.status(200).json({ status: 'ok', database: 'ok', version }))
      .catch(() => response.status(503).json({ status: 'unavailable', database: 'unreachable', version }))
      .finally(() => clearTimeout(timer));
  };
}
