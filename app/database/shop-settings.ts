import { z } from 'zod';
import type { Database } from './client';

/** What Klopt notes for itself in a shop's row; not what the merchant chose (that is in Mapping). */
const settingsShape = z.looseObject({
  ordersPolledUntil: z.string().optional(),
  daysFoundIn: z.string().optional(),
});

/** Up to which change of an order the poll has read Shopify's list. */
export async function ordersPolledUntil(database: Database, shopId: string): Promise<Date | undefined> {
  const { settings } = await database.shop.findUniqueOrThrow({
    where: { id: shopId },
    select: { settings: true },
  });
  const { ordersPolledUntil: until } = settingsShape.parse(settings);
  return until ? new Date(until) : undefined;
}

export async function setOrdersPolledUntil(database: Database, shopId: string, until: Date): Promise<void> {
  await database.$executeRaw`
    UPDATE "Shop" SET "settings" = "settings" || ${JSON.stringify({ ordersPolledUntil: until.toISOString() })}::jsonb
    WHERE "id" = ${shopId}`;
}

/** The next poll looks as if it were the first: from the start date on. What was read since is not asked for again. */
export async function forgetOrdersPolledUntil(database: Database, shopId: string): Promise<void> {
  await database.$executeRaw`
    UPDATE "Shop" SET "settings" = "settings" - 'ordersPolledUntil' WHERE "id" = ${shopId}`;
}

/** In which Odoo the days' documents were looked for. */
export async function daysFoundIn(database: Database, shopId: string): Promise<string | undefined> {
  const { settings } = await database.shop.findUniqueOrThrow({
    where: { id: shopId },
    select: { settings: true },
  });
  return settingsShape.parse(settings).daysFoundIn;
}

export async function setDaysFoundIn(database: Database, shopId: string, place: string): Promise<void> {
  await database.$executeRaw`
    UPDATE "Shop" SET "settings" = "settings" || ${JSON.stringify({ daysFoundIn: place })}::jsonb
    WHERE "id" = ${shopId}`;
}
