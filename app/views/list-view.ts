/** A page of a list whose rows stand in states. */
export interface ListView<Row, State extends string> {
  readonly rows: readonly Row[];
  /** On all pages together. */
  readonly total: number;
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
  /** For the tabs: how many are in each state, search and filters applied. */
  readonly counts: Readonly<Record<State, number>>;
  /** Whether the shop's Odoo is. */
  readonly connected: boolean;
  /** Something of this shop is under way: what is shown will change by itself. */
  readonly working: boolean;
}
