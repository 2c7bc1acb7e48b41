import { readFileSync } from 'node:fs';
import type { FrameLocator } from '@playwright/test';
import { expect, test } from './klopt';

test.use({ books: 'csv import' });

const good = readFileSync('app/shopify/csv/fixtures/eu-with-vat.csv', 'utf8');

test('imports the payouts of an export, and opens one', async ({ app, open }) => {
  await open('/app/payouts');
  await importFile(app, good);
  await expect(app.getByText('Imported 2 payouts.')).toBeVisible();
  await expect(app.getByText('1 row is not paid out yet and was left out.')).toBeVisible();
  await app.getByRole('link', { name: 'Payout 140769394954: 4 transactions' }).click();
  await expect(app.getByRole('heading', { level: 1 })).toHaveText('Payout of June 12, 2026');
  await expect(app.getByText('€61.80').first()).toBeVisible();
  await expect(app.getByText(/Payout 140769394954 · from CSV/)).toBeVisible();
  // The missing order and the lost dispute's fee are things for a person; the file was read to the cent.
  await expect(app.getByRole('heading', { name: /^Findings/ })).toBeVisible({ timeout: 60_000 });
});

test('refuses a broken export and says in which line and column', async ({ app, open, trouble }) => {
  trouble.expect(/4\d\d/, 'the file is refused');
  await open('/app/payouts');
  await importFile(app, good.replace('100.00,2.10', '1oo.00,2.10'));
  const alert = app.getByRole('alert').filter({ hasText: 'Line 3' });
  await expect(alert).toContainText('Line 3, column Amount');
  await expect(alert).toContainText('“1oo.00” is not an amount.');
  await expect(alert).toContainText('Nothing was imported.');
});

async function importFile(app: FrameLocator, text: string): Promise<void> {
  await app.getByRole('button', { name: 'Import CSV' }).click();
  const dialog = app.getByRole('dialog');
  await dialog.locator('input[type=file]').setInputFiles({
    name: 'payout_transactions.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(text),
  });
  await expect(dialog.getByText('payout_transactions.csv')).toBeVisible();
  await dialog.getByRole('button', { name: 'Import' }).click();
}
