import { Prisma } from '@prisma/client';
import type { Database } from '../database/client';
import type { OdooClient } from '../odoo/client/odoo-client';
import { findExternalIds } from '../odoo/loading/find-external-ids';
import { externalModule } from '../odoo/loading/external-names';
import type { PayoutState } from '../views/payout-view';

/** Enough to know the books by: one of the newest records that is there still says that they are the same. */
const asked = 50;
const models = ['account.bank.statement.line', 'account.move'] as const;

/**
 * After another connection: where none of what was posted stands in this Odoo, it is another database or company. What
 * we know of records is of no use there (their ids are other records), so it is forgotten, and each payout and order is
 * looked at anew. Nothing is lost by it: where they are the same books after all, everything is found by its external ids.
 * Answers whether the books are others.
 */
export async function forgetOtherBooks(
  database: Database,
  client: OdooClient,
  shop: { readonly id: string; readonly domain: string },
): Promise<boolean> {
  const known = await newestRecords(database, shop.id);
  if (known.length === 0) return false;
  for (const model of models) {
    const records = known.filter((record) => record.model === model);
    const found = await findExternalIds(client, {
      module: externalModule(shop.domain),
      model,
      names: records.map(({ externalId }) => externalId),
      candidates: [['id', 'in', records.map(({ odooId }) => odooId)]],
    });
    if (records.some(({ externalId, odooId }) => found.get(externalId) === odooId)) return false;
  }
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
    database.$executeRaw`
      UPDATE "Order" SET "state" = 'new', "reason" = NULL, "documentsCount" = 0
      WHERE "shopId" = ${shop.id} AND "state" IN ('posted', 'needs-attention', 'new')`,
  ]);
  return true;
}

/** Of each kind the newest that we know to stand under external ids of their own. */
async function newestRecords(
  database: Database,
  shopId: string,
): Promise<{ model: string; externalId: string; odooId: number }[]> {
  const newest = { orderBy: { createdAt: 'desc' }, take: asked } as const;
  const select = { model: true, externalId: true, odooId: true };
  const kinds = ['statement-line', 'document'];
  const bindings = await Promise.all(
    kinds.map((kind) =>
      database.binding.findMany({
        where: { shopId, kind, model: { in: [...models] } },
        ...newest,
        select,
      }),
    ),
  );
  // An agreement in a day's document has no external id of its own: that document has.
  const days = await database.dayDocument.findMany({
    where: { shopId, odooId: { not: null } },
    ...newest,
    select: { key: true, odooId: true },
  });
  const ofDays = days.map(({ key, odooId }) => ({
    model: 'account.move',
    externalId: key,
    odooId: odooId ?? 0,
  }));
  return [...bindings.flat(), ...ofDays];
}
