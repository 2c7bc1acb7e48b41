import { Prisma } from '@prisma/client';
import type { Database } from '../database/client';
import type { OdooClient } from '../odoo/client/odoo-client';
import { findExternalIds } from '../odoo/loading/find-external-ids';
import { externalModule } from '../odoo/loading/external-names';
import type { PayoutState } from './views/payout-view';

/** Enough to know the books by: one of the newest lines that is there still says that they are the same. */
const asked = 50;

/**
 * After another connection: where none of what was posted stands in this Odoo, it is another database or company. What
 * we know of records is of no use there (their ids are other records), so it is forgotten, and each payout is looked at
 * anew. Nothing is lost by it: where they are the same books after all, everything is found by its external ids.
 * Answers whether the books are others.
 */
export async function forgetOtherBooks(
  database: Database,
  client: OdooClient,
  shop: { readonly id: string; readonly domain: string },
): Promise<boolean> {
  const lines = await database.binding.findMany({
    where: { shopId: shop.id, model: 'account.bank.statement.line' },
    orderBy: { createdAt: 'desc' },
    take: asked,
    select: { externalId: true, odooId: true },
  });
  if (lines.length === 0) return false;
  const found = await findExternalIds(client, {
    module: externalModule(shop.domain),
    model: 'account.bank.statement.line',
    names: lines.map(({ externalId }) => externalId),
    candidates: [['id', 'in', lines.map(({ odooId }) => odooId)]],
  });
  if (lines.some(({ externalId, odooId }) => found.get(externalId) === odooId)) return false;
  const posted: PayoutState[] = ['posted', 'banked', 'failed', 'ready'];
  const state: PayoutState = 'new';
  await database.$transaction([
    database.binding.deleteMany({ where: { shopId: shop.id } }),
    database.dayDocument.deleteMany({ where: { shopId: shop.id } }),
    database.$executeRaw`UPDATE "Shop" SET "settings" = "settings" - 'daysFoundIn' WHERE "id" = ${shop.id}`,
    database.payout.updateMany({
      where: { shopId: shop.id, state: { in: posted } },
      data: { state, proof: Prisma.DbNull, postedAt: null },
    }),
  ]);
  return true;
}
