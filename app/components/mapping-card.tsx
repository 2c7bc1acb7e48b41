import { Box, Card, Text } from '@shopify/polaris';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  readonly title: string;
  readonly help?: string;
  readonly empty?: boolean;
  readonly children: ReactNode;
}

/** A group of mappings under a heading. */
export function MappingCard({ title, help, empty = false, children }: Props) {
  const { t } = useTranslation();
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
              {t('mappings.none')}
            </Text>
          </Box>
        ) : null}
      </Box>
      {children}
    </Card>
  );
}
