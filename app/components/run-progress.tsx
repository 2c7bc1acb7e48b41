import { BlockStack, ProgressBar, Text } from '@shopify/polaris';
import { useContext } from 'react';
import { useTranslation } from 'react-i18next';

import type { RunView } from '../views/payout-view';
import { outcomeWords, stageWords, waitingWords } from './run-words';
import { ShopTimeZone } from './shop-time-zone';
import { isUnfinished } from '../queries/run-state';

interface Props {
  readonly run: RunView;
  /** In a table's row: smaller. */
  readonly compact?: boolean;
}

/** What a run is doing, as a bar and in words; when it is over, how it ended. Stages are announced, percents are not. */
export function RunProgress({ run, compact = false }: Props) {
  const { t, i18n } = useTranslation();
  const timeZone = useContext(ShopTimeZone);
  const waiting = waitingWords(t, i18n.language, timeZone, run);
  const size = compact ? 'bodySm' : 'bodyMd';
  if (!isUnfinished(run)) return <RunOutcome run={run} compact={compact} />;
  return (
    <BlockStack gap="100">
      <ProgressBar
        progress={run.percent}
        size="small"
        tone={waiting ? 'critical' : 'highlight'}
        ariaLabelledBy={`run-${run.id}`}
      />
      <Text as="p" variant={size} tone="subdued" id={`run-${run.id}`}>
        {waiting ?? stageWords(t, run)}
      </Text>
      <div role="status">
        <Text as="span" visuallyHidden>
          {waiting ?? t(`stage.${run.stage}`)}
        </Text>
      </div>
    </BlockStack>
  );
}

export function RunOutcome({ run, compact = false }: Props) {
  const { t } = useTranslation();
  const tones = {
    done: 'success',
    'nothing-to-do': 'subdued',
    'needs-person': 'caution',
    failed: 'critical',
  } as const;
  const tone = run.state in tones ? tones[run.state as keyof typeof tones] : 'subdued';
  return (
    <div role="status">
      <Text as="p" variant={compact ? 'bodySm' : 'bodyMd'} tone={tone}>
        {outcomeWords(t, run)}
      </Text>
    </div>
  );
}
