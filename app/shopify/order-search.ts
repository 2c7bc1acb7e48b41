import type { Instant } from '../accounting/calendar-date';
import type { FinancialStatus } from '../accounting/order';

/** Which orders; what is left out does not narrow. */
export interface OrderSearch {
  /** Made (created) at or after. A day YYYY-MM-DD is that day in the shop's time zone. */
  readonly createdFrom?: string;
  /** Placed at or after; an imported order was placed long before it was created. */
  readonly processedFrom?: string;
  readonly updatedFrom?: Instant;
  readonly financialStatuses?: readonly FinancialStatus[];
}

/** The same in Shopify's search syntax. An empty search finds every order, closed and cancelled ones too. */
export function orderSearch(search: OrderSearch): string {
  const from = (field: string, moment: string | undefined) => (moment ? [`${field}:>='${moment}'`] : []);
  const statuses = (search.financialStatuses ?? []).map(
    (status) => `financial_status:${status.replaceAll('-', '_')}`,
  );
  return [
    ...from('created_at', search.createdFrom),
    ...from('processed_at', search.processedFrom),
    ...from('updated_at', search.updatedFrom),
    ...(statuses.length > 1 ? [`(${statuses.join(' OR ')})`] : statuses),
  ].join(' ');
}
