import { expect, test } from './klopt';

test.use({ books: 'connection' });

test('a wrong API key is refused with what to do; the right one connects', async ({
  page,
  app,
  open,
  trouble,
}) => {
  trouble.expect(/4\d\d/, 'the wrong key is refused');
  await open('/app/connection');
  await expect(app.getByText('Trade Wins B.V.')).toBeVisible();
  await app.getByRole('textbox', { name: 'API key' }).fill('a-wrong-key');
  await app.getByRole('button', { name: 'Test and save' }).click();
  const alert = app.getByRole('alert').filter({ hasText: 'Odoo refuses this login and key' });
  await expect(alert).toContainText('Make a new API key with this user');
  await app.getByRole('textbox', { name: 'API key' }).fill('fake-odoo-key');
  await app.getByRole('button', { name: 'Test and save' }).click();
  await expect(page.locator('.toast')).toContainText('Odoo is connected');
  await expect(alert).toHaveCount(0);
  await expect(app.getByRole('textbox', { name: 'API key' })).toHaveValue('');
});

test('an address where no Odoo answers is refused with what to do', async ({ app, open, trouble }) => {
  trouble.expect(/4\d\d/, 'nothing answers there');
  await open('/app/connection');
  await app.getByRole('textbox', { name: 'Address of Odoo' }).fill('http://127.0.0.1:9');
  await app.getByRole('textbox', { name: 'API key' }).fill('fake-odoo-key');
  await app.getByRole('button', { name: 'Test and save' }).click();
  await expect(app.getByRole('alert').filter({ hasText: 'No answer from this address' })).toContainText(
    'Check the spelling',
  );
});

test('without a connection every page says that Odoo comes first, and leads there', async ({
  app,
  open,
  demo,
}) => {
  await open('/app/connection');
  await app.getByRole('button', { name: 'Disconnect' }).click();
  await app.getByRole('dialog').getByRole('button', { name: 'Disconnect' }).click();
  await expect(app.getByRole('heading', { name: 'Connect Odoo', exact: true })).toBeVisible();
  await open('/app/mappings');
  await expect(app.getByText('Connect Odoo first')).toBeVisible();
  await app.getByRole('link', { name: 'Connect Odoo' }).click();
  await expect(app.getByRole('heading', { level: 1 })).toHaveText('Connection');
  for (const [field, text] of [
    ['Address of Odoo', demo.addresses.odooUrl],
    ['Database', 'fake'],
    ['Login', 'admin'],
    ['API key', 'fake-odoo-key'],
  ] as const) {
    await app.getByRole('textbox', { name: field }).fill(text);
  }
  await app.getByRole('button', { name: 'Test and save' }).click();
  await expect(app.getByText('Trade Wins B.V.')).toBeVisible();
});
