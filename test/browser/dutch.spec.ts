import type { FrameLocator, Page } from '@playwright/test';
import { en } from '../../app/i18n/en';
import { nl } from '../../app/i18n/nl';
import { expect, expectAlive, test } from './klopt';

test.use({ books: 'dutch' });

test('the payouts page and a payout’s page are Dutch, with Dutch dates and amounts', async ({
  page,
  app,
  open,
}) => {
  await open('/app/payouts');
  await page.getByRole('combobox', { name: 'Language' }).selectOption('nl');
  await expect(page.locator('html')).toHaveAttribute('lang', 'nl');
  await expectAlive(page);
  await expect(app.getByRole('heading', { level: 1 })).toHaveText('Uitbetalingen');
  const row = app.getByRole('row').filter({ hasText: '8 sep 2026' });
  await expect(row).toContainText('Gereed', { timeout: 60_000 });
  await expect(row).toContainText('20 betalingen · 1 terugbetaling');
  await expect(row).toContainText(/€\s4\.366,87/);
  await expectDutch(app);

  await row.getByRole('button', { name: 'Uitbetaling van 8 sep 2026 synchroniseren' }).click();
  await expect(row).toContainText(/Geboekt en teruggelezen/, { timeout: 90_000 });
  await expectDutch(app);
  await row.getByRole('link', { name: 'Uitbetaling van 8 sep 2026 openen' }).click();
  await expect(app.getByRole('heading', { level: 1 })).toHaveText('Uitbetaling van 8 september 2026');
  await expect(app.getByText('Het klopt, tot op de cent.')).toBeVisible();
  await app.getByRole('button', { name: 'Boekingen bekijken' }).click();
  await expect(app.getByRole('heading', { name: 'Totalen per rekening' })).toBeVisible();
  await expectDutch(app);
});

test('a payout that needs a person says in Dutch what to do, and so do the other pages', async ({
  page,
  app,
  open,
}) => {
  await open('/app/payouts/140700007');
  await page.getByRole('combobox', { name: 'Language' }).selectOption('nl');
  await expect(page.locator('html')).toHaveAttribute('lang', 'nl');
  await expectAlive(page);
  await expect(app.getByText('Wat te doen').first()).toBeVisible();
  await expectDutch(app);
  for (const [label, heading] of [
    ['Klopt', 'Klopt'],
    ['Koppelingen', 'Koppelingen'],
    ['Verbinding', 'Verbinding'],
  ] as const) {
    await navigate(page, label);
    await expect(app.getByRole('heading', { level: 1 })).toHaveText(heading);
    await expectDutch(app);
  }
});

async function navigate(page: Page, label: string): Promise<void> {
  await page.locator('#side').getByRole('link', { name: label }).click();
}

/** No text on the page is one of our English texts that is another in Dutch, and no amount is written the English way. */
async function expectDutch(app: FrameLocator): Promise<void> {
  const shown = await app.locator('body').evaluate((body) => {
    const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
    const texts: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const holder = node.parentElement;
      if (holder?.closest('script, style')) continue;
      texts.push((node.textContent ?? '').trim());
    }
    for (const element of body.querySelectorAll('[aria-label], [placeholder], [title]')) {
      for (const name of ['aria-label', 'placeholder', 'title']) {
        texts.push((element.getAttribute(name) ?? '').trim());
      }
    }
    return texts.filter((text) => text !== '');
  });
  const dutch = new Set(textsIn(nl));
  const english = new Set(textsIn(en).filter((text) => !dutch.has(text)));
  expect(shown.filter((text) => english.has(text))).toEqual([]);
  expect(shown.filter((text) => /\d,\d{3}\.\d\d|€\d/.test(text))).toEqual([]);
  expect(shown.filter((text) => /\b(Jan|Feb|Mar|May|Aug|Oct) \d/.test(text))).toEqual([]);
}

function textsIn(tree: object): string[] {
  return Object.values(tree).flatMap((value: unknown) =>
    typeof value === 'string' ? [value] : textsIn(value as object),
  );
}
