export const pageSize = 25;

export interface ListPage<State extends string> {
  readonly counts: Record<State, number>;
  readonly total: number;
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
}

/**
 * How many rows there are in each state, in the state that is asked for (or in all), and which page of them is shown. Past
 * the end stands nothing: rows may have left the list since the page was opened.
 */
export function listPage<State extends string>(
  states: readonly State[],
  counted: ReadonlyMap<string, number>,
  { state, page = 1 }: { readonly state?: State; readonly page?: number },
): ListPage<State> {
  const counts = Object.fromEntries(states.map((one) => [one, counted.get(one) ?? 0])) as Record<
    State,
    number
  >;
  const total = state ? counts[state] : states.reduce((sum, one) => sum + counts[one], 0);
  const last = Math.max(1, Math.ceil(total / pageSize));
  return { counts, total, page: Math.min(Math.max(1, page), last), pageSize };
}

/** Which rows of the list stand on it. */
export const rowsOf = ({ page }: { readonly page: number }) => ({
  skip: (page - 1) * pageSize,
  take: pageSize,
});
