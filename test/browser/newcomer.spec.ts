import { expect, test } from './klopt';

test.use({ books: 'newcomer' });

test('a newcomer syncs a payout, reads the proof and finds the same amounts in Odoo', async ({
  page,
  app,
  open,
}) => {
  await open('');
  const row = app.getByRole('row').filter({ hasText: 'Sep 8, 2026' });
  await expect(row).toContainText('Ready');
  await row.getByRole('button', { name: /^Sync payout/ }).click();
  await expect(row.getByRole('progressbar')).toBeVisible();
  await expect(row).toContainText(/Posted and read back: \d+ documents, \d+ statement lines\./);
  await expect(row).toContainText('Posted');
  await row.getByRole('link', { name: /Open payout/ }).click();

  await expect(page.getByRole('heading', { level: 1 })).toContainText('Payout of');
});
