import { Box, InlineStack, Pagination, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';

interface Props {
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
  readonly total: number;
  readonly onPage: (page: number) => void;
}

/** Back and forth between pages, with where one is. Nothing when all fits on one page. */
export function Pager({ page, pageSize, total, onPage }: Props) {
  const { t, i18n } = useTranslation();
  if (total <= pageSize) return null;
  const from = (page - 1) * pageSize + 1;
  const to = Math.min(page * pageSize, total);
  const number = new Intl.NumberFormat(i18n.language);
  return (
    <Box padding="300" borderBlockStartWidth="025" borderColor="border-secondary">
      <InlineStack align="center" blockAlign="center" gap="300">
        <Pagination
          hasPrevious={page > 1}
          hasNext={to < total}
          onPrevious={() => onPage(page - 1)}
          onNext={() => onPage(page + 1)}
          accessibilityLabels={{ previous: t('list.previous'), next: t('list.next') }}
        />
        <Text as="span" tone="subdued" variant="bodySm">
          {t('list.showing', {
            from: number.format(from),
            to: number.format(to),
            total: number.format(total),
          })}
        </Text>
      </InlineStack>
    </Box>
  );
}
