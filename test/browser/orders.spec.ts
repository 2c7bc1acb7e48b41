import AxeBuilder from '@axe-core/playwright';
import type { FrameLocator, Page } from '@playwright/test';
import { expect, test } from './klopt';

test.use({ books: 'orders' });
test.describe.configure({ mode: 'serial' });

const rows = (app: FrameLocator) =>
  app.getByRole('row').filter({ has: app.getByRole('link', { name: /^#\d+$/ }) });

const rowOf = (app: FrameLocator, name: string) =>
  app.getByRole('row').filter({ has: app.getByRole('link', { name, exact: true }) });

test('an order is found by its name and brought to Odoo by a click', async ({ app, open, page }) => {
  await open('/app/orders');
  await app.getByRole('button', { name: 'Check Shopify now' }).click();
  await expect(app.getByRole('tab', { name: /^New, [1-9]/ })).toBeVisible({ timeout: 60_000 });
  await app.getByRole('searchbox', { name: 'Search orders' }).fill('#1150');
  await expect(rows(app)).toHaveCount(1);
  await expect(page).toHaveURL(/q=%231150/);
  await app.getByRole('button', { name: 'Sync order #1150' }).click();
  await expect(rowOf(app, '#1150').getByText('Posted', { exact: true })).toBeVisible({ timeout: 60_000 });
  await expect(rowOf(app, '#1150').getByRole('link', { name: /^INV\// })).toBeVisible();
});

test('its page shows documents, taxes, payments and that all adds up', async ({ app, open }) => {
  await open('/app/orders?q=%231150');
  await app.getByRole('link', { name: '#1150', exact: true }).click();
  await expect(app.getByRole('heading', { level: 1 })).toHaveText('Order #1150');
  await expect(app.getByRole('heading', { name: 'Invoice #1150' })).toBeVisible();
  await app.getByRole('button', { name: /^Show \d+ lines?/ }).click();
  await expect(app.getByRole('table', { name: 'Lines of #1150' })).toBeVisible();
  await expect(app.getByRole('table', { name: 'Taxes of #1150' })).toBeVisible();
  await expect(app.getByText('The documents are exactly what Shopify says.')).toBeVisible();
  await expect(app.getByRole('table', { name: 'Payments' })).toContainText('Comes with a payout');
});

test('syncing it again is a hit: no second document', async ({ app, open }) => {
  await open('/app/orders?q=%231150');
  const documents = rowOf(app, '#1150').getByRole('link', { name: /^INV\// });
  const number = await documents.textContent();
  await app.getByRole('button', { name: 'Sync order #1150 again' }).click();
  await expect(app.getByText('In the queue', { exact: true }).first()).toBeHidden({ timeout: 60_000 });
  await expect(rowOf(app, '#1150').getByText('Posted', { exact: true })).toBeVisible({ timeout: 60_000 });
  await expect(documents).toHaveCount(1);
  expect(await documents.textContent()).toBe(number);
});

test('the history is counted, posted and told of after a reload', async ({ app, open, page }) => {
  await open('/app/history');
  await expect(app.getByText(/^In Odoo this fiscal year began on January 1,/)).toBeVisible({
    timeout: 30_000,
  });
  await app.getByRole('button', { name: 'Count the orders' }).click();
  await expect(app.getByRole('heading', { name: /^Counted: \d+ orders$/ })).toBeVisible({ timeout: 90_000 });
  await expect(app.getByRole('table', { name: 'What would be in the way' })).toBeVisible();
  await app.getByRole('button', { name: /^Post \d+ orders$/ }).click();
  await expect(app.getByRole('button', { name: 'Count the orders' })).toBeVisible({ timeout: 120_000 });
  await page.reload();
  await expect(app.getByRole('table', { name: 'Earlier' })).toContainText(/\d+ posted/);
  await expect(app.getByRole('table', { name: 'Earlier' })).toContainText('Done');
});

test('an order that does not exist is said so', async ({ app, open, trouble }) => {
  trouble.expect(/404/, 'the order of this address is not there');
  await open('/app/orders/1');
  await expect(app.getByText('This order does not exist')).toBeVisible();
});

for (const width of [1280, 390]) {
  for (const [name, path] of [
    ['the list of orders', '/app/orders?status=paid'],
    ['an order', '/app/orders?q=%231150'],
    ['the history', '/app/history'],
  ] as const) {
    test(`${name}: nothing scrolls sideways or is out of reach, ${String(width)} wide`, async ({
      app,
      open,
      page,
    }) => {
      await page.setViewportSize({ width, height: 900 });
      await open(path);
      if (name === 'an order') {
        await app.getByRole('link', { name: '#1150', exact: true }).click();
        await app.getByRole('button', { name: /^Show \d+ lines?/ }).click();
      }
      expect(await sideways(app)).toBeLessThanOrEqual(0);
      expect(await seriousFaults(page)).toEqual([]);
    });
  }
}

/** By how many pixels the page is wider than its window. */
function sideways(app: FrameLocator): Promise<number> {
  return app.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
}

async function seriousFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join('\n')}`);
}
