import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createRequestHandler } from '@remix-run/express';
import type { ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express from 'express';
import type { ViteDevServer } from 'vite';
import { health } from './health';
import { requestLog } from './request-log';
import type { Running } from './running';
import { securityHeaders } from './security-headers';

export interface RunningWeb {
  /** Where it listens, such as http://127.0.0.1:3000. */
  origin: string;
  /** Takes no more connections and lets running requests end. */
  stop: () => Promise<void>;
}

const LET_REQUESTS_END_MS = 5_000;

/** Starts the web server; with `vite`, pages come from the sources and change as they do. */
export async function startWeb(
  { environment, database, log }: Running,
  { dev = false } = {},
): Promise<RunningWeb> {
  // React and Express choose their quick, quiet form by it when they are loaded.
  if (!dev && !Object.hasOwn(process.env, 'NODE_ENV')) process.env.NODE_ENV = 'production';
  const app = express();
  const server = createServer(app);
  app.disable('x-powered-by');
  // Tunnels and load balancers end TLS; only those near us are believed.
  app.set('trust proxy', 'loopback, linklocal, uniquelocal');
  app.get('/healthz', health(database));
  app.use(requestLog(log), securityHeaders(environment.SHOPIFY_APP_URL), compression());
  const vite = dev ? await viteServer(server) : undefined;
  if (vite) {
    app.use(vite.middlewares);
  } else {
    // Their names change with their content.
    app.use(
      '/assets',
      express.static('build/client/assets', { immutable: true, maxAge: '1y', fallthrough: false }),
    );
    app.use(express.static('build/client', { maxAge: '1h', index: false }));
  }
  const build = vite
    ? () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>
    : await loadBuild();
  const answer = createRequestHandler({ build, mode: dev ? 'development' : 'production' });
  app.all('*', (request, response, next) => void answer(request, response, next));
  await listen(server, environment.PORT, environment.HOST);
  const { port, address } = server.address() as AddressInfo;
  return {
    origin: `http://${address}:${port}`,
    async stop() {
      await vite?.close();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      const cut = setTimeout(() => server.closeAllConnections(), LET_REQUESTS_END_MS);
      await closed;
      clearTimeout(cut);
    },
  };
}

/** The pages as `npm run build` made them. */
async function loadBuild(): Promise<ServerBuild> {
  const built = path.resolve('build', 'server', 'index.js');
  if (!existsSync(built)) throw new Error('There is no build of the pages. Run `npm run build` first.');
  return (await import(pathToFileURL(built).href)) as ServerBuild;
}

async function viteServer(server: Server): Promise<ViteDevServer> {
  const { createServer: createVite } = await import('vite');
  return createVite({ server: { middlewareMode: true, hmr: { server } } });
}

async function listen(server: Server, port: number, host: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      reject(
        taken
          ? new Error(`Port ${port} of ${host} is taken. Set PORT to another one, or end what listens there.`)
          : error,
      );
    });
    server.listen(port, host, resolve);
  });
}
