import { BlockStack, Box } from '@shopify/polaris';
import type { ReactNode } from 'react';

import { MappingCard } from './mapping-card';

interface Props {
  readonly title: string;
  readonly help?: string;
  readonly children: ReactNode;
}

/** A group of settings under a heading. */
export function SettingCard({ title, help, children }: Props) {
  return (
    <MappingCard title={title} {...(help ? { help } : {})}>
      <Box padding="400" paddingBlockStart="0">
        <BlockStack gap="500">{children}</BlockStack>
      </Box>
    </MappingCard>
  );
}
