import { BlockStack, Box, Card, InlineGrid, Select, Text, TextField } from '@shopify/polaris';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { TransactionFamily } from '../accounting/transaction-family';
import type { PayoutView } from '../views/payout-view';
import { Pager } from './pager';
import { RowTable } from './row-table';
import { transactionColumns } from './transaction-columns';
import { searchTextOf } from './transaction-search';

/** Rows a page: a payout of a thousand charges stays quick to draw. */
const pageSize = 50;

/** Every balance transaction with its order, its documents in Odoo, its counterpart and its state. */
export function TransactionTable({ payout }: { readonly payout: PayoutView }) {
  const { t, i18n } = useTranslation();
  const [family, setFamily] = useState<TransactionFamily | ''>('');
  const [search, setSearch] = useState('');
  const [page, setPage] = useState(1);
  const wanted = useDeferredValue(search.trim().toLowerCase());
  const all = payout.transactions;
  const texts = useMemo(() => all.map((row) => searchTextOf(t, i18n.language, row)), [all, t, i18n.language]);
  const rows = all.filter(
    (row, index) =>
      (family === '' || row.family === family) && (wanted === '' || (texts[index] ?? '').includes(wanted)),
  );
  const pages = Math.max(1, Math.ceil(rows.length / pageSize));
  const at = Math.min(page, pages);
  const columns = useMemo(() => transactionColumns(t), [t]);
  const families = [...new Set(all.map((row) => row.family))];
  return (
    <Card padding="0">
      <Box padding="400">
        <BlockStack gap="300">
          <Text as="h2" variant="headingMd">
            {t('payout.transactions.title')}
          </Text>
          {all.length === 0 ? (
            <Text as="p" tone="subdued">
              {t('payout.transactions.none')}
            </Text>
          ) : (
            <InlineGrid columns={{ xs: 1, sm: '1fr 14rem' }} gap="200">
              <TextField
                label={t('payout.transactions.search')}
                labelHidden
                placeholder={t('payout.transactions.searchPlaceholder')}
                value={search}
                onChange={(value) => {
                  setSearch(value);
                  setPage(1);
                }}
                clearButton
                onClearButtonClick={() => setSearch('')}
                autoComplete="off"
              />
              <Select
                label={t('payout.transactions.filter')}
                labelHidden
                value={family}
                options={[
                  { value: '', label: t('payout.transactions.all', { count: all.length }) },
                  ...families.map((value) => ({
                    value,
                    label: `${t(`family.${value}`)} (${String(all.filter((row) => row.family === value).length)})`,
                  })),
                ]}
                onChange={(value) => {
                  setFamily(value as TransactionFamily | '');
                  setPage(1);
                }}
              />
            </InlineGrid>
          )}
        </BlockStack>
      </Box>
      {all.length > 0 && rows.length === 0 ? (
        <Box padding="400" paddingBlockStart="0">
          <Text as="p" tone="subdued">
            {t('payout.transactions.noMatch')}
          </Text>
        </Box>
      ) : null}
      {rows.length > 0 ? (
        <RowTable
          label={t('payout.transactions.title')}
          columns={columns}
          rows={rows.slice((at - 1) * pageSize, at * pageSize)}
          rowKey={(row) => row.id}
          rowTone={(row) => (row.state === 'needs-attention' ? 'attention' : undefined)}
        />
      ) : null}
      <Pager page={at} pageSize={pageSize} total={rows.length} onPage={setPage} />
    </Card>
  );
}
