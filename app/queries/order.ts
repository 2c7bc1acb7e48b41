import { useQuery } from '@tanstack/react-query';

import type { OrderView } from '../views/order-view';
import { askApi } from './ask-api';
import { queryKeys } from './query-keys';

/** How often an order that is being brought to Odoo is read again. */
const orderEvery = 700;

export function useOrder(id: string, initialData?: OrderView) {
  return useQuery({
    queryKey: queryKeys.order(id),
    queryFn: ({ signal }) => askApi<OrderView>(`/api/orders/${encodeURIComponent(id)}`, { signal }),
    refetchInterval: ({ state }) => (state.data?.working ? orderEvery : false),
    ...(initialData ? { initialData } : {}),
  });
}
