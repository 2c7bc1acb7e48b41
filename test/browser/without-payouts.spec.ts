import { expect, test } from './klopt';

test.use({ books: 'without payouts', shop: 'without payouts' });

test('a shop without payouts is told what will come', async ({ app, open }) => {
  await open('/app/payouts');
  await expect(app.getByText('No payouts yet')).toBeVisible();
  await expect(app.getByText(/^Shopify was last checked/)).toBeVisible({ timeout: 60_000 });
  await expect(app.getByRole('button', { name: 'Nothing is ready to sync' })).toBeDisabled();
});

test('a payout that does not exist is said so', async ({ app, open, trouble }) => {
  trouble.expect(/404/, 'the payout of this address is not there');
  await open('/app/payouts/1');
  await expect(app.getByText('This payout does not exist')).toBeVisible();
});

test('an address that leads nowhere says so, with a way on', async ({ app, open, trouble }) => {
  trouble.expect(/404/, 'the page of this address is not there');
  await open('/app/nowhere');
  await expect(app.getByText('There is no such page')).toBeVisible();
  await app.getByRole('link', { name: 'Open payouts' }).click();
  await expect(app.getByRole('heading', { level: 1 })).toHaveText('Payouts');
});

test('a page that is loaded again without a session token fetches one', async ({ page, app, open }) => {
  await open('/app/connection');
  await expect(app.getByRole('heading', { level: 1 })).toHaveText('Connection');
  const frame = page.frames().at(1);
  if (!frame) throw new Error('The mock admin shows no frame.');
  const between = page.waitForRequest((request) => request.url().includes('/auth/session-token'));
  await frame.evaluate(() => {
    const address = new URL(location.href);
    address.searchParams.delete('id_token');
    location.replace(address);
  });
  // Shopify's own page between them asks App Bridge for a token and comes back with it.
  await between;
  await expect.poll(() => frame.url()).toContain('id_token');
  await expect(app.getByRole('heading', { level: 1 })).toHaveText('Connection');
});
