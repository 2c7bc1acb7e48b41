import { Banner, BlockStack, Box, Card, InlineGrid, InlineStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';

import { usePayout, usePayoutRun, useSyncPayout } from '../queries/payout';
import { isUnfinished } from '../queries/run-state';
import { say } from '../i18n/say';
import type { PayoutView } from '../views/payout-view';
import { ActionError } from './action-error';
import { formatDay } from './date-text';
import { EntriesPreview } from './entries-preview';
import { FindingList } from './finding-list';
import { holdsWords } from './holds-words';
import { MoneyText } from './money-text';
import { PageFrame } from './page-frame';
import { PageOfOne } from './page-of-one';
import { PayoutStateBadge } from './payout-state-badge';
import { ProofCard } from './proof-card';
import { RunHistory } from './run-history';
import { RunProgress } from './run-progress';
import { TransactionTable } from './transaction-table';
import { WaterfallPicture } from './waterfall-picture';

export function PayoutPage({
  id,
  initial,
}: {
  readonly id: string;
  readonly initial?: PayoutView | undefined;
}) {
  const { t } = useTranslation();
  const query = usePayout(id, initial);
  return (
    <PageOfOne
      query={query}
      title={t('payout.number', { id })}
      back={{ content: t('payouts.title'), url: '/app/payouts' }}
      missing={{ title: t('payout.notFound.title'), text: t('payout.notFound.text') }}
    >
      {(payout) => <KnownPayout payout={payout} />}
    </PageOfOne>
  );
}

function KnownPayout({ payout }: { readonly payout: PayoutView }) {
  const { t, i18n } = useTranslation();
  const sync = useSyncPayout();
  const live = usePayoutRun(payout.id, { run: payout.run, state: payout.state }).data;
  const running = isUnfinished(live.run);
  const state = running ? 'syncing' : payout.state === 'syncing' ? live.state : payout.state;
  const status = payout.shopifyStatus.toLowerCase().replaceAll('_', '-');
  const notPaid = status === 'scheduled' || status === 'in-transit';
  const failed = status === 'failed' || status === 'canceled';
  // A payout that failed stays failed; its transactions are posted and proven all the same.
  const done =
    state === 'posted' || state === 'banked' || (state === 'failed' && payout.proof?.holds === true);
  const links = [
    ...(payout.shopifyHref ? [{ content: t('payout.openShopify'), url: payout.shopifyHref }] : []),
    ...(payout.statement ? [{ content: t('payout.openStatement'), url: payout.statement.href }] : []),
    ...(payout.transfer ? [{ content: t('payout.openTransfer'), url: payout.transfer.href }] : []),
  ];
  return (
    <PageFrame
      title={t('payout.title', { date: formatDay(payout.issuedOn, i18n.language, 'long') })}
      backAction={{ content: t('payouts.title'), url: '/app/payouts' }}
      titleMetadata={<PayoutStateBadge state={state} />}
      subtitle={holdsWords(t, payout.holds)}
      primaryAction={{
        content: t(done ? 'payout.syncAgain' : 'payout.sync'),
        onAction: () => sync.mutate(payout.id),
        loading: sync.isPending,
        disabled: running || notPaid,
        ...(notPaid
          ? {
              helpText: t('payouts.notPaidYet', {
                status: say(t, `shopifyStatus.${status}`, { defaultValue: status }),
              }),
            }
          : {}),
      }}
      secondaryActions={links.map((link) => ({ ...link, external: true }))}
    >
      <BlockStack gap="400">
        <ActionError error={sync.error} />
        <Box paddingInline={{ xs: '400', sm: '0' }}>
          <InlineStack gap="300" blockAlign="center">
            <MoneyText amount={payout.net} variant="headingXl" fontWeight="bold" />
            <Text as="p" tone="subdued">
              {[
                t('payout.number', { id: payout.id }),
                payout.source === 'csv'
                  ? t('payout.fromCsv')
                  : t('payout.shopifySays', {
                      status: say(t, `shopifyStatus.${status}`, { defaultValue: status }),
                    }),
                ...(payout.bankReference
                  ? [t('payout.bankReference', { reference: payout.bankReference })]
                  : []),
              ].join(' · ')}
            </Text>
          </InlineStack>
        </Box>
        {failed && !running ? (
          <Banner tone="warning">
            <Text as="p">{t(done ? 'payout.failedDone' : 'payout.failed')}</Text>
          </Banner>
        ) : null}
        {live.run ? (
          <Card>
            <BlockStack gap="200">
              <Text as="h2" variant="headingMd">
                {t(running ? 'payout.progress.title' : 'payout.progress.doneTitle')}
              </Text>
              <RunProgress run={live.run} />
            </BlockStack>
          </Card>
        ) : null}
        {payout.findingList.length > 0 ? <FindingList findings={payout.findingList} /> : null}
        <InlineGrid columns={{ xs: 1, lg: 2 }} gap="400" alignItems="start">
          <WaterfallPicture bars={payout.waterfall} />
          <ProofCard payout={payout} />
        </InlineGrid>
        <EntriesPreview payoutId={payout.id} posted={done} />
        <TransactionTable payout={payout} />
        {payout.findingList.length === 0 ? <FindingList findings={[]} /> : null}
        <RunHistory runs={payout.history} />
      </BlockStack>
    </PageFrame>
  );
}
