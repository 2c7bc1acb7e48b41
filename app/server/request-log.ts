import type { RequestHandler } from 'express';
import type { Log } from './log';

const QUIET = [/^\/assets\//, /^\/healthz$/, /^\/@/, /^\/node_modules\//, /^\/app\/.*\.(ts|tsx|css)$/];

/** One line a request: method, path, status and milliseconds. Never the query: `id_token` and `hmac` stand in it. */
export function requestLog(log: Log): RequestHandler {
  return (request, response, next) => {
    const began = performance.now();
    const path = request.path;
    response.on('finish', () => {
      const facts = {
        method: request.method,
        path,
        status: response.statusCode,
        ms: Math.round(performance.now() - began),
      };
      if (response.statusCode >= 500) log.error(facts, 'request');
      else if (QUIET.some((pattern) => pattern.test(path))) log.debug(facts, 'request');
      else log.info(facts, 'request');
    });
    next();
  };
}
