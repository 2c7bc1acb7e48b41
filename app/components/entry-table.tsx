import { Badge, BlockStack, Box, InlineStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';

import type { EntryView } from '../views/payout-view';
import { formatDay } from './date-text';
import { entryTotals } from './entry-totals';
import { MoneyText } from './money-text';
import { RowTable, type Column } from './row-table';

type Item = EntryView['items'][number] & { readonly index: number };

/** One journal entry as it will stand in Odoo: its items, debit and credit, and their totals. */
export function EntryTable({ entry }: { readonly entry: EntryView }) {
  const { t, i18n } = useTranslation();
  const totals = entryTotals(entry);
  const preview = 'payout.preview';
  const columns: Column<Item>[] = [
    {
      key: 'account',
      heading: t(`${preview}.account`),
      width: 'minmax(9rem, 1.4fr)',
      phone: 'whole',
      cell: (item) => item.account,
      foot: t(`${preview}.total`),
    },
    {
      key: 'label',
      heading: t(`${preview}.label`),
      width: 'minmax(8rem, 1.6fr)',
      phone: 'whole',
      cell: (item) =>
        item.label === '' ? null : (
          <Text as="span" tone="subdued">
            {item.label}
          </Text>
        ),
    },
    {
      key: 'debit',
      heading: t(`${preview}.debit`),
      width: '8rem',
      align: 'end',
      cell: (item) => (item.debit ? <MoneyText amount={item.debit} /> : null),
      foot: <MoneyText amount={totals.debit} fontWeight="semibold" />,
    },
    {
      key: 'credit',
      heading: t(`${preview}.credit`),
      width: '8rem',
      align: 'end',
      cell: (item) => (item.credit ? <MoneyText amount={item.credit} /> : null),
      foot: (
        <MoneyText
          amount={totals.credit}
          fontWeight="semibold"
          {...(totals.balanced ? {} : { tone: 'critical' as const })}
        />
      ),
    },
  ];
  return (
    <BlockStack gap="0">
      <Box padding="300" paddingInline="400">
        <InlineStack gap="200" blockAlign="center">
          <Text as="h4" variant="headingSm">
            {t(`entryKind.${entry.kind}`)} {entry.reference}
          </Text>
          <Text as="span" tone="subdued">
            {t(`${preview}.entryOn`, { journal: entry.journal, date: formatDay(entry.date, i18n.language) })}
          </Text>
          <Badge {...(entry.exists ? { tone: 'success' as const } : { tone: 'info' as const })}>
            {t(entry.exists ? `${preview}.exists` : `${preview}.willBeMade`)}
          </Badge>
        </InlineStack>
      </Box>
      <RowTable
        label={t(`${preview}.entryTable`, { reference: entry.reference })}
        columns={columns}
        rows={entry.items.map((item, index) => ({ ...item, index }))}
        rowKey={(item) => String(item.index)}
      />
    </BlockStack>
  );
}
