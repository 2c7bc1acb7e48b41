import type { FrameLocator, Page } from '@playwright/test';
import { expect, test } from './klopt';
import { endedWell } from './payout-rows';

test.use({ books: 'findings' });

test('a payout that needs a person says what to do, and is posted once that is done', async ({
  page,
  app,
  open,
}) => {
  await open('/app/payouts');
  const row = app.getByRole('row').filter({ hasText: 'Oct 27, 2026' });
  await expect(row).toContainText('Needs attention', { timeout: 60_000 });
  await expect(row).toContainText('2 findings');
  await row.getByRole('link', { name: 'Review payout of Oct 27, 2026' }).click();

  const unmapped = app.getByRole('listitem').filter({ hasText: 'Shopify collective debit: no account' });
  await expect(unmapped).toContainText('Stops posting');
  await expect(unmapped).toContainText('-€4.00');
  await expect(unmapped).toContainText('What to do');
  const missing = app.getByRole('listitem').filter({ hasText: 'Order #1072 cannot be found in Shopify' });
  await expect(missing).toContainText('€47.85');
  await expect(missing).toContainText('What to do');

  await unmapped.getByRole('link', { name: 'Open mappings' }).click();
  await expect(app.getByRole('combobox', { name: 'Shopify collective debit' })).toBeFocused();
  await choose(app, 'Shopify collective debit', 'other operating', 0);
  await save(page);

  await open('/app/payouts/140700007');
  await missing.getByRole('link', { name: 'Open mappings' }).click();
  await expect(app.getByRole('combobox', { name: 'Charge without document' })).toBeFocused();
  await choose(app, 'Charge without document', '800', 0);
  await save(page);

  await open('/app/payouts/140700007');
  await app.getByRole('button', { name: 'Sync payout' }).click();
  await expect(app.getByText(endedWell).first()).toBeVisible({ timeout: 90_000 });
  await expect(app.getByText('It adds up to the cent.')).toBeVisible();
  await expect(unmapped).toHaveCount(0);
  await expect(missing).toHaveCount(0);
});

test('changes of mappings can be thrown away, and leaving asks first', async ({ page, app, open }) => {
  await open('/app/mappings?section=types');
  const before = await app.getByRole('combobox', { name: 'Adjustment' }).inputValue();
  await choose(app, 'Adjustment', 'turnover', 0);
  await expect(app.getByRole('combobox', { name: 'Adjustment' })).not.toHaveValue(before);
  await page.getByRole('link', { name: 'Payouts' }).click();
  await page.getByRole('button', { name: 'Stay' }).click();
  await page.locator('#save-bar').getByRole('button', { name: 'Discard' }).click();
  await expect(app.getByRole('combobox', { name: 'Adjustment' })).toHaveValue(before);
  await expect(page.locator('#save-bar')).toBeHidden();
});

/** Searches in a select that Odoo fills, and takes the option at that place. */
async function choose(app: FrameLocator, name: string, search: string, at: number): Promise<void> {
  const select = app.getByRole('combobox', { name });
  await select.click();
  await expect(app.getByRole('option').first()).toBeVisible();
  await select.fill(search);
  const found = app.getByRole('option').filter({ hasText: new RegExp(search, 'i') });
  await expect(found.nth(at)).toBeVisible();
  await expect(app.getByRole('option').filter({ hasNotText: new RegExp(search, 'i') })).toHaveCount(0);
  await found.nth(at).click();
}

async function save(page: Page): Promise<void> {
  const bar = page.locator('#save-bar');
  await expect(bar).toContainText('Unsaved changes');
  await bar.getByRole('button', { name: 'Save' }).click();
  await expect(page.locator('.toast')).toContainText('Mappings saved');
  await expect(bar).toBeHidden();
}
