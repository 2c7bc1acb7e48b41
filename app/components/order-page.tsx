import { BlockStack, Box, Card, InlineGrid, InlineStack, Text } from '@shopify/polaris';
import { useContext } from 'react';
import { useTranslation } from 'react-i18next';

import { useOrder } from '../queries/order';
import { useSyncOrders } from '../queries/orders';
import type { OrderView } from '../views/order-view';
import { ActionError } from './action-error';
import { formatDay, formatInstant } from './date-text';
import { FindingList } from './finding-list';
import { MoneyText } from './money-text';
import { OrderCheck } from './order-check';
import { OrderDocuments } from './order-documents';
import { OrderPayments } from './order-payments-card';
import { OrderStateBadge } from './order-state-badge';
import { financialStatusWords, reasonWords } from './order-words';
import { PageFrame } from './page-frame';
import { PageOfOne } from './page-of-one';
import { RunProgress } from './run-progress';
import { ShopTimeZone } from './shop-time-zone';

export function OneOrderPage({
  id,
  initial,
}: {
  readonly id: string;
  readonly initial?: OrderView | undefined;
}) {
  const { t } = useTranslation();
  const query = useOrder(id, initial);
  return (
    <PageOfOne
      query={query}
      title={t('orders.one.title', { name: id })}
      back={{ content: t('orders.title'), url: '/app/orders' }}
      missing={{ title: t('orders.one.notFound.title'), text: t('orders.one.notFound.text') }}
    >
      {(order) => <KnownOrder order={order} />}
    </PageOfOne>
  );
}

function KnownOrder({ order }: { readonly order: OrderView }) {
  const { t } = useTranslation();
  const sync = useSyncOrders();
  const again = order.documents.length > 0 || order.state === 'needs-attention';
  const links = [
    ...(order.shopifyHref ? [{ content: t('orders.one.openShopify'), url: order.shopifyHref }] : []),
    ...order.documents.map(({ name, href }) => ({
      content: t('orders.one.openDocument', { name }),
      url: href,
    })),
  ];
  return (
    <PageFrame
      title={t('orders.one.title', { name: order.name })}
      backAction={{ content: t('orders.title'), url: '/app/orders' }}
      titleMetadata={<OrderStateBadge state={order.state} />}
      subtitle={[
        order.customer ?? t('orders.guest'),
        ...(order.country ? [order.country] : []),
        financialStatusWords(t, order.financialStatus),
      ].join(' · ')}
      primaryAction={{
        content: t(again ? 'orders.syncAgain' : 'orders.sync'),
        onAction: () => sync.mutate([order.id]),
        loading: sync.isPending,
        disabled: order.working,
      }}
      secondaryActions={links.map((link) => ({ ...link, external: true }))}
    >
      <BlockStack gap="400">
        <ActionError error={sync.error} />
        <Facts order={order} />
        {order.working ? <Working order={order} /> : null}
        {order.findingList.length > 0 ? <FindingList findings={order.findingList} /> : null}
        <OrderDocuments order={order} />
        <InlineGrid columns={{ xs: 1, lg: '3fr 2fr' }} gap="400" alignItems="start">
          <OrderPayments order={order} />
          <OrderCheck order={order} />
        </InlineGrid>
        {order.findingList.length === 0 ? <FindingList findings={[]} /> : null}
      </BlockStack>
    </PageFrame>
  );
}

function Facts({ order }: { readonly order: OrderView }) {
  const { t, i18n } = useTranslation();
  const timeZone = useContext(ShopTimeZone);
  const at = (iso: string) => formatInstant(iso, i18n.language, timeZone);
  const facts = [
    t('orders.one.placed', { date: formatDay(order.placedOn, i18n.language, 'long') }),
    ...(order.cancelledAt ? [t('orders.one.cancelled', { date: at(order.cancelledAt) })] : []),
    ...(order.poNumber ? [t('orders.one.po', { number: order.poNumber })] : []),
    ...(order.paymentTerms ? [t('orders.one.terms', { terms: order.paymentTerms })] : []),
  ];
  const waits = order.state === 'new' || order.state === 'left-out' ? order.reason : null;
  return (
    <Box paddingInline={{ xs: '400', sm: '0' }}>
      <BlockStack gap="100">
        <InlineStack gap="300" blockAlign="center">
          {order.total ? <MoneyText amount={order.total} variant="headingXl" fontWeight="bold" /> : null}
          <Text as="p" tone="subdued">
            <span suppressHydrationWarning>{facts.join(' · ')}</span>
          </Text>
        </InlineStack>
        {waits ? <Text as="p">{t('orders.one.reason', { reason: reasonWords(t, waits) })}</Text> : null}
        <Text as="p" tone="subdued" variant="bodySm">
          <span suppressHydrationWarning>
            {order.syncedAt && order.documents.length > 0
              ? t('orders.one.synced', { when: at(order.syncedAt) })
              : t('orders.one.neverSynced')}
          </span>
        </Text>
      </BlockStack>
    </Box>
  );
}

function Working({ order }: { readonly order: OrderView }) {
  const { t } = useTranslation();
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          {t('orders.one.working')}
        </Text>
        {order.run ? (
          <RunProgress run={order.run} />
        ) : (
          <Text as="p" tone="subdued">
            {t('orders.one.waiting')}
          </Text>
        )}
      </BlockStack>
    </Card>
  );
}
