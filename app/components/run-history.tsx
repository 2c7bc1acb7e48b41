import { Badge, BlockStack, Card, InlineStack, Text, type BadgeProps } from '@shopify/polaris';
import { useContext } from 'react';
import { useTranslation } from 'react-i18next';

import type { RunState, RunView } from '../views/payout-view';
import { InstantText } from './date-text';
import styles from './finding-list.module.css';
import { isUnfinished } from '../queries/run-state';
import { outcomeWords, stageWords, waitingWords } from './run-words';
import { ShopTimeZone } from './shop-time-zone';

const tones: Record<RunState, BadgeProps['tone']> = {
  queued: undefined,
  running: 'info',
  waiting: 'warning',
  done: 'success',
  'nothing-to-do': undefined,
  'needs-person': 'attention',
  failed: 'critical',
};

/** Every run of this payout, the last one first. */
export function RunHistory({ runs }: { readonly runs: readonly RunView[] }) {
  const { t, i18n } = useTranslation();
  const timeZone = useContext(ShopTimeZone);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t('payout.history.title')}
        </Text>
        {runs.length === 0 ? (
          <Text as="p" tone="subdued">
            {t('payout.history.none')}
          </Text>
        ) : (
          <ul className={styles.list}>
            {runs.map((run) => {
              const tone = tones[run.state];
              return (
                <li key={run.id}>
                  <BlockStack gap="100">
                    <InlineStack gap="200" blockAlign="center">
                      <Text as="span" fontWeight="semibold">
                        {t(`runKind.${run.kind}`)}
                      </Text>
                      <Badge {...(tone ? { tone } : {})}>{t(`runState.${run.state}`)}</Badge>
                      {run.startedAt ? <InstantText at={run.startedAt} /> : null}
                    </InlineStack>
                    <Text as="p" tone="subdued" variant="bodySm">
                      {isUnfinished(run)
                        ? (waitingWords(t, i18n.language, timeZone, run) ?? stageWords(t, run))
                        : outcomeWords(t, run)}
                      {secondsOf(run) ? ` (${t('payout.history.took', { seconds: secondsOf(run) })})` : ''}
                      {run.attempt > 1 ? ` · ${t('payout.history.attempt', { attempt: run.attempt })}` : ''}
                    </Text>
                  </BlockStack>
                </li>
              );
            })}
          </ul>
        )}
      </BlockStack>
    </Card>
  );
}

function secondsOf({ startedAt, finishedAt }: RunView): string | null {
  if (!startedAt || !finishedAt) return null;
  return ((Date.parse(finishedAt) - Date.parse(startedAt)) / 1000).toFixed(1);
}
