import { Text } from '@shopify/polaris';
import type { ReactNode } from 'react';

import styles from './proof-card.module.css';

interface Props {
  readonly name: string;
  readonly equals?: '=' | '≠' | '';
  readonly tick?: ReactNode;
  readonly strong?: boolean;
  readonly children: ReactNode;
}

/** A line of a proof, in a `dl`: what it is, whether it is equal to the line above, its figure and its tick. */
export function ProofLine({ name, equals = '', tick = null, strong = false, children }: Props) {
  return (
    <div className={styles.line}>
      <dt>
        <Text as="span" {...(strong ? { fontWeight: 'semibold' as const } : {})}>
          {name}
        </Text>
      </dt>
      <dd className={styles.equals} aria-hidden="true">
        {equals}
      </dd>
      <dd className={styles.figure}>{children}</dd>
      <dd className={styles.tick}>{tick}</dd>
    </div>
  );
}
