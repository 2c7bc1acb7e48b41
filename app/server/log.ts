import pino from 'pino';
import type { Environment } from './environment';

export type Log = pino.Logger;

/** Names under which a secret could come along in an object; its value is never written. */
const SECRETS = [
  'accessToken',
  'refreshToken',
  'authorization',
  'cookie',
  'password',
  'secret',
  'secretCiphertext',
  'apiKey',
  'idToken',
  'id_token',
];

/** The log of a process: lines of JSON on the standard output. */
export function createLog(
  environment: Pick<Environment, 'LOG_LEVEL' | 'TERMINAL_LOG'>,
  destination?: pino.DestinationStream,
): Log {
  const to = destination ?? (environment.TERMINAL_LOG ? readable() : pino.destination({ sync: false }));
  return pino(
    {
      level: environment.LOG_LEVEL,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '…' },
    },
    to,
  );
}

/** One short line each, for a person at a terminal. */
function readable(): pino.DestinationStream {
  return {
    write(line) {
      const { level, time, msg, err, ...rest } = JSON.parse(line) as Record<string, unknown>;
      const name = pino.levels.labels[Number(level)] ?? '';
      const facts = Object.entries(rest).map(
        ([key, value]) => `${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
      );
      const stack = (err as { stack?: string } | undefined)?.stack;
      process.stdout.write(
        [String(time).slice(11, 19), name.padEnd(5), typeof msg === 'string' ? msg : '', ...facts].join(' ') +
          '\n',
      );
      if (stack) process.stdout.write(`${stack}\n`);
    },
  };
}
