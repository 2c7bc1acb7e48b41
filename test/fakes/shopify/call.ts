import type { Faults } from './faults';
import type { ShopWorld } from './shop-world';

/** One GraphQL request, as the resolvers see it (GraphQL's context value). */
export type Call = {
  world: ShopWorld;
  faults: Faults;
  scopes: readonly string[];
  /** Objects answered so far: the actual cost. */
  objects: number;
  /** Warnings about search queries, answered under `extensions.search`. */
  search: { path: string[]; query: string; warnings: { field: string; message: string; code: string }[] }[];
};
