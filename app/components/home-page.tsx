import { BlockStack, Button, Card, InlineGrid, InlineStack, Link, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';

import { useOverview } from '../queries/overview';
import type { OverviewView } from '../views/mapping-view';
import { orderStates } from '../views/order-view';
import { payoutStates } from '../views/payout-view';
import { ConnectionCard } from './connection-card';
import styles from './home-page.module.css';
import { Reading } from './load-states';
import { OrderStateBadge } from './order-state-badge';
import { PageFrame } from './page-frame';
import { PayoutStateBadge } from './payout-state-badge';
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
            <OrderFigures view={view} />
            <InlineGrid columns={{ xs: 1, md: 2 }} gap="400" alignItems="start">
              <NextCard view={view} />
              <ConnectionCard view={view.connection}>
                <InlineStack>
                  <Button
                    url="/app/connection"
                    {...(view.connection.connected ? {} : { variant: 'primary' as const })}
                  >
                    {t(view.connection.connected ? 'home.connection.manage' : 'home.connection.connect')}
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

/** How many payouts are in each state; each figure leads to them. */
function Figures({ view }: { readonly view: OverviewView }) {
  const { t, i18n } = useTranslation();
  const number = new Intl.NumberFormat(i18n.language);
  // Nothing is syncing most of the time.
  const shown = payoutStates.filter((state) => state !== 'syncing' || (view.counts.syncing ?? 0) > 0);
  return (
    <BlockStack gap="200">
      <Text as="h2" variant="headingMd">
        {t('payouts.title')}
      </Text>
      <section aria-label={t('home.figures')} className={styles.figures}>
        {shown.map((state) => {
          const count = view.counts[state] ?? 0;
          return (
            <Link
              key={state}
              url={`/app/payouts?state=${state}`}
              monochrome
              removeUnderline
              accessibilityLabel={t('home.figureLink', { count, state: t(`state.${state}`) })}
            >
              <span className={styles.figure}>
                <Text
                  as="span"
                  variant="heading2xl"
                  numeric
                  {...(count === 0 ? { tone: 'disabled' as const } : {})}
                >
                  {number.format(count)}
                </Text>
                <PayoutStateBadge state={state} />
              </span>
            </Link>
          );
        })}
      </section>
    </BlockStack>
  );
}

/** The same of orders, once there are any. */
function OrderFigures({ view: { orderCounts } }: { readonly view: OverviewView }) {
  const { t, i18n } = useTranslation();
  const number = new Intl.NumberFormat(i18n.language);
  if (Object.values(orderCounts).every((count) => count === 0)) return null;
  const shown = orderStates.filter((state) => state !== 'queued' || (orderCounts.queued ?? 0) > 0);
  return (
    <BlockStack gap="200">
      <Text as="h2" variant="headingMd">
        {t('home.ordersHeading')}
      </Text>
      <section aria-label={t('home.orderFigures')} className={styles.figures}>
        {shown.map((state) => {
          const count = orderCounts[state] ?? 0;
          return (
            <Link
              key={state}
              url={`/app/orders?state=${state}`}
              monochrome
              removeUnderline
              accessibilityLabel={t('home.orderFigureLink', {
                count: count,
                state: t(`orders.state.${state}`),
              })}
            >
              <span className={styles.figure}>
                <Text
                  as="span"
                  variant="heading2xl"
                  numeric
                  {...(count === 0 ? { tone: 'disabled' as const } : {})}
                >
                  {number.format(count)}
                </Text>
                <OrderStateBadge state={state} />
              </span>
            </Link>
          );
        })}
      </section>
    </BlockStack>
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
