import { Badge, Text, type BadgeProps } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';

import type { BackfillState, BackfillView } from '../views/order-view';
import { reachWords } from './backfill-words';
import { InstantText } from './date-text';
import { findingWords } from './finding-words';
import { RowTable } from './row-table';
import { TitledCard } from './titled-card';

const tones: Partial<Record<BackfillState, BadgeProps['tone']>> = { done: 'success' };

/** Those that are over. */
export function BackfillPast({ past }: { readonly past: readonly BackfillView[] }) {
  const { t, i18n } = useTranslation();
  return (
    <TitledCard title={t('history.past.title')}>
      <RowTable
        label={t('history.past.title')}
        rows={past}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'what',
            heading: t('history.past.what'),
            width: 'minmax(8rem, 1.5fr)',
            phone: 'half',
            cell: (row) => reachWords(t, i18n.language, row),
          },
          {
            key: 'when',
            heading: t('history.past.when'),
            width: 'max-content',
            cell: ({ startedAt }) => <InstantText at={startedAt} />,
          },
          {
            key: 'result',
            heading: t('history.past.result'),
            width: 'minmax(10rem, 2fr)',
            phone: 'whole',
            cell: (row) => <Result row={row} />,
          },
          {
            key: 'state',
            heading: t('history.past.state'),
            width: 'max-content',
            phone: 'half-end',
            cell: ({ state, posting }) => {
              const tone = tones[state];
              const closed = state === 'stopped' && !posting;
              return (
                <Badge {...(tone ? { tone } : {})}>
                  {t(closed ? 'history.past.closed' : `history.state.${state}`)}
                </Badge>
              );
            },
          },
        ]}
      />
    </TitledCard>
  );
}

function Result({ row }: { readonly row: BackfillView }) {
  const { t, i18n } = useTranslation();
  const number = new Intl.NumberFormat(i18n.language);
  const words = row.problem ? findingWords(t, i18n.language, row.problem) : null;
  return (
    <>
      {row.posting
        ? t('history.past.resultText', {
            posted: number.format(row.posted),
            attention: number.format(row.needsAttention),
            leftOut: number.format(row.leftOut),
          })
        : t(row.counted > 0 ? 'history.past.countedOnly' : 'history.past.nothingCounted')}
      {words ? (
        <Text as="p" tone="critical" variant="bodySm">
          {`${words.title}. ${words.todo}`}
        </Text>
      ) : null}
    </>
  );
}
