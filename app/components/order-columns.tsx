import { Button, Checkbox, InlineStack, Link, Text } from '@shopify/polaris';
import type { TFunction } from 'i18next';

import type { OrderRow } from '../views/order-view';
import { DayText } from './date-text';
import { gatewayWords } from './gateway-words';
import { MoneyText } from './money-text';
import { OrderStateBadge } from './order-state-badge';
import { financialStatusWords, reasonWords } from './order-words';
import { OutsideLink } from './outside-link';
import type { Column } from './row-table';

interface Doing {
  readonly connected: boolean;
  readonly isStarting: (id: string) => boolean;
  readonly onSync: (id: string) => void;
  readonly isChosen: (id: string) => boolean;
  readonly onChoose: (id: string, on: boolean) => void;
}

export function orderColumns(t: TFunction, doing: Doing): Column<OrderRow>[] {
  return [
    {
      key: 'order',
      heading: t('orders.column.order'),
      width: 'max-content',
      phone: 'half',
      cell: (row) => (
        <InlineStack gap="200" wrap={false}>
          <Checkbox
            label={t('orders.select', { name: row.name })}
            labelHidden
            checked={doing.isChosen(row.id)}
            onChange={(on) => doing.onChoose(row.id, on)}
          />
          <div>
            <Link url={`/app/orders/${row.id}`} removeUnderline>
              <Text as="span" fontWeight="semibold">
                {row.name}
              </Text>
            </Link>
            <Text as="p" tone="subdued" variant="bodySm">
              <DayText day={row.placedOn} />
            </Text>
          </div>
        </InlineStack>
      ),
    },
    {
      key: 'customer',
      heading: t('orders.column.customer'),
      width: 'minmax(6rem, 1.2fr)',
      phone: 'whole',
      cell: (row) => [row.customer ?? t('orders.guest'), ...(row.country ? [row.country] : [])].join(' · '),
    },
    {
      key: 'payment',
      heading: t('orders.column.payment'),
      width: 'minmax(6rem, 1fr)',
      phone: 'whole',
      cell: (row) => (
        <>
          {financialStatusWords(t, row.financialStatus)}
          {row.gateways.length > 0 ? (
            <Text as="p" tone="subdued" variant="bodySm" breakWord>
              {row.gateways.map((gateway) => gatewayWords(t, gateway)).join(', ')}
            </Text>
          ) : null}
        </>
      ),
    },
    {
      key: 'state',
      heading: t('orders.column.state'),
      width: 'minmax(8rem, 1.1fr)',
      phone: 'half-end',
      cell: (row) => <State row={row} t={t} />,
    },
    {
      key: 'documents',
      heading: t('orders.column.documents'),
      width: 'minmax(6rem, 1fr)',
      cell: (row) => (row.documents.length > 0 ? <Documents row={row} /> : null),
    },
    {
      key: 'total',
      heading: t('orders.column.total'),
      width: 'max-content',
      align: 'end',
      cell: (row) =>
        row.total ? (
          <MoneyText amount={row.total} fontWeight="semibold" />
        ) : (
          <Text as="span" tone="subdued">
            {t('orders.totalUnknown')}
          </Text>
        ),
    },
    {
      key: 'action',
      heading: t('orders.column.action'),
      width: 'max-content',
      align: 'end',
      phone: 'whole',
      cell: (row) => <SyncOrder row={row} doing={doing} t={t} />,
    },
  ];
}

function State({ row, t }: { readonly row: OrderRow; readonly t: TFunction }) {
  const why =
    row.state === 'needs-attention' && row.findings > 0
      ? t('orders.findings', { count: row.findings })
      : row.reason && (row.state === 'new' || row.state === 'left-out')
        ? reasonWords(t, row.reason)
        : null;
  return (
    <>
      <OrderStateBadge state={row.state} />
      {why ? (
        <Text as="p" tone="subdued" variant="bodySm">
          {why}
        </Text>
      ) : null}
    </>
  );
}

function Documents({ row }: { readonly row: OrderRow }) {
  return (
    <>
      {row.documents.map((document) => (
        <div key={`${document.model} ${String(document.id)}`}>
          <OutsideLink href={document.href}>{document.name}</OutsideLink>
        </div>
      ))}
    </>
  );
}

interface SyncProps {
  readonly row: OrderRow;
  readonly doing: Doing;
  readonly t: TFunction;
}

function SyncOrder({ row, doing, t }: SyncProps) {
  const again = row.state === 'posted' || row.state === 'needs-attention';
  return (
    <Button
      size="slim"
      disabled={!doing.connected || row.state === 'queued'}
      loading={doing.isStarting(row.id)}
      onClick={() => doing.onSync(row.id)}
      accessibilityLabel={t(again ? 'orders.syncAgainLabel' : 'orders.syncLabel', { name: row.name })}
    >
      {t(again ? 'orders.syncAgain' : 'orders.sync')}
    </Button>
  );
}
