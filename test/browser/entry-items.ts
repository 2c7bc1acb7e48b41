import type { Locator, Page } from '@playwright/test';

/** A journal item as both Klopt and Odoo show it; amounts without currency sign and thousands, empty where there is none. */
export interface ShownItem {
  readonly account: string;
  readonly debit: string;
  readonly credit: string;
}

/** The items of a table with the columns account, label, debit, credit: an entry of Klopt's preview. */
export async function itemsOfPreview(table: Locator): Promise<ShownItem[]> {
  const rows = await table.getByRole('row').all();
  const items: ShownItem[] = [];
  for (const row of rows.slice(1, -1)) {
    const [account = '', , debit = '', credit = ''] = await Promise.all(
      (await row.getByRole('cell').all()).map((cell) => cell.locator('> div').innerText()),
    );
    items.push({ account: account.trim(), debit: plain(debit), credit: plain(credit) });
  }
  return sorted(items);
}

/** The items of the entry that a page of the fake Odoo shows. */
export async function itemsInOdoo(page: Page): Promise<ShownItem[]> {
  const rows = await page.getByRole('table', { name: 'Journal items' }).locator('tbody tr').all();
  const items: ShownItem[] = [];
  for (const row of rows) {
    const cells = await row.locator('td').allInnerTexts();
    items.push({ account: cells[0] ?? '', debit: plain(cells[3] ?? ''), credit: plain(cells[4] ?? '') });
  }
  return sorted(items);
}

/** "€1,234.50" and "1234.50" → "1234.50" */
export function plain(amount: string): string {
  return amount.replaceAll(/[^\d.-]/g, '');
}

function sorted(items: ShownItem[]): ShownItem[] {
  return items.toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
}
