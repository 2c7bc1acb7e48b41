import { BlockStack, Box } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { noPayoutFilter, type PayoutFilter } from '../queries/list-filter';
import { useDiscoverPayouts, usePayouts, useSyncReady } from '../queries/payouts';
import { payoutStates, type PayoutPage } from '../views/payout-view';
import { ActionError } from './action-error';
import { CsvImport } from './csv-import';
import { DiscoveryNote } from './discovery-note';
import { ListEmpty } from './list-empty';
import { ListFrame } from './list-frame';
import { PageFrame } from './page-frame';
import { PayoutList } from './payout-list';
import { SearchField } from './search-field';
import { StateTabs } from './state-tabs';

interface Props {
  readonly filter: PayoutFilter;
  readonly onFilter: (filter: PayoutFilter) => void;
  readonly initial?: PayoutPage | undefined;
}

export function PayoutsPage({ filter, onFilter, initial }: Props) {
  const { t } = useTranslation();
  const query = usePayouts(filter, initial);
  const discover = useDiscoverPayouts();
  const syncReady = useSyncReady();
  const [importing, setImporting] = useState(false);
  const page = query.data;
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
          content: discover.isPending ? t('list.checking') : t('list.checkNow'),
          loading: discover.isPending,
          onAction: () => discover.mutate(),
        },
      ]}
    >
      <BlockStack gap="300">
        <ActionError error={syncReady.error ?? discover.error} />
        <ListFrame
          query={query}
          filter={filter}
          onFilter={onFilter}
          choices={
            <>
              <StateTabs
                states={payoutStates}
                counts={page?.counts}
                state={filter.state}
                onState={(state) => onFilter({ ...filter, state, page: 1 })}
                words={(state) => t(`state.${state}`)}
              />
              <Box padding="300" paddingBlockStart="100">
                <SearchField
                  label={t('payouts.searchLabel')}
                  placeholder={t('payouts.searchPlaceholder')}
                  filter={filter}
                  onFilter={onFilter}
                />
              </Box>
            </>
          }
          list={({ rows, connected }) => <PayoutList rows={rows} connected={connected} />}
          empty={({ connected }) => (
            <ListEmpty
              of="payouts"
              connected={connected}
              filtered={filter.state !== '' || filter.q !== ''}
              onClear={() => onFilter(noPayoutFilter)}
            />
          )}
          note={({ lastDiscovery }) => <DiscoveryNote discovery={lastDiscovery} />}
        />
      </BlockStack>
      <CsvImport open={importing} onClose={() => setImporting(false)} />
    </PageFrame>
  );
}
