import { BlockStack, Box, Card, Tabs, TextField } from '@shopify/polaris';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { noPayoutFilter, type PayoutFilter } from '../queries/list-filter';
import { useDiscoverPayouts, usePayouts, useSyncReady } from '../queries/payouts';
import { payoutStates, type PayoutPage } from '../views/payout-view';
import { ActionError } from './action-error';
import { CsvImport } from './csv-import';
import { DiscoveryNote } from './discovery-note';
import { LoadError, LoadingCard } from './load-states';
import { PageFrame } from './page-frame';
import { Pager } from './pager';
import { PayoutList } from './payout-list';
import { PayoutsEmpty } from './payouts-empty';

interface Props {
  readonly filter: PayoutFilter;
  readonly onFilter: (filter: PayoutFilter) => void;
  readonly initial?: PayoutPage | undefined;
}

/** How long the search waits for the next letter. */
const searchPause = 300;

export function PayoutsPage({ filter, onFilter, initial }: Props) {
  const { t } = useTranslation();
  const query = usePayouts(filter, initial);
  const discover = useDiscoverPayouts();
  const syncReady = useSyncReady();
  const [importing, setImporting] = useState(false);
  const [text, setText] = useState(filter.q);
  useEffect(() => {
    if (text.trim() === filter.q) return undefined;
    const timer = setTimeout(() => onFilter({ ...filter, q: text.trim(), page: 1 }), searchPause);
    return () => clearTimeout(timer);
  }, [text, filter, onFilter]);
  const clear = () => {
    setText('');
    onFilter(noPayoutFilter);
  };
  const page = query.data;
  const states = ['', ...payoutStates] as const;
  const total = page ? payoutStates.reduce((sum, state) => sum + page.counts[state], 0) : 0;
  const tabs = states.map((state) => {
    const content = state === '' ? t('payouts.tab.all') : t(`state.${state}`);
    if (!page) return { id: state || 'all', content };
    const badge = String(state === '' ? total : page.counts[state]);
    // Without a label of its own, Polaris has the badge read as "New".
    return { id: state || 'all', content, badge, accessibilityLabel: `${content}, ${badge}` };
  });
  const ready = page?.ready ?? 0;
  return (
    <PageFrame
      title={t('payouts.title')}
      primaryAction={{
        content: ready > 0 ? t('payouts.syncAllReady', { count: ready }) : t('payouts.syncAllNone'),
        disabled: ready === 0 || page?.connected !== true,
        loading: syncReady.isPending,
        onAction: () => syncReady.mutate(),
      }}
      secondaryActions={[
        { content: t('payouts.importCsv'), onAction: () => setImporting(true) },
        {
          content: discover.isPending ? t('payouts.checking') : t('payouts.checkNow'),
          loading: discover.isPending,
          onAction: () => discover.mutate(),
        },
      ]}
    >
      <BlockStack gap="300">
        <ActionError error={syncReady.error ?? discover.error} />
        <Card padding="0">
          <Tabs
            tabs={tabs}
            selected={Math.max(
              0,
              states.findIndex((state) => state === filter.state),
            )}
            onSelect={(index) => onFilter({ ...filter, state: states[index] ?? '', page: 1 })}
            disclosureText={t('payouts.tabLabel')}
          />
          <Box padding="300" paddingBlockStart="100">
            <TextField
              type="search"
              label={t('payouts.searchLabel')}
              labelHidden
              placeholder={t('payouts.searchPlaceholder')}
              value={text}
              onChange={setText}
              clearButton
              onClearButtonClick={() => setText('')}
              autoComplete="off"
            />
          </Box>
          {page && page.rows.length > 0 ? (
            <PayoutList
              key={`${filter.state} ${filter.q} ${String(filter.page)}`}
              rows={page.rows}
              connected={page.connected}
            />
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
          <PayoutsEmpty
            connected={page.connected}
            filtered={filter.state !== '' || filter.q !== ''}
            onClear={clear}
          />
        ) : null}
        {page ? (
          <Box paddingInline={{ xs: '400', sm: '0' }}>
            <DiscoveryNote discovery={page.lastDiscovery} />
          </Box>
        ) : null}
      </BlockStack>
      <CsvImport open={importing} onClose={() => setImporting(false)} />
    </PageFrame>
  );
}
