import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { signSessionToken } from '../shopify/session-token';
import { adminPage } from './admin-page';
import { browserScript } from './browser-script';
import { plain, type Answer } from './answer';
import { answerShopDesk } from './answer-shop-desk';
import type { Settings } from './page/app-frame';
import type { ShopDesk } from './shop-desk';
import { deskLocale } from './shop-desk-page';

export type MockAdminOptions = {
  appUrl: string;
  apiKey: string;
  apiSecret: string;
  /** `trade-wins.myshopify.com` */
  shop: string;
  shopName?: string;
  appName?: string;
  /** The app's path that opens first. */
  startPath?: string;
  /** A free port if left out. */
  port?: number;
  /** What can happen in the shop itself; without it, its orders are no page here. */
  desk?: ShopDesk;
};

export type MockAdmin = {
  origin: string;
  /** The page that shows the app. */
  url: string;
  /** What the app must load in the place of App Bridge's script. */
  appBridgeUrl: string;
  /** The admin's address of a page of the app. */
  urlOf(appPath: string): string;
  stop(): Promise<void>;
};

/**
 * A page that looks and behaves like the Shopify admin around an embedded app. It signs session tokens with the app's
 * secret for whoever can reach it, so it listens on 127.0.0.1 only.
 */
export async function startMockAdmin(options: MockAdminOptions): Promise<MockAdmin> {
  const store = options.shop.replace('.myshopify.com', '');
  const appName = options.appName ?? 'Klopt';
  const settings: Settings = {
    appUrl: options.appUrl,
    appName,
    shop: options.shop,
    shopName: options.shopName ?? titleOf(store),
    // The library accepts only Shopify's own hosts here.
    host: Buffer.from(`admin.shopify.com/store/${store}`).toString('base64').replace(/=+$/, ''),
    base: `/store/${store}/apps/${appName.toLowerCase()}`,
    startPath: options.startPath ?? '/app',
    ordersPath: options.desk ? '/shop' : '',
  };
  const files = staticFiles();
  const sid = sessionIdOf(options.shop);
  const server = createServer((request, response) => {
    answer(request).then(
      (answered) => send(response, answered),
      (error: unknown) => send(response, plain(500, String(error))),
    );
  });

  async function answer(request: IncomingMessage): Promise<Answer> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://admin');
    if (pathname === '/shop' && options.desk) {
      return answerShopDesk(request, options.desk, {
        ...settings,
        locale: deskLocale(searchParams.get('locale')),
      });
    }
    const file = files[pathname];
    if (file) return { status: 200, type: file.type, text: file.text() };
    if (pathname === '/session-token' && request.method === 'POST') {
      // Another site's page may not have a token made for it.
      if (request.headers['sec-fetch-site'] === 'cross-site') return plain(403, 'Forbidden');
      const token = signSessionToken({ ...options, userId: '902541635', sid });
      return { status: 200, type: 'application/json', text: JSON.stringify({ token }) };
    }
    if (pathname === '/') return { ...plain(302, ''), location: settings.base };
    if (pathname === settings.base || pathname.startsWith(`${settings.base}/`)) {
      return { status: 200, type: 'text/html', text: adminPage(settings) };
    }
    return plain(404, 'Not found');
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    url: origin + settings.base,
    appBridgeUrl: `${origin}/app-bridge.js`,
    urlOf: (appPath) => origin + settings.base + appPath,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

type StaticFile = { type: string; text: () => string };

/** Scripts are made when they are first asked for: the demo starts without waiting for them. */
function staticFiles(): Record<string, StaticFile> {
  const once = (make: () => string) => {
    let made: string | undefined;
    return () => (made ??= make());
  };
  const style = new URL('admin.css', import.meta.url);
  return {
    '/admin.js': { type: 'text/javascript', text: once(() => browserScript('page/main.ts')) },
    '/app-bridge.js': { type: 'text/javascript', text: once(() => browserScript('app-bridge/main.ts')) },
    '/admin.css': { type: 'text/css', text: once(() => readFileSync(style, 'utf8')) },
  };
}

function send(response: ServerResponse, { status, type, text, location }: Answer): void {
  const headers = { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' };
  response.writeHead(status, location === undefined ? headers : { ...headers, location }).end(text);
}

function sessionIdOf(shop: string): string {
  return Buffer.from(shop).toString('hex').slice(0, 32);
}

function titleOf(store: string): string {
  return store.replace(
    /(^|-)(\w)/g,
    (_match, dash: string, letter: string) => (dash ? ' ' : '') + letter.toUpperCase(),
  );
}
