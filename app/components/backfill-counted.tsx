import { BlockStack, Box, Button, Card, InlineStack, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useBeginBackfill, useMoveBackfill } from '../queries/backfill';
import type { BackfillObstacle, BackfillView } from '../views/order-view';
import { ActionError } from './action-error';
import { obstacleAddress, obstacleWords, reachWords } from './backfill-words';
import { formatDay } from './date-text';
import { RowTable } from './row-table';
import { TitledCard } from './titled-card';

/** What was counted, and what would be in the way; a person decides whether it is posted. */
export function BackfillCounted({ backfill }: { readonly backfill: BackfillView }) {
  const { t, i18n } = useTranslation();
  const move = useMoveBackfill();
  const begin = useBeginBackfill();
  const { id, reach, since, total, counted, leftOut, obstacles, movesStartDate } = backfill;
  const number = new Intl.NumberFormat(i18n.language);
  const parts = [
    { part: 'toBring', count: total },
    { part: 'nothingNeeded', count: Math.max(0, counted - total - leftOut) },
    { part: 'leftOut', count: leftOut },
  ] as const;
  const again = () =>
    move.mutate(
      { id, step: 'stop' },
      { onSuccess: () => begin.mutate({ reach, ...(reach === 'date' && since ? { since } : {}) }) },
    );
  return (
    <>
      <ActionError error={move.error ?? begin.error} />
      <Card>
        <BlockStack gap="300">
          <BlockStack gap="100">
            <Text as="h2" variant="headingMd">
              {t('history.countedTitle', { total: number.format(counted) })}
            </Text>
            <Text as="p" tone="subdued">
              {reachWords(t, i18n.language, backfill)}
            </Text>
          </BlockStack>
          {counted > 0 ? (
            <Text as="p">
              {parts
                .filter(({ count }) => count > 0)
                .map(({ part, count }) => t(`history.parts.${part}`, { total: number.format(count) }))
                .join(' · ')}
            </Text>
          ) : null}
          {total === 0 ? (
            <Text as="p">{t(counted === 0 ? 'history.countedNone' : 'history.nothingToBring')}</Text>
          ) : obstacles.length === 0 ? (
            <Text as="p" tone="success" fontWeight="semibold">
              {t('history.clear')}
            </Text>
          ) : null}
          {movesStartDate ? (
            <Text as="p">
              {t(movesStartDate.to ? 'history.movesStart' : 'history.movesStartToBeginning', {
                from: formatDay(movesStartDate.from, i18n.language, 'long'),
                to: movesStartDate.to ? formatDay(movesStartDate.to, i18n.language, 'long') : '',
              })}
            </Text>
          ) : null}
          <InlineStack gap="200">
            {total > 0 ? (
              <Button
                variant="primary"
                loading={move.isPending && move.variables.step === 'post'}
                onClick={() => move.mutate({ id, step: 'post' })}
              >
                {t('history.post', { total: number.format(total) })}
              </Button>
            ) : null}
            <Button loading={begin.isPending} onClick={again}>
              {t('history.again')}
            </Button>
            <Button
              loading={move.isPending && move.variables.step === 'stop'}
              onClick={() => move.mutate({ id, step: 'stop' })}
            >
              {t('history.close')}
            </Button>
          </InlineStack>
        </BlockStack>
      </Card>
      {obstacles.length > 0 ? <Obstacles obstacles={obstacles} /> : null}
    </>
  );
}

/** A history of years may name hundreds of SKUs. */
const shownAtFirst = 25;

/** Those first that stop an order whatever was chosen; within a kind as counted, most orders first. */
const worst: readonly BackfillObstacle['kind'][] = [
  'order-unreadable',
  'tax-unmapped',
  'period-locked',
  'gateway-unmapped',
  'order-not-exact',
  'sku-unknown',
];

function Obstacles({ obstacles }: { readonly obstacles: readonly BackfillObstacle[] }) {
  const { t, i18n } = useTranslation();
  const [all, setAll] = useState(false);
  const number = new Intl.NumberFormat(i18n.language);
  const sorted = [...obstacles].sort((left, right) => worst.indexOf(left.kind) - worst.indexOf(right.kind));
  const rows = all ? sorted : sorted.slice(0, shownAtFirst);
  const hidden = sorted.length - rows.length;
  const waitsForSku = obstacles.some(({ kind }) => kind === 'sku-unknown');
  const help = `${t('history.obstacles.explain')}${waitsForSku ? ` ${t('history.obstacles.explainSku')}` : ''}`;
  return (
    <TitledCard title={t('history.obstacles.title')} help={help}>
      <RowTable
        label={t('history.obstacles.title')}
        rows={rows}
        rowKey={({ kind, key }) => `${kind} ${key}`}
        columns={[
          {
            key: 'what',
            heading: t('history.obstacles.what'),
            width: 'minmax(10rem, 1fr)',
            phone: 'half',
            cell: (row) => obstacleWords(t, i18n.language, row),
          },
          {
            key: 'orders',
            heading: t('history.obstacles.orders'),
            width: 'max-content',
            align: 'end',
            cell: ({ orders }) => number.format(orders),
          },
          {
            key: 'solve',
            heading: t('history.obstacles.solve'),
            width: 'max-content',
            align: 'end',
            phone: 'half-end',
            cell: (row) => (
              <Button
                size="slim"
                url={obstacleAddress(row)}
                accessibilityLabel={`${t(`history.obstacles.action.${row.kind}`)}: ${obstacleWords(t, i18n.language, row)}`}
              >
                {t(`history.obstacles.action.${row.kind}`)}
              </Button>
            ),
          },
        ]}
      />
      {hidden > 0 ? (
        <Box padding="400">
          <Button variant="plain" onClick={() => setAll(true)}>
            {t('history.obstacles.more', { count: hidden })}
          </Button>
        </Box>
      ) : null}
    </TitledCard>
  );
}
