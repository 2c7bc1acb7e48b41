import type { BulkOperations } from './bulk-operations';
import type { Faults } from './faults';
import type { Entry } from './read-state';
import type { ShopWorld } from './shop-world';

/** Which roots a bulk operation resolves now; `found` keeps what the root's search found the first time. */
export type BulkSlice = { from: number; size: number; found: Entry[] | undefined };

/** One GraphQL request, as the resolvers see it (GraphQL's context value). */
export type Call = {
  world: ShopWorld;
  faults: Faults;
  scopes: readonly string[];
  /** Objects answered so far: the actual cost. */
  objects: number;
  /** Warnings about search queries, answered under `extensions.search`. */
  search: { path: string[]; query: string; warnings: { field: string; message: string; code: string }[] }[];
  bulk: BulkOperations;
  /** Set while a bulk operation runs: connections then need no page size and give all. */
  bulkSlice?: BulkSlice;
};
