import { expect, test } from './klopt';

test.use({ books: 'payout list' });

test.beforeEach(async ({ open, app }) => {
  await open('/app/payouts');
  await expect(app.getByRole('tab', { name: 'Ready, 9' })).toBeVisible({ timeout: 60_000 });
});

test('shows the payouts of one state, and a link keeps that choice', async ({ page, app }) => {
  await app.getByRole('tab', { name: 'Needs attention, 1' }).click();
  const rows = app.getByRole('row').filter({ has: app.getByRole('link') });
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('Oct 27, 2026');
  await expect(page).toHaveURL(/state=needs-attention/);
  await page.reload();
  await expect(rows).toHaveCount(1);
  await app.getByRole('tab', { name: 'All, 12' }).click();
  await expect(rows).toHaveCount(12);
});

for (const [what, text, day] of [
  ['the name of an order', '#1001', 'Sep 8, 2026'],
  ['an amount', '4366.87', 'Sep 8, 2026'],
  ['an amount as it is shown', '€4,366.87', 'Sep 8, 2026'],
  ['a bank reference', 'TW140700001', 'Sep 15, 2026'],
  ['a date', '2026-09-22', 'Sep 22, 2026'],
  ['a date as it is shown', 'Sep 22, 2026', 'Sep 22, 2026'],
] as const) {
  test(`finds a payout by ${what}`, async ({ app }) => {
    await app.getByRole('searchbox', { name: 'Search payouts' }).fill(text);
    const rows = app.getByRole('row').filter({ has: app.getByRole('link') });
    await expect(rows).toHaveCount(1);
    await expect(rows).toContainText(day);
  });
}

test('says so when nothing fits, and shows all again', async ({ app }) => {
  await app.getByRole('searchbox', { name: 'Search payouts' }).fill('no such thing');
  await expect(app.getByText('No payouts found')).toBeVisible();
  await app.getByRole('button', { name: 'Show all payouts' }).click();
  await expect(app.getByRole('row').filter({ has: app.getByRole('link') })).toHaveCount(12);
  await expect(app.getByRole('searchbox', { name: 'Search payouts' })).toHaveValue('');
});

test('when the list cannot be read it says why, and a second try shows it', async ({
  page,
  app,
  trouble,
}) => {
  trouble.expect(/500/, 'the answer that this test makes');
  await page.route('**/api/payouts?*', (route) =>
    route.fulfill({ status: 500, json: { error: { kind: 'unexpected', message: '', facts: {} } } }),
  );
  await app.getByRole('tab', { name: /^Failed/ }).click();
  await expect(app.getByRole('alert').filter({ hasText: 'This could not be loaded' })).toBeVisible();
  await page.unroute('**/api/payouts?*');
  await app.getByRole('button', { name: 'Try again' }).click();
  await expect(app.getByRole('row').filter({ has: app.getByRole('link') })).toHaveCount(1);
});
