import { BlockStack, Box, Card, Tabs, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';

import { noOrderFilter, type OrderFilter } from '../queries/list-filter';
import { useCheckOrders, useOrders, useSyncOrders } from '../queries/orders';
import { orderStates, type OrderPage } from '../views/order-view';
import { ActionError } from './action-error';
import { DiscoveryNote } from './discovery-note';
import { FindingItem } from './finding-item';
import { LoadError, LoadingCard } from './load-states';
import { OrderFilters } from './order-filters';
import { OrderList } from './order-list';
import { OrdersEmpty } from './orders-empty';
import { PageFrame } from './page-frame';
import { Pager } from './pager';
import { RunProgress } from './run-progress';
import { showToast } from './show-toast';

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
  const states = ['', ...orderStates] as const;
  const total = page ? orderStates.reduce((sum, state) => sum + page.counts[state], 0) : 0;
  const tabs = states.map((state) => {
    const content = state === '' ? t('orders.tab.all') : t(`orders.state.${state}`);
    if (!page) return { id: state || 'all', content };
    const badge = String(state === '' ? total : page.counts[state]);
    // Without a label of its own, Polaris has the badge read as "New".
    return { id: state || 'all', content, badge, accessibilityLabel: `${content}, ${badge}` };
  });
  const waiting = page?.unposted ?? 0;
  const filtered = JSON.stringify({ ...filter, page: 1 }) !== JSON.stringify(noOrderFilter);
  return (
    <PageFrame
      title={t('orders.title')}
      primaryAction={{
        content: waiting > 0 ? t('orders.syncAll', { count: waiting }) : t('orders.syncAllNone'),
        disabled: waiting === 0 || page?.connected !== true,
        loading: syncAll.isPending,
        helpText: page?.connected === false ? t('orders.notConnected') : t('orders.syncAllHelp'),
        onAction: () =>
          syncAll.mutate(undefined, {
            onSuccess: ({ asked }) => showToast(t('orders.asked', { count: asked })),
          }),
      }}
      secondaryActions={[
        { content: t('orders.history'), url: '/app/history' },
        {
          content: check.isPending ? t('orders.checking') : t('orders.checkNow'),
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
        <Card padding="0">
          <Tabs
            tabs={tabs}
            selected={Math.max(
              0,
              states.findIndex((state) => state === filter.state),
            )}
            onSelect={(index) => onFilter({ ...filter, state: states[index] ?? '', page: 1 })}
            disclosureText={t('orders.tabLabel')}
          />
          <OrderFilters filter={filter} onFilter={onFilter} />
          {page && page.rows.length > 0 ? (
            <OrderList key={JSON.stringify(filter)} rows={page.rows} connected={page.connected} />
          ) : null}
          {page ? (
            <Pager
              page={page.page}
              pageSize={page.pageSize}
              total={page.total}
              onPage={(wanted) => onFilter({ ...filter, page: wanted })}
            />
          ) : null}
        </Card>
        {query.isPending ? <LoadingCard lines={10} /> : null}
        {query.isError && !page ? (
          <LoadError error={query.error} onRetry={() => void query.refetch()} />
        ) : null}
        {page && page.rows.length === 0 ? (
          <OrdersEmpty
            connected={page.connected}
            filtered={filtered}
            onClear={() => onFilter(noOrderFilter)}
          />
        ) : null}
        {page ? (
          <Box paddingInline={{ xs: '400', sm: '0' }}>
            <DiscoveryNote discovery={page.lastPoll} />
            {page.connected && !page.automatic ? (
              <Text as="p" tone="subdued" variant="bodySm">
                {t('orders.manual')}
              </Text>
            ) : null}
          </Box>
        ) : null}
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
