import { BlockStack, Box } from '@shopify/polaris';
import type { ReactNode } from 'react';

import { TitledCard } from './titled-card';

interface Props {
  readonly title: string;
  readonly help?: string;
  readonly children: ReactNode;
}

/** A group of settings under a heading. */
export function SettingCard({ title, help, children }: Props) {
  return (
    <TitledCard title={title} {...(help ? { help } : {})}>
      <Box padding="400" paddingBlockStart="0">
        <BlockStack gap="500">{children}</BlockStack>
      </Box>
    </TitledCard>
  );
}
