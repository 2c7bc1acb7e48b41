import type { Books } from '../../accounting/books';
import type { OpenItem } from '../../accounting/counterpart';
import type { OdooClient } from '../client/odoo-client';
import type { ExternalModule } from '../loading/external-names';

export interface SettlementContext {
  readonly client: OdooClient;
  readonly module: ExternalModule;
  readonly books: Books;
  /** Journal items of open items whose own `itemId` was not known when the settlement was made (by `OpenItem.key`). */
  readonly itemIds: ReadonlyMap<string, number>;
  readonly onProgress?: (done: number, total: number) => void;
}

export function itemIdOf(
  item: OpenItem,
  { itemIds }: Pick<SettlementContext, 'itemIds'>,
): number | undefined {
  return itemIds.get(item.key) ?? item.itemId;
}
