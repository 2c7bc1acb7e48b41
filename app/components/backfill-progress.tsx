import {
  BlockStack,
  Button,
  Card,
  InlineGrid,
  InlineStack,
  Link,
  Modal,
  ProgressBar,
  Text,
} from '@shopify/polaris';
import { useContext, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useMoveBackfill, type BackfillStep } from '../queries/backfill';
import type { BackfillView, HistoryView } from '../views/order-view';
import { ActionError } from './action-error';
import { leftWords, reachWords } from './backfill-words';
import { FindingGroups } from './finding-list';
import { waitingWords } from './run-words';
import { ShopTimeZone } from './shop-time-zone';

interface Props {
  readonly backfill: BackfillView;
  readonly run: HistoryView['run'];
}

/** How far counting or posting is, how fast, and how long it takes still; pause, go on, stop. */
export function BackfillProgress({ backfill, run }: Props) {
  const { t, i18n } = useTranslation();
  const timeZone = useContext(ShopTimeZone);
  const move = useMoveBackfill();
  const [stopping, setStopping] = useState(false);
  const go = (step: BackfillStep) => move.mutate({ id: backfill.id, step });
  const paused = backfill.state === 'paused';
  const waiting = run ? waitingWords(t, i18n.language, timeZone, run) : null;
  return (
    <Card>
      <BlockStack gap="400">
        <ActionError error={move.error} />
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {t(`history.state.${backfill.state}`)}
          </Text>
          <Text as="p" tone="subdued">
            {reachWords(t, i18n.language, backfill)}
          </Text>
        </BlockStack>
        <BlockStack gap="100">
          <ProgressBar
            progress={backfill.percent}
            tone={waiting ? 'critical' : 'highlight'}
            ariaLabelledBy="backfill-progress"
          />
          <Text as="p" id="backfill-progress">
            <Far backfill={backfill} />
          </Text>
          {waiting ? (
            <Text as="p" tone="caution">
              {waiting}
            </Text>
          ) : paused && run ? (
            <Text as="p" tone="subdued">
              {t('history.pausing')}
            </Text>
          ) : null}
          <div role="status">
            <Text as="span" visuallyHidden>
              {t(`history.state.${backfill.state}`)}
            </Text>
          </div>
        </BlockStack>
        {backfill.posting ? <Counts backfill={backfill} /> : null}
        {backfill.problem ? <FindingGroups findings={[backfill.problem]} /> : null}
        <InlineStack gap="200">
          <Button
            {...(paused ? { variant: 'primary' as const } : {})}
            loading={move.isPending && move.variables.step !== 'stop'}
            onClick={() => go(paused ? 'resume' : 'pause')}
          >
            {t(paused ? 'history.resume' : 'history.pause')}
          </Button>
          <Button tone="critical" onClick={() => setStopping(true)}>
            {t('history.stop')}
          </Button>
        </InlineStack>
      </BlockStack>
      <Modal
        open={stopping}
        onClose={() => setStopping(false)}
        title={t('history.stopTitle')}
        primaryAction={{
          content: t('history.stop'),
          destructive: true,
          onAction: () => {
            setStopping(false);
            go('stop');
          },
        }}
        secondaryActions={[{ content: t('history.stopNo'), onAction: () => setStopping(false) }]}
      >
        <Modal.Section>
          <Text as="p">{t('history.stopText')}</Text>
        </Modal.Section>
      </Modal>
    </Card>
  );
}

/** "120 of 2,000 orders looked into · 600 orders a minute · about 4 minutes left". */
function Far({ backfill }: { readonly backfill: BackfillView }) {
  const { t, i18n } = useTranslation();
  const number = new Intl.NumberFormat(i18n.language);
  const { posting, total, counted, done, pace, secondsLeft } = backfill;
  if (total === 0) return <>{t('history.preparing')}</>;
  const values = { done: number.format(posting ? done : counted), total: number.format(total) };
  return (
    <>
      {[
        posting ? t('history.postingOf', values) : t('history.countingOf', values),
        ...(pace === null ? [] : [t('history.pace', { pace: number.format(pace) })]),
        ...(secondsLeft === null ? [] : [leftWords(t, secondsLeft)]),
      ].join(' · ')}
    </>
  );
}

function Counts({ backfill }: { readonly backfill: BackfillView }) {
  const { t, i18n } = useTranslation();
  const number = new Intl.NumberFormat(i18n.language);
  return (
    <BlockStack gap="200">
      <InlineGrid columns={{ xs: 2, sm: 4 }} gap="300">
        {(['total', 'posted', 'needsAttention', 'leftOut'] as const).map((name) => (
          <div key={name}>
            <Text as="p" variant="headingLg" numeric>
              {number.format(backfill[name])}
            </Text>
            <Text as="p" tone="subdued" variant="bodySm">
              {t(`history.counts.${name}`)}
            </Text>
          </div>
        ))}
      </InlineGrid>
      {backfill.needsAttention > 0 ? (
        <div>
          <Link url="/app/orders?state=needs-attention">{t('history.openAttention')}</Link>
        </div>
      ) : null}
    </BlockStack>
  );
}
