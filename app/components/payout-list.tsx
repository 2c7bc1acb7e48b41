import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { PayoutPage, PayoutRow } from '../views/payout-view';
import { PayoutRowItem } from './payout-row-item';
import styles from './payout-list.module.css';

const columns = ['date', 'holds', 'state', 'proof', 'amount', 'action'] as const;

interface Props {
  readonly rows: readonly PayoutRow[];
  readonly connected: PayoutPage['connected'];
}

/**
 * A page of payouts. What was started here stays in sight when its new state no longer fits the filter, until another
 * filter is chosen (the caller gives this list a new key then).
 */
export function PayoutList({ rows, connected }: Props) {
  const { t } = useTranslation();
  const [started, setStarted] = useState<readonly PayoutRow[]>([]);
  const here = new Set(rows.map((row) => row.id));
  const gone = started.filter((row) => !here.has(row.id));
  const all = [...rows, ...gone].sort(
    (a, b) => b.issuedOn.localeCompare(a.issuedOn) || compareIds(b.id, a.id),
  );
  return (
    <div role="table" aria-label={t('payouts.title')} className={styles.table}>
      <div role="rowgroup" className={styles.group}>
        <div role="row" className={`${styles.row ?? ''} ${styles.head ?? ''}`}>
          {columns.map((column) => (
            <div key={column} role="columnheader" className={styles[column]}>
              {t(`payouts.column.${column}`)}
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup" className={styles.group}>
        {all.map((row) => (
          <PayoutRowItem
            key={row.id}
            row={row}
            connected={connected}
            alone={!here.has(row.id)}
            onStarted={(begun) =>
              setStarted((known) => [...known.filter(({ id }) => id !== begun.id), begun])
            }
          />
        ))}
      </div>
    </div>
  );
}

/** Shopify's numbers pass 2^53: longer is later, else as text. */
function compareIds(left: string, right: string): number {
  return left.length - right.length || left.localeCompare(right);
}
