import { BlockStack, Card, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';

import { noOrderFilter, type OrderFilter } from '../queries/list-filter';
import { useCheckOrders, useOrders, useSyncOrders } from '../queries/orders';
import { orderStates, type OrderPage } from '../views/order-view';
import { ActionError } from './action-error';
import { DiscoveryNote } from './discovery-note';
import { FindingItem } from './finding-item';
import { ListEmpty } from './list-empty';
import { ListFrame } from './list-frame';
import { OrderFilters } from './order-filters';
import { OrderList } from './order-list';
import { PageFrame } from './page-frame';
import { RunProgress } from './run-progress';
import { showToast } from './show-toast';
import { StateTabs } from './state-tabs';

interface Props {
  readonly filter: OrderFilter;
  readonly onFilter: (filter: OrderFilter) => void;
  readonly initial?: OrderPage | undefined;
}

/** Every order with its documents and state; filters, and "sync" for one, some or all. */
export function OrdersPage({ filter, onFilter, initial }: Props) {
  const { t } = useTranslation();
  const query = useOrders(filter, initial);
  const check = useCheckOrders();
  const syncAll = useSyncOrders();
  const page = query.data;
  const waiting = page?.unposted ?? 0;
  const filtered = JSON.stringify({ ...filter, page: 1 }) !== JSON.stringify(noOrderFilter);
  return (
    <PageFrame
      title={t('orders.title')}
      primaryAction={{
        content: waiting > 0 ? t('orders.syncAll', { count: waiting }) : t('orders.syncAllNone'),
        disabled: waiting === 0 || page?.connected !== true,
        loading: syncAll.isPending,
        helpText: page?.connected === false ? t('list.notConnected') : t('orders.syncAllHelp'),
        onAction: () =>
          syncAll.mutate(undefined, {
            onSuccess: ({ asked }) => showToast(t('orders.asked', { count: asked })),
          }),
      }}
      secondaryActions={[
        { content: t('orders.history'), url: '/app/history' },
        {
          content: check.isPending ? t('list.checking') : t('list.checkNow'),
          loading: check.isPending,
          onAction: () => check.mutate(),
        },
      ]}
    >
      <BlockStack gap="300">
        <ActionError error={syncAll.error ?? check.error} />
        {page?.run ? <Running run={page.run} /> : null}
        {page?.stopped ? (
          <Card>
            <BlockStack gap="200">
              <Text as="h2" variant="headingSm">
                {t('orders.stopped', { count: page.counts.queued })}
              </Text>
              <FindingItem finding={page.stopped} />
            </BlockStack>
          </Card>
        ) : null}
        <ListFrame
          query={query}
          filter={filter}
          onFilter={onFilter}
          choices={
            <>
              <StateTabs
                states={orderStates}
                counts={page?.counts}
                state={filter.state}
                onState={(state) => onFilter({ ...filter, state, page: 1 })}
                words={(state) => t(`orders.state.${state}`)}
              />
              <OrderFilters filter={filter} onFilter={onFilter} />
            </>
          }
          list={({ rows, connected }) => <OrderList rows={rows} connected={connected} />}
          empty={({ connected }) => (
            <ListEmpty
              of="orders"
              connected={connected}
              filtered={filtered}
              onClear={() => onFilter(noOrderFilter)}
            />
          )}
          note={({ lastPoll, connected, automatic }) => (
            <>
              <DiscoveryNote discovery={lastPoll} />
              {connected && !automatic ? (
                <Text as="p" tone="subdued" variant="bodySm">
                  {t('orders.manual')}
                </Text>
              ) : null}
            </>
          )}
        />
      </BlockStack>
    </PageFrame>
  );
}

function Running({ run }: { readonly run: NonNullable<OrderPage['run']> }) {
  const { t } = useTranslation();
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingSm">
          {t('orders.running')}
        </Text>
        <RunProgress run={run} compact />
      </BlockStack>
    </Card>
  );
}
