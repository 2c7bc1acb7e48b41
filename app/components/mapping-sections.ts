import type { Choice, MappingsView } from '../views/mapping-view';

/** The tabs of the mappings page, in their order. */
export const mappingSections = ['taxes', 'accounts', 'types', 'lines', 'gateways', 'products'] as const;
export type MappingSection = (typeof mappingSections)[number];

/** Those of the settings page. */
export const settingSections = ['documents', 'customers', 'orders'] as const;

/** How many rows of a section still want a choice: shown on its tab. */
export function openRows(view: MappingsView, section: MappingSection): number {
  const open = (rows: readonly { target: Choice | null; required?: boolean; seen: number }[]) =>
    rows.filter(({ target, required, seen }) => target === null && (required === true || seen > 0)).length;
  switch (section) {
    case 'accounts':
      return open([view.salesJournal, ...view.clearingJournals, ...view.accounts]);
    case 'taxes':
      return view.taxes.filter(({ target, instead }) => target === null && instead === null).length;
    case 'types':
      return open(view.types);
    case 'gateways':
      return view.gateways.filter(
        ({ feed, journal, account, register, seen }) =>
          !feed && seen > 0 && register !== 'no' && journal === null && account === null,
      ).length;
    case 'products':
      return view.products.filter(({ target }) => target === null).length;
    case 'lines':
      return 0;
  }
}
