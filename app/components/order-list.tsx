import { Box, Button, Checkbox, InlineStack, Text } from '@shopify/polaris';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useSyncOrders } from '../queries/orders';
import type { OrderRow } from '../views/order-view';
import { ActionError } from './action-error';
import { orderColumns } from './order-columns';
import { RowTable } from './row-table';
import { showToast } from './show-toast';

interface Props {
  readonly rows: readonly OrderRow[];
  readonly connected: boolean;
}

/** A page of orders, to be synced one by one or some together. */
export function OrderList({ rows, connected }: Props) {
  const { t } = useTranslation();
  const sync = useSyncOrders();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const here = rows.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
  const start = useMemo(
    () => (ids: readonly string[]) =>
      sync.mutate(ids, {
        onSuccess: ({ asked }) => {
          setChosen(new Set());
          showToast(t('orders.asked', { count: asked }));
        },
      }),
    [sync, t],
  );
  const columns = orderColumns(t, {
    connected,
    isStarting: (id) => sync.isPending && (sync.variables?.includes(id) ?? false),
    onSync: (id) => start([id]),
    isChosen: (id) => chosen.has(id),
    onChoose: (id, on) => {
      const next = new Set(chosen);
      if (on) next.add(id);
      else next.delete(id);
      setChosen(next);
    },
  });
  return (
    <>
      <Box paddingInline="400" paddingBlockEnd="200">
        <InlineStack gap="400" blockAlign="center">
          <Checkbox
            label={t('orders.selectPage')}
            checked={here.length === 0 ? false : here.length === rows.length ? true : 'indeterminate'}
            onChange={(on) => setChosen(on ? new Set(rows.map(({ id }) => id)) : new Set())}
          />
          {here.length > 0 ? (
            <InlineStack gap="200" blockAlign="center">
              <Text as="span" tone="subdued">
                {t('orders.selected', { count: here.length })}
              </Text>
              <Button
                size="slim"
                onClick={() => start(here)}
                disabled={!connected}
                loading={sync.isPending && sync.variables?.length === here.length}
              >
                {t('orders.syncSelected')}
              </Button>
            </InlineStack>
          ) : null}
        </InlineStack>
        <ActionError error={sync.error} />
      </Box>
      <RowTable
        label={t('orders.title')}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        rowTone={({ state }) => (state === 'needs-attention' ? 'attention' : undefined)}
      />
    </>
  );
}
