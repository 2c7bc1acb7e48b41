import type { Page } from '@playwright/test';
import { appOf, expect, expectAlive, test } from './klopt';
import { endedWell, expectPosted, expectReady, rowOf, sync } from './payout-rows';

test.use({ books: 'progress' });

// One writer per shop: a sync that is to be watched must not queue behind the first look at every payout.
test.beforeEach(async ({ open, app }) => {
  await open('/app/payouts');
  await expect(app.getByRole('row').filter({ hasText: /Syncing|Not looked into yet/ })).toHaveCount(1, {
    timeout: 60_000,
  });
});

test.afterEach(async ({ demo }) => {
  await demo.odoo();
});

test('progress is there again after a reload in the middle', async ({ page, app, demo }) => {
  const row = rowOf(app, 'Sep 8, 2026');
  await expectReady(row);
  await demo.odoo({ slow: 500 });
  await sync(row);
  const bar = row.getByRole('progressbar');
  await expect(bar).toBeVisible();
  await page.reload();
  await expectAlive(page);
  await expect(bar).toBeVisible();
  await expect(row).toContainText('Syncing');
  const before = await percentOf(page);
  await expect.poll(() => percentOf(page)).toBeGreaterThan(before);
  await demo.odoo();
  await expectPosted(row);
});

async function percentOf(page: Page): Promise<number> {
  return Number(await appOf(page).getByRole('progressbar').getAttribute('value'));
}

test('two clicks at once, in two windows, make one run', async ({ context, app, demo }) => {
  const row = rowOf(app, 'Sep 15, 2026');
  await expectReady(row);
  const other = await context.newPage();
  await other.goto(demo.urlOf('/app/payouts'));
  await expectAlive(other);
  const otherRow = rowOf(appOf(other), 'Sep 15, 2026');
  await expectReady(otherRow);
  const button = { name: 'Sync payout of Sep 15, 2026' };
  // Slow enough for every click to come while the first one's run is under way.
  await demo.odoo({ slow: 300 });
  await Promise.all([
    row.getByRole('button', button).dblclick(),
    otherRow.getByRole('button', button).click(),
  ]);
  await expect(row.getByRole('progressbar')).toBeVisible();
  await demo.odoo();
  await Promise.all([expectPosted(row), expectPosted(otherRow)]);
  await row.getByRole('link', { name: /^Open payout/ }).click();
  const history = app.getByRole('list').filter({ hasText: 'Sync' }).last();
  await expect(history.getByRole('listitem').filter({ hasText: endedWell })).toHaveCount(1);
  await expect(history.getByRole('listitem').filter({ hasText: 'It stood in Odoo already' })).toHaveCount(0);
  await other.close();
});

test('while Odoo is down a sync says that it waits and tries again, and ends when Odoo is back', async ({
  app,
  demo,
}) => {
  const row = rowOf(app, 'Sep 22, 2026');
  await expectReady(row);
  await demo.odoo({ down: true });
  await sync(row);
  await expect(row).toContainText(/Tries again (at \d\d:\d\d|in a moment)/);
  await demo.odoo();
  await expectPosted(row);
});

test('from the list to a synced payout with the keyboard alone', async ({ page, app }) => {
  const row = rowOf(app, 'Sep 29, 2026');
  await expectReady(row);
  const isFocused = (name: string) => async () =>
    row
      .getByRole(name.startsWith('Sync') ? 'button' : 'link', { name })
      .evaluate((element) => element === document.activeElement)
      .catch(() => false);
  await tabTo(page, isFocused('Sync payout of Sep 29, 2026'));
  await page.keyboard.press('Enter');
  await expect(row.getByRole('progressbar')).toBeVisible();
  await expectPosted(row);
  // The keyboard stayed in this row: its link is near.
  await tabTo(page, isFocused('Open payout of Sep 29, 2026'), 4);
  await page.keyboard.press('Enter');
  await expect(app.getByRole('heading', { level: 1 })).toHaveText('Payout of September 29, 2026');
  await expect(app.getByText('It adds up to the cent.')).toBeVisible();
});

async function tabTo(page: Page, isThere: () => Promise<boolean>, steps = 80): Promise<void> {
  for (let step = 0; step < steps; step += 1) {
    if (await isThere()) return;
    await page.keyboard.press('Tab');
  }
  expect(await isThere(), `not reached with ${steps} presses of Tab`).toBe(true);
}

test('“Sync all ready” posts every payout that is ready and leaves the others', async ({ app }) => {
  const all = app.getByRole('button', { name: /^Sync all ready \(\d+\)$/ });
  await expectReady(rowOf(app, 'Nov 17, 2026'));
  const ready = Number(/\d+/.exec((await all.textContent()) ?? '')?.[0]);
  expect(ready).toBeGreaterThan(1);
  await all.click();
  await expect(app.getByRole('tab', { name: 'Posted, 9' })).toBeVisible({ timeout: 110_000 });
  await expect(app.getByRole('button', { name: 'Nothing is ready to sync' })).toBeDisabled();
  await expect(rowOf(app, 'Oct 27, 2026')).toContainText('Needs attention');
  await expect(rowOf(app, 'Nov 24, 2026')).toContainText('New');
  await expect(rowOf(app, 'Nov 10, 2026')).toContainText('Failed');
});
