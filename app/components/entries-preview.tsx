import { BlockStack, Box, Button, Card, InlineStack, Select, Spinner, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { usePreview } from '../queries/payout';
import type { EntryView, PreviewView } from '../views/payout-view';
import { AccountTotals } from './account-totals';
import { ActionError } from './action-error';
import { EntryTable } from './entry-table';
import { FindingGroups } from './finding-list';
import { Pager } from './pager';

/** Entries a page. */
const pageSize = 20;

/** The very entries before anything is posted; worked out only when a person asks for them. */
export function EntriesPreview({
  payoutId,
  posted,
}: {
  readonly payoutId: string;
  readonly posted: boolean;
}) {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState(false);
  const preview = usePreview(payoutId, wanted);
  const show = () => {
    if (wanted) void preview.refetch();
    setWanted(true);
  };
  return (
    <Card padding="0">
      <Box padding="400">
        <BlockStack gap="300" inlineAlign="start">
          <Text as="h2" variant="headingMd">
            {t('payout.preview.title')}
          </Text>
          <Text as="p" tone="subdued">
            {t('payout.preview.explain')}
          </Text>
          <Button onClick={show} loading={preview.isFetching}>
            {t(
              preview.data
                ? 'payout.preview.again'
                : posted
                  ? 'payout.preview.showPosted'
                  : 'payout.preview.show',
            )}
          </Button>
          <div role="status">
            {preview.isFetching ? (
              <InlineStack gap="200" blockAlign="center">
                <Spinner size="small" />
                <Text as="span">{t('payout.preview.loading')}</Text>
              </InlineStack>
            ) : preview.data ? (
              <Text as="p" fontWeight="semibold" tone={preview.data.canPost ? 'success' : 'caution'}>
                {t(preview.data.canPost ? 'payout.preview.canPost' : 'payout.preview.cannotPost')}
              </Text>
            ) : null}
          </div>
          <ActionError error={preview.error} />
        </BlockStack>
      </Box>
      {preview.data ? <Entries preview={preview.data} /> : null}
    </Card>
  );
}

function Entries({ preview }: { readonly preview: PreviewView }) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<EntryView['kind'] | ''>('');
  const [page, setPage] = useState(1);
  const entries = preview.entries.filter((entry) => kind === '' || entry.kind === kind);
  const kinds = [...new Set(preview.entries.map((entry) => entry.kind))];
  const count = (wanted: string) => preview.entries.filter((entry) => entry.kind === wanted).length;
  return (
    <>
      {preview.findings.length > 0 ? (
        <Box padding="400" borderBlockStartWidth="025" borderColor="border-secondary">
          <FindingGroups findings={preview.findings} />
        </Box>
      ) : null}
      {preview.entries.length === 0 ? (
        <Box padding="400">
          <Text as="p" tone="subdued">
            {t('payout.preview.none')}
          </Text>
        </Box>
      ) : (
        <>
          <Box padding="400" borderBlockStartWidth="025" borderColor="border-secondary">
            <Text as="h3" variant="headingSm">
              {t('payout.preview.totals')}
            </Text>
          </Box>
          <AccountTotals totals={preview.totals} />
          <Box padding="400" borderBlockStartWidth="025" borderColor="border-secondary">
            <InlineStack align="space-between" blockAlign="center" gap="300">
              <Text as="h3" variant="headingSm">
                {t('payout.preview.entries')}
              </Text>
              <Select
                label={t('payout.preview.showKind')}
                labelInline
                value={kind}
                options={[
                  { value: '', label: t('payout.preview.allKinds', { count: preview.entries.length }) },
                  ...kinds.map((value) => ({
                    value,
                    label: `${t(`entryKind.${value}`)} (${String(count(value))})`,
                  })),
                ]}
                onChange={(value) => {
                  setKind(value as EntryView['kind'] | '');
                  setPage(1);
                }}
              />
            </InlineStack>
          </Box>
          {entries.slice((page - 1) * pageSize, page * pageSize).map((entry) => (
            <EntryTable key={entry.key} entry={entry} />
          ))}
          <Pager page={page} pageSize={pageSize} total={entries.length} onPage={setPage} />
        </>
      )}
    </>
  );
}
