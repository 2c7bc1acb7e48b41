/** What a list is asked for. */
export interface ListFilter {
  /** A state, or empty for all. */
  readonly state: string;
  readonly q: string;
  /** From 1. */
  readonly page: number;
}

export type PayoutFilter = ListFilter;

export interface OrderFilter extends ListFilter {
  /** Shopify's payment status, a gateway, and days (YYYY-MM-DD) between which it was placed; empty for any. */
  readonly status: string;
  readonly gateway: string;
  readonly from: string;
  readonly to: string;
}

export const noPayoutFilter: PayoutFilter = { state: '', q: '', page: 1 };

export const noOrderFilter: OrderFilter = {
  state: '',
  q: '',
  status: '',
  gateway: '',
  from: '',
  to: '',
  page: 1,
};

/** The parts that `none` has, from an address: `?state=ready&page=2`. */
export function filterInAddress<Filter extends ListFilter>(search: URLSearchParams, none: Filter): Filter {
  const texts = Object.keys(none).map((name) => [name, search.get(name) ?? ''] as const);
  return { ...none, ...Object.fromEntries(texts), page: pageInAddress(search) };
}

/** From 1, whatever the address says. */
export function pageInAddress(search: URLSearchParams): number {
  const page = Number.parseInt(search.get('page') ?? '', 10);
  return Number.isSafeInteger(page) && page > 0 ? page : 1;
}

/** As an address asks for it. */
export function addressOfFilter({ page, ...texts }: ListFilter): string {
  return new URLSearchParams({ ...texts, page: String(page) }).toString();
}
