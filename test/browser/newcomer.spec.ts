import { itemsInOdoo, itemsOfPreview, plain, type ShownItem } from './entry-items';
import { expect, test } from './klopt';
import { expectPosted, expectReady, rowOf } from './payout-rows';

test.use({ books: 'newcomer' });

test('a newcomer syncs a payout, reads the proof and finds the same amounts in Odoo', async ({
  page,
  app,
  open,
}) => {
  await open('');
  const row = rowOf(app, 'Sep 8, 2026');
  await expectReady(row);
  await row.getByRole('button', { name: 'Sync payout of Sep 8, 2026' }).click();
  await expect(row.getByRole('progressbar')).toBeVisible();
  await expectPosted(row);
  await row.getByRole('link', { name: 'Open payout of Sep 8, 2026' }).click();

  await expect(app.getByRole('heading', { level: 1 })).toHaveText('Payout of September 8, 2026');
  await expect(page.locator('#title')).toContainText('Payout of September 8, 2026');
  await expect(app.getByText('It adds up to the cent.')).toBeVisible();
  const proof = app.locator('dl').filter({ hasText: 'Payout, as Shopify says' });
  for (const figure of [
    'Net of all transactions',
    'Statement lines read back from Odoo',
    'Transfer to the bank',
  ]) {
    const line = proof.locator('> div').filter({ hasText: figure });
    await expect(line).toContainText('4,366.87');
    await expect(line).toContainText('✓');
    await expect(line).toContainText('adds up');
  }
  await expect(proof.locator('> div').filter({ hasText: 'Documents equal to Shopify' })).toContainText(
    '22 of 22',
  );

  const charge = app
    .getByRole('table', { name: 'Transactions' })
    .getByRole('row')
    .filter({ hasText: '#1001' });
  const [amount = '', fee = '', net = ''] = (await charge.getByRole('cell').allInnerTexts())
    .slice(1, 4)
    .map(plain);
  expect([amount, fee, net]).toEqual(['348.48', '6.87', '341.61']);
  const [invoice] = await Promise.all([
    page.waitForEvent('popup'),
    charge.getByRole('link', { name: /^INV\// }).click(),
  ]);
  await expect(invoice.getByRole('row', { name: /^Total/ }).first()).toContainText(amount);
  await expect(invoice.getByRole('row', { name: /^Payment Status/ })).toContainText('paid');

  // From the invoice's own page on to the statement line that paid it.
  await invoice.getByRole('link', { name: /^SHOP\// }).click();
  const items = invoice.getByRole('table', { name: 'Journal items' });
  await expect(items.getByRole('row', { name: /Shopify Payments EUR/ })).toContainText(net);
  await expect(items.getByRole('row', { name: /Bank charges/ })).toContainText(fee);
  await expect(items.getByRole('row', { name: /Debtors/ })).toContainText(amount);
  await invoice.close();

  const [statement] = await Promise.all([
    page.waitForEvent('popup'),
    app.getByRole('link', { name: /Statement in Odoo/ }).click(),
  ]);
  await expect(statement.getByRole('table', { name: 'Lines' })).toContainText('-4366.87');
});

test('the entries shown before posting are the entries in Odoo afterwards, debit equal to credit', async ({
  page,
  context,
  app,
  open,
}) => {
  await open('/app/payouts/140700001');
  await expect(app.getByText('Ready').first()).toBeVisible({ timeout: 60_000 });
  await app.getByRole('button', { name: 'Show entries before posting' }).click();
  await expect(app.getByText('Ready: these entries can be posted.')).toBeVisible();
  const totals = app.getByRole('table', { name: 'Totals per account' });
  const [, debit = '', credit = ''] = await totals
    .getByRole('row', { name: /^Total/ })
    .getByRole('cell')
    .allInnerTexts();
  expect(plain(debit)).not.toBe('');
  expect(plain(debit)).toBe(plain(credit));

  const shown = new Map<string, ShownItem[]>();
  for (const kind of ['Invoice', 'Statement line']) {
    const option = app.getByRole('option', { name: new RegExp(`^${kind} \\(`) });
    const select = app.getByRole('combobox', { name: 'Show', exact: true }).first();
    await select.selectOption((await option.first().getAttribute('value')) ?? '');
    await expect(app.getByRole('heading', { level: 4 }).first()).toContainText(kind);
    for (const table of await app.getByRole('table', { name: /^Entry / }).all()) {
      const name = (await table.getAttribute('aria-label')) ?? '';
      shown.set(`${kind} ${name.replace(/^Entry /, '')}`, await itemsOfPreview(table));
    }
  }

  // The page's own button; the admin's title bar has none.
  await app.getByRole('button', { name: 'Sync payout' }).click();
  await expect(app.getByText('It adds up to the cent.')).toBeVisible({ timeout: 90_000 });
  const odoo = await context.newPage();
  const transactions = app.getByRole('table', { name: 'Transactions' });
  let compared = 0;
  for (const [name, items] of shown) {
    const order = /#\d+/.exec(name)?.[0] ?? '';
    const type = name.includes('Refund') ? 'Refund' : 'Charge';
    const row = transactions.getByRole('row').filter({ hasText: `${type} ${order}` });
    const link = name.startsWith('Invoice') ? /^INV\// : /^Statement line/;
    // The invoice of an order that is only refunded here was charged in an earlier payout.
    if ((await row.count()) === 0) continue;
    const href = await row.getByRole('link', { name: link }).first().getAttribute('href');
    await odoo.goto(href ?? '');
    expect(await itemsInOdoo(odoo), name).toEqual(items);
    compared += 1;
  }
  // Ten charges, each with its invoice and its line, and a refund's line.
  expect(compared).toBe(21);
  await expect(page.locator('#title')).toContainText('Payout of September 15, 2026');
});
