import AxeBuilder from '@axe-core/playwright';
import type { FrameLocator } from '@playwright/test';
import { expect, test } from './klopt';
import { expectPosted, rowOf, sync } from './payout-rows';

test.use({ books: 'every page' });

const pages = [
  ['home', '/app', 'Klopt'],
  ['the list of payouts', '/app/payouts', 'Payouts'],
  ['a posted payout', '/app/payouts/140700000', 'Payout of September 8, 2026'],
  ['a payout with findings', '/app/payouts/140700007', 'Payout of October 27, 2026'],
  ['accounts and journals', '/app/mappings', 'Mappings'],
  ['taxes', '/app/mappings?section=taxes', 'Mappings'],
  ['transaction types', '/app/mappings?section=types', 'Mappings'],
  ['order lines', '/app/mappings?section=lines', 'Mappings'],
  ['payment methods', '/app/mappings?section=gateways', 'Mappings'],
  ['products', '/app/mappings?section=products', 'Mappings'],
  ['settings of documents', '/app/settings', 'Settings'],
  ['settings of customers', '/app/settings?section=customers', 'Settings'],
  ['settings of orders', '/app/settings?section=orders', 'Settings'],
  ['the connection', '/app/connection', 'Connection'],
] as const;

test('a payout is synced for the pages to look at', async ({ app, open }) => {
  await open('/app/payouts');
  await expect(rowOf(app, 'Oct 27, 2026')).toContainText('Needs attention', { timeout: 60_000 });
  await sync(rowOf(app, 'Sep 8, 2026'));
  await expectPosted(rowOf(app, 'Sep 8, 2026'));
});

for (const width of [1280, 390]) {
  for (const [name, path, heading] of pages) {
    test(`${name}: nothing scrolls sideways or is out of reach, ${width} wide`, async ({
      page,
      app,
      open,
    }) => {
      await page.setViewportSize({ width, height: 900 });
      await open(path);
      await expect(app.getByRole('heading', { level: 1 })).toHaveText(heading);
      if (path.startsWith('/app/payouts/')) {
        await app.getByRole('button', { name: /^Show (the )?entries/ }).click();
        await expect(app.getByRole('heading', { name: 'Totals per account' })).toBeVisible();
      }
      expect(await sideways(app)).toBeLessThanOrEqual(0);
      const { violations } = await new AxeBuilder({ page }).analyze();
      const serious = violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join('\n')}`);
      expect(serious).toEqual([]);
    });
  }
}

/** By how many pixels the page is wider than its window. */
function sideways(app: FrameLocator): Promise<number> {
  return app.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
}
