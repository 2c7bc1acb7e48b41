import { expect, test } from './klopt';

test.use({ books: 'paging', shop: 'sixty payouts' });

test('sixty payouts stand on three pages, also after a reload', async ({ page, app, open }) => {
  await open('/app/payouts');
  const rows = app.getByRole('row').filter({ has: app.getByRole('link') });
  await expect(app.getByText('1–25 of 60')).toBeVisible({ timeout: 60_000 });
  await expect(rows).toHaveCount(25);
  const first = await rows.first().getByRole('link').first().innerText();
  await app.getByRole('button', { name: 'Next page' }).click();
  await expect(app.getByText('26–50 of 60')).toBeVisible();
  await expect(rows.first().getByRole('link').first()).not.toHaveText(first);
  await app.getByRole('button', { name: 'Next page' }).click();
  await expect(app.getByText('51–60 of 60')).toBeVisible();
  await expect(rows).toHaveCount(10);
  await expect(app.getByRole('button', { name: 'Next page' })).toBeDisabled();
  await page.reload();
  await expect(app.getByText('51–60 of 60')).toBeVisible();
  await app.getByRole('button', { name: 'Previous page' }).click();
  await expect(app.getByText('26–50 of 60')).toBeVisible();
});
