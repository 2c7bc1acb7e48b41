import { Badge, Link, Text } from '@shopify/polaris';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { usePayoutRun, useSyncPayout } from '../queries/payout';
import { isUnfinished } from '../queries/run-state';
import type { PayoutRow, RunView } from '../views/payout-view';
import { errorWords } from './error-words';
import { DayText } from './date-text';
import { holdsWords } from './holds-words';
import { MoneyText } from './money-text';
import styles from './payout-list.module.css';
import { PayoutStateBadge } from './payout-state-badge';
import { ProofTick } from './proof-tick';
import { RunOutcome, RunProgress } from './run-progress';
import { SyncButton } from './sync-button';

interface Props {
  readonly row: PayoutRow;
  readonly connected: boolean;
  /** The list does not hold this row any more (its state left the filter): it asks for itself. */
  readonly alone: boolean;
  readonly onStarted: (row: PayoutRow) => void;
}

/** One payout in the list, with its progress while it is synced and how that ended. */
export function PayoutRowItem({ row, connected, alone, onStarted }: Props) {
  const { t, i18n } = useTranslation();
  const sync = useSyncPayout();
  const itself = useRef<HTMLDivElement>(null);
  const live = usePayoutRun(row.id, { run: row.run, state: row.state }, alone).data;
  const run = laterRun(live.run, row.run);
  const unfinished = isUnfinished(run);
  // How a run ended is said where a person could see it going on; older ends are in the payout's history.
  const [watched, setWatched] = useState(unfinished);
  if (unfinished && !watched) setWatched(true);
  const state = unfinished ? 'syncing' : alone ? live.state : row.state;
  const shown: PayoutRow = { ...row, state };
  return (
    <div role="row" ref={itself} tabIndex={-1} className={styles.row} data-payout={row.id}>
      <div role="cell" className={styles.date}>
        <Link url={`/app/payouts/${row.id}`} removeUnderline>
          <Text as="span" fontWeight="semibold">
            <DayText day={row.issuedOn} />
          </Text>
        </Link>
        {row.source === 'csv' ? (
          <>
            {' '}
            <Badge size="small">{t('payouts.fromCsv')}</Badge>
          </>
        ) : null}
      </div>
      <div role="cell" className={styles.holds}>
        <Text as="span" variant="bodySm" tone="subdued">
          {holdsWords(t, row.holds)}
          {row.bankReference ? ` · ${t('payouts.reference', { reference: row.bankReference })}` : ''}
        </Text>
      </div>
      <div role="cell" className={styles.state}>
        <PayoutStateBadge state={state} />
        {row.findings > 0 && state === 'needs-attention' ? (
          <Text as="span" variant="bodySm" tone="subdued">
            {t('payouts.findings', { count: row.findings })}
          </Text>
        ) : null}
      </div>
      <div role="cell" className={styles.proof}>
        <ProofTick state={row.proofHolds === null ? 'awaited' : row.proofHolds ? 'equal' : 'differs'} />
      </div>
      <div role="cell" className={styles.amount}>
        <MoneyText amount={row.net} fontWeight="semibold" />
      </div>
      <div role="cell" className={styles.action}>
        <SyncButton
          row={shown}
          connected={connected}
          starting={sync.isPending}
          onSync={() =>
            sync.mutate(row.id, {
              onSuccess: () => {
                // The button gives way to the progress: the keyboard stays in this row.
                itself.current?.focus();
                onStarted(row);
              },
            })
          }
        />
      </div>
      {run && unfinished ? (
        <div role="cell" className={styles.progress}>
          <RunProgress run={run} compact />
        </div>
      ) : run && watched ? (
        <div role="cell" className={styles.progress}>
          <RunOutcome run={run} compact />
        </div>
      ) : sync.error ? (
        <div role="cell" className={styles.progress}>
          <Text as="p" tone="critical" variant="bodySm">
            {errorWords(t, i18n.language, sync.error).text}
          </Text>
        </div>
      ) : null}
    </div>
  );
}

/** A click's answer may be newer than the list, and the list newer than the last click. Run ids are UUIDs of version 7: later sorts later. */
function laterRun(left: RunView | null, right: RunView | null): RunView | null {
  if (!left || !right) return left ?? right;
  return left.id > right.id ? left : right;
}
