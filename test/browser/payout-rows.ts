import type { FrameLocator, Locator } from '@playwright/test';
import { expect } from './klopt';

/** How the list says that a sync ended well. */
export const endedWell = /Posted and read back: \d+ documents?, \d+ statement lines?\./;

/** The row of a payout in the list; `day` as the list writes it, such as "Sep 8, 2026". */
export function rowOf(app: FrameLocator, day: string): Locator {
  return app.getByRole('row').filter({ has: app.getByRole('link', { name: day, exact: true }) });
}

/** Klopt has looked into it: it can be synced. */
export async function expectReady(row: Locator): Promise<void> {
  await expect(row.getByText('Ready')).toBeVisible({ timeout: 60_000 });
}

export async function sync(row: Locator): Promise<void> {
  await expectReady(row);
  await row.getByRole('button', { name: /^Sync payout/ }).click();
}

export async function expectPosted(row: Locator): Promise<void> {
  await expect(row).toContainText(endedWell, { timeout: 90_000 });
  await expect(row.getByText('Posted', { exact: true })).toBeVisible();
}
