import { mappingKinds, type MappingKind } from '../views/mapping-kinds';
import type { Database } from './client';

export { mappingKinds, type MappingKind };

/** What a mapping points at: a record of Odoo with what a person knew it by, or a plain value of a setting. */
export type MappingTarget =
  | { readonly model: string; readonly id: number; readonly code?: string; readonly name: string }
  | { readonly value: string };

export interface MappingRecord {
  readonly kind: MappingKind;
  readonly key: string;
  readonly target: MappingTarget;
}

export async function mappingsOf(database: Database, shopId: string): Promise<MappingRecord[]> {
  const rows = await database.mapping.findMany({
    where: { shopId },
    orderBy: [{ kind: 'asc' }, { key: 'asc' }],
  });
  return rows.map((row) => ({
    kind: row.kind as MappingKind,
    key: row.key,
    target: row.target as unknown as MappingTarget,
  }));
}

/** Writes and takes away mappings, all or none. */
export async function saveMappings(
  database: Database,
  shopId: string,
  changes: readonly { kind: MappingKind; key: string; target: MappingTarget | null }[],
): Promise<void> {
  await database.$transaction(
    changes.map(({ kind, key, target }) =>
      target === null
        ? database.mapping.deleteMany({ where: { shopId, kind, key } })
        : database.mapping.upsert({
            where: { shopId_kind_key: { shopId, kind, key } },
            create: { shopId, kind, key, target: target },
            update: { target: target },
          }),
    ),
  );
}
