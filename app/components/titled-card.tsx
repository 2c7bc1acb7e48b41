import { Box, Card, Text } from '@shopify/polaris';
import type { ReactNode } from 'react';

interface Props {
  readonly title: string;
  readonly help?: string;
  /** Said where there is nothing to list. */
  readonly empty?: string | null;
  readonly children?: ReactNode;
}

/** Rows or a table under a heading, from side to side of their card. */
export function TitledCard({ title, help, empty, children }: Props) {
  return (
    <Card padding="0">
      <Box padding="400">
        <Text as="h2" variant="headingMd">
          {title}
        </Text>
        {help ? (
          <Text as="p" tone="subdued">
            {help}
          </Text>
        ) : null}
        {empty ? (
          <Box paddingBlockStart="300">
            <Text as="p" tone="subdued">
              {empty}
            </Text>
          </Box>
        ) : null}
      </Box>
      {children}
    </Card>
  );
}
