import { InlineStack, Text } from '@shopify/polaris';
import type { ReactNode } from 'react';

import styles from './mapping-rows.module.css';
import { useWanted } from './use-wanted';

interface Props {
  readonly isWanted: boolean;
  readonly name: string;
  readonly note?: string | undefined;
  readonly help?: string | undefined;
  readonly children: ReactNode;
}

/** What it is in Shopify on the left; what is chosen for it on the right. */
export function RowFrame({ isWanted, name, note, help, children }: Props) {
  const box = useWanted(isWanted);
  return (
    <div ref={box} className={styles.row} data-wanted={isWanted ? '' : undefined}>
      <div className={styles.name}>
        <InlineStack gap="200" blockAlign="baseline">
          <Text as="p" fontWeight="semibold">
            {name}
          </Text>
          {note ? (
            <Text as="span" tone="subdued" variant="bodySm">
              {note}
            </Text>
          ) : null}
        </InlineStack>
        {help ? (
          <Text as="p" tone="subdued" variant="bodySm">
            {help}
          </Text>
        ) : null}
      </div>
      {children}
    </div>
  );
}
