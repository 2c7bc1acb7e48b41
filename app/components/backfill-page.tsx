import { BlockStack } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';

import { useHistory } from '../queries/backfill';
import type { HistoryView } from '../views/order-view';
import { BackfillBegin } from './backfill-begin';
import { BackfillCounted } from './backfill-counted';
import { BackfillPast } from './backfill-past';
import { BackfillProgress } from './backfill-progress';
import { EmptyCard, Reading } from './load-states';
import { PageFrame } from './page-frame';

/** Brings a shop's history to Odoo: from when on, counted, what is in the way, posted, with pace and time left. */
export function BackfillPage({ initial }: { readonly initial?: HistoryView | undefined }) {
  const { t } = useTranslation();
  const query = useHistory(initial);
  const view = query.data;
  return (
    <PageFrame
      title={t('history.title')}
      subtitle={t('history.subtitle')}
      backAction={{ content: t('history.back'), url: '/app/orders' }}
    >
      <BlockStack gap="400">
        <Reading query={query} lines={8} />
        {view ? <Now view={view} /> : null}
        {view && view.past.length > 0 ? <BackfillPast past={view.past} /> : null}
      </BlockStack>
    </PageFrame>
  );
}

function Now({ view }: { readonly view: HistoryView }) {
  const { t } = useTranslation();
  const { current } = view;
  if (current?.state === 'counted') return <BackfillCounted backfill={current} />;
  if (current) return <BackfillProgress backfill={current} run={view.run} />;
  if (!view.connected) {
    return (
      <EmptyCard
        title={t('history.notConnectedTitle')}
        text={t('history.notConnectedText')}
        action={{ content: t('common.connectOdoo'), url: '/app/connection' }}
      />
    );
  }
  return <BackfillBegin />;
}
