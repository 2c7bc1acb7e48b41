import type { ListView } from '../../app/views/list-view';

/** The first page of a list, with all its rows on it. */
export function exampleList<Row extends { readonly state: State }, State extends string>(
  rows: readonly Row[],
  states: readonly State[],
): ListView<Row, State> {
  const counts = Object.fromEntries(
    states.map((state) => [state, rows.filter((row) => row.state === state).length]),
  ) as Record<State, number>;
  return { rows, total: rows.length, page: 1, pageSize: 25, counts, connected: true, working: false };
}
