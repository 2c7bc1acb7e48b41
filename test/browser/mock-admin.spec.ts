import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { buildSync } from 'esbuild';
import { startMockAdmin, type MockAdmin } from '../fakes/admin/start-mock-admin';
import { verifySessionToken } from '../fakes/shopify/session-token';

const app = { apiKey: 'key', apiSecret: 'secret' };
let admin: MockAdmin;
let server: Server;
/** Makes the app's server refuse the next token, as after a long sleep of the laptop. */
let refuseTokens = 0;
const documents: URL[] = [];

test.beforeAll(async () => {
  const { outputFiles } = buildSync({
    entryPoints: [fileURLToPath(new URL('example-app.tsx', import.meta.url))],
    bundle: true,
    write: false,
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"test"' },
  });
  const script = outputFiles[0]?.text ?? '';
  server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://app');
    if (url.pathname === '/app.js') {
      response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' }).end(script);
    } else if (url.pathname === '/echo') {
      const token = (request.headers.authorization ?? '').replace('Bearer ', '');
      const claims = verifySessionToken(token, app.apiKey, app.apiSecret);
      refuseTokens -= 1;
      const retry = { 'x-shopify-retry-invalid-session-request': '1' };
      if (refuseTokens >= 0) response.writeHead(401, retry).end();
      else response.end(claims ? `hello from ${claims.dest}` : 'no token');
    } else if (url.pathname === '/bounce') {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end(`<script data-api-key="key" src="${admin.appBridgeUrl}"></script>`);
    } else {
      documents.push(url);
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(`<!DOCTYPE html><html><body><div id="root"></div>
        <script data-api-key="key" src="${admin.appBridgeUrl}"></script><script src="/app.js"></script></body></html>`);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const appUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  admin = await startMockAdmin({ ...app, appUrl, shop: 'trade-wins.myshopify.com' });
});

test.afterAll(async () => {
  await admin.stop();
  server.closeAllConnections();
  server.close();
});

test('opens the app with a signed session token, its shop and its host', async ({ page }) => {
  await page.goto(admin.url);
  await expect(page.frameLocator('#app').getByTestId('path')).toHaveText('/app');
  const search = documents.at(-1)?.searchParams;
  expect(verifySessionToken(search?.get('id_token') ?? '', 'key', 'secret')?.dest).toBe(
    'https://trade-wins.myshopify.com',
  );
  expect(search?.get('embedded')).toBe('1');
  expect(atob(search?.get('host') ?? '')).toBe('admin.shopify.com/store/trade-wins');
});

test('shows the app’s navigation and follows it without loading the app again', async ({ page }) => {
  await page.goto(admin.url);
  const frame = page.frameLocator('#app');
  await expect(page.getByRole('heading', { name: 'Page /app' })).toBeVisible();
  const loads = documents.length;
  await page.getByRole('link', { name: 'Payouts' }).click();
  await expect(frame.getByTestId('path')).toHaveText('/app/payouts');
  await expect(page).toHaveURL(admin.urlOf('/app/payouts'));
  await expect(page.getByRole('link', { name: 'Payouts' })).toHaveAttribute('aria-current', 'page');
  await frame.getByRole('link', { name: 'To the mappings' }).click();
  await expect(page).toHaveURL(admin.urlOf('/app/mappings'));
  await page.goBack();
  await expect(frame.getByTestId('path')).toHaveText('/app/payouts');
  await expect(page).toHaveURL(admin.urlOf('/app/payouts'));
  expect(documents.length).toBe(loads);
  await page.reload();
  await expect(frame.getByTestId('path')).toHaveText('/app/payouts');
});

test('puts a session token on the app’s own requests, and a new one when it is refused', async ({ page }) => {
  await page.goto(admin.url);
  const frame = page.frameLocator('#app');
  refuseTokens = 1;
  await frame.getByRole('button', { name: 'Ask the server' }).click();
  await expect(frame.getByTestId('answer')).toHaveText('hello from https://trade-wins.myshopify.com');
});

test('shows toasts with their action', async ({ page }) => {
  await page.goto(admin.url);
  await page.getByRole('button', { name: 'Sync' }).click();
  const toast = page.locator('.toast');
  await expect(toast).toContainText('Synced');
  await toast.getByRole('button', { name: 'Undo' }).click();
  await expect(page.frameLocator('#app').getByTestId('answer')).toHaveText('undone');
});

test('asks before unsaved changes are left, saves and discards', async ({ page }) => {
  await page.goto(admin.url);
  const frame = page.frameLocator('#app');
  await frame.getByLabel('Name').fill('x');
  const bar = page.locator('#save-bar');
  await expect(bar).toContainText('Unsaved changes');
  await page.getByRole('link', { name: 'Payouts' }).click();
  await page.getByRole('button', { name: 'Stay' }).click();
  await expect(frame.getByTestId('path')).toHaveText('/app');
  await bar.getByRole('button', { name: 'Save' }).click();
  await expect(frame.getByTestId('answer')).toHaveText('saved');
  await expect(bar).toBeHidden();
  await frame.getByLabel('Name').fill('y');
  await bar.getByRole('button', { name: 'Discard' }).click();
  await expect(bar).toBeHidden();
});

test('shows a modal that React fills, closed by its button and by Escape', async ({ page }) => {
  await page.goto(admin.url);
  const frame = page.frameLocator('#app');
  const dialog = frame.getByRole('dialog', { name: 'Post' });
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(dialog).toContainText('Post this payout?');
  await expect(page.locator('#side')).toHaveAttribute('inert', '');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
  await dialog.getByRole('button', { name: 'Post now' }).click();
  await expect(frame.getByTestId('answer')).toHaveText('posted');
  await expect(dialog).toBeHidden();
});

test('comes back from the bounce page with a token', async ({ page }) => {
  await page.goto(admin.url);
  await expect(page.frameLocator('#app').getByTestId('path')).toHaveText('/app');
  const frame = page.frame({ url: /\/app\?/ });
  const loads = documents.length;
  const target = encodeURIComponent('/app/payouts?shop=trade-wins.myshopify.com');
  await frame?.evaluate((url) => location.assign(url), `/bounce?shopify-reload=${target}`);
  await expect(page.frameLocator('#app').getByTestId('path')).toHaveText('/app/payouts');
  expect(documents.slice(loads).at(-1)?.searchParams.has('id_token')).toBe(true);
});

test('opens the app in the language chosen', async ({ page }) => {
  await page.goto(admin.url);
  await page.getByRole('combobox').selectOption('nl');
  await expect(page.frameLocator('#app').getByTestId('locale')).toHaveText('nl');
  await expect(page.locator('html')).toHaveAttribute('lang', 'nl');
});

test('keeps its navigation behind a button on a phone, without scrolling sideways', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto(admin.url);
  await expect(page.frameLocator('#app').getByTestId('path')).toHaveText('/app');
  await expect(page.getByRole('link', { name: 'Payouts' })).toBeHidden();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Payouts' }).click();
  await expect(page.frameLocator('#app').getByTestId('path')).toHaveText('/app/payouts');
  await expect(page.getByRole('link', { name: 'Payouts' })).toBeHidden();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
