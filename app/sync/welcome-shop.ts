import type { Shop } from '@prisma/client';
import type { Database } from '../database/client';
import type { AdminApi } from '../shopify/admin-api';
import { readShop } from '../shopify/read-shop';

export interface Welcome {
  readonly database: Database;
  readonly shopify: AdminApi;
  /** Told when Shopify did not say what the shop is like; the row is there all the same, and the next visit asks again. */
  readonly onProblem: (error: unknown) => void;
}

/** Makes the shop's row, or opens it again after a reinstallation, and notes currency, time zone and taxes. */
export async function welcomeShop({ database, shopify, onProblem }: Welcome): Promise<Shop> {
  const domain = shopify.shop;
  const shop = await database.shop.upsert({
    where: { domain },
    create: { domain },
    update: { uninstalledAt: null },
  });
  try {
    return await database.shop.update({ where: { id: shop.id }, data: await readShop(shopify) });
  } catch (error) {
    onProblem(error);
    return shop;
  }
}
