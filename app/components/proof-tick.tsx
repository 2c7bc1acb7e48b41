import { useTranslation } from 'react-i18next';

import type { ProofStep } from '../accounting/proof';
import styles from './proof-tick.module.css';

const signs: Record<ProofStep['state'], string> = { equal: '✓', awaited: '–', differs: '✗', 'not-due': '–' };

interface Props {
  readonly state: ProofStep['state'];
  /** Show the word beside the sign; without it, only screen readers get the word. */
  readonly withWord?: boolean;
}

/** ✓ adds up, – not yet, ✗ differs; the sign never stands without its word for those who do not see it. */
export function ProofTick({ state, withWord = false }: Props) {
  const { t } = useTranslation();
  return (
    <span className={styles.tick} data-state={state}>
      <span aria-hidden="true" className={styles.sign}>
        {signs[state]}
      </span>
      <span className={withWord ? undefined : styles.hidden}>{t(`proof.${state}`)}</span>
    </span>
  );
}
