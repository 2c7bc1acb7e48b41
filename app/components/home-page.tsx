import { BlockStack, Button, Card, InlineGrid, InlineStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';

import { useOverview } from '../queries/overview';
import type { OverviewView } from '../views/mapping-view';
import { orderStates } from '../views/order-view';
import { payoutStates } from '../views/payout-view';
import { ConnectionCard } from './connection-card';
import { Reading } from './load-states';
import { OrderStateBadge } from './order-state-badge';
import { PageFrame } from './page-frame';
import { PayoutStateBadge } from './payout-state-badge';
import { StateFigures } from './state-figures';
import { StepsCard } from './steps-card';

export function HomePage({ initial }: { readonly initial?: OverviewView | undefined }) {
  const { t } = useTranslation();
  const query = useOverview(initial);
  const view = query.data;
  return (
    <PageFrame title={t('home.title')} {...(view ? { subtitle: view.shopName } : {})}>
      <BlockStack gap="400">
        <Reading query={query} />
        {view ? (
          <>
            <StepsCard view={view} />
            <Figures view={view} />
            <InlineGrid columns={{ xs: 1, md: 2 }} gap="400" alignItems="start">
              <NextCard view={view} />
              <ConnectionCard view={view.connection}>
                <InlineStack>
                  <Button
                    url="/app/connection"
                    {...(view.connection.connected ? {} : { variant: 'primary' as const })}
                  >
                    {t(view.connection.connected ? 'home.manageConnection' : 'common.connectOdoo')}
                  </Button>
                </InlineStack>
              </ConnectionCard>
            </InlineGrid>
          </>
        ) : null}
      </BlockStack>
    </PageFrame>
  );
}

/** Payouts by state, and orders once there are any. */
function Figures({ view: { counts, orderCounts } }: { readonly view: OverviewView }) {
  const { t } = useTranslation();
  const hasOrders = Object.values(orderCounts).some((count) => count > 0);
  return (
    <>
      <StateFigures
        heading={t('payouts.title')}
        label={t('home.figures')}
        list="/app/payouts"
        states={payoutStates}
        passing="syncing"
        counts={counts}
        linkLabel={(state, count) => t('home.figureLink', { count, state: t(`state.${state}`) })}
        badge={(state) => <PayoutStateBadge state={state} />}
      />
      {hasOrders ? (
        <StateFigures
          heading={t('orders.title')}
          label={t('home.orderFigures')}
          list="/app/orders"
          states={orderStates}
          passing="queued"
          counts={orderCounts}
          linkLabel={(state, count) =>
            t('home.orderFigureLink', { count, state: t(`orders.state.${state}`) })
          }
          badge={(state) => <OrderStateBadge state={state} />}
        />
      ) : null}
    </>
  );
}

/** What a person would do next, from the figures. */
function NextCard({ view }: { readonly view: OverviewView }) {
  const { t } = useTranslation();
  const attention = view.counts['needs-attention'] ?? 0;
  const ready = view.counts.ready ?? 0;
  const orders = view.orderCounts['needs-attention'] ?? 0;
  return (
    <Card>
      <BlockStack gap="300" inlineAlign="start">
        <Text as="h2" variant="headingMd">
          {attention > 0
            ? t('home.attentionTitle', { count: attention })
            : ready > 0
              ? t('home.waiting', { count: ready })
              : t('payouts.title')}
        </Text>
        {attention > 0 && ready > 0 ? <Text as="p">{t('home.waiting', { count: ready })}</Text> : null}
        {attention === 0 && ready === 0 && (view.counts.posted ?? 0) + (view.counts.banked ?? 0) > 0 ? (
          <Text as="p">{t('home.allWell')}</Text>
        ) : null}
        {orders > 0 ? <Text as="p">{t('home.orderAttention', { count: orders })}</Text> : null}
        <InlineStack gap="200">
          <Button
            variant="primary"
            url={
              attention > 0
                ? '/app/payouts?state=needs-attention'
                : ready > 0
                  ? '/app/payouts?state=ready'
                  : '/app/payouts'
            }
          >
            {t('home.open')}
          </Button>
          {orders > 0 ? (
            <Button url="/app/orders?state=needs-attention">{t('home.openOrders')}</Button>
          ) : null}
        </InlineStack>
      </BlockStack>
    </Card>
  );
}
