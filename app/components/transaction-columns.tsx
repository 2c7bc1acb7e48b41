import { Badge, Text, type BadgeProps } from '@shopify/polaris';
import type { TFunction } from 'i18next';

import type { TransactionView } from '../views/payout-view';
import { InstantText } from './date-text';
import { MoneyText } from './money-text';
import { OutsideLink } from './outside-link';
import type { Column } from './row-table';
import { typeWords } from './type-words';

const stateTones: Record<TransactionView['state'], BadgeProps['tone']> = {
  'not-posted': undefined,
  posted: 'info',
  reconciled: 'success',
  'needs-attention': 'attention',
};

export function transactionColumns(t: TFunction): Column<TransactionView>[] {
  const column = 'payout.transactions.column';
  return [
    {
      key: 'type',
      heading: t(`${column}.type`),
      width: 'minmax(8rem, 1.3fr)',
      phone: 'half',
      cell: (row) => (
        <>
          <Text as="span" fontWeight="semibold">
            {typeWords(t, row.type)}
          </Text>{' '}
          <Order row={row} />
          <Text as="p" tone="subdued" variant="bodySm">
            <InstantText at={row.occurredAt} style="day" />
          </Text>
        </>
      ),
    },
    {
      key: 'amount',
      phone: 'third',
      heading: t(`${column}.amount`),
      width: 'auto',
      align: 'end',
      cell: (row) => <MoneyText amount={row.amount} />,
    },
    {
      key: 'fee',
      phone: 'third',
      heading: t(`${column}.fee`),
      width: 'auto',
      align: 'end',
      cell: (row) => <MoneyText amount={row.fee} tone="subdued" />,
    },
    {
      key: 'net',
      phone: 'third',
      heading: t(`${column}.net`),
      width: 'auto',
      align: 'end',
      cell: (row) => <MoneyText amount={row.net} fontWeight="semibold" />,
    },
    {
      key: 'documents',
      heading: t(`${column}.documents`),
      width: 'minmax(7rem, 1.2fr)',
      cell: (row) => (row.documents.length > 0 || row.statementLine ? <Documents row={row} t={t} /> : null),
    },
    {
      key: 'counterpart',
      heading: t(`${column}.counterpart`),
      width: 'minmax(7rem, 1.4fr)',
      cell: (row) => row.counterpart || null,
    },
    {
      key: 'state',
      phone: 'half-end',
      heading: t(`${column}.state`),
      width: 'auto',
      cell: (row) => {
        const tone = stateTones[row.state];
        return <Badge {...(tone ? { tone } : {})}>{t(`transactionState.${row.state}`)}</Badge>;
      },
    },
  ];
}

function Order({ row: { order } }: { readonly row: TransactionView }) {
  if (!order) return null;
  if (order.id === null) return <Text as="span">{order.name}</Text>;
  return (
    <OutsideLink href={`shopify:admin/orders/${order.id}`} target="_top">
      {order.name}
    </OutsideLink>
  );
}

function Documents({ row, t }: { readonly row: TransactionView; readonly t: TFunction }) {
  return (
    <>
      {row.documents.map((document) => (
        <div key={`${document.model} ${String(document.id)}`}>
          <OutsideLink href={document.href}>{document.name}</OutsideLink>
        </div>
      ))}
      {row.statementLine ? (
        <OutsideLink href={row.statementLine.href} label={row.statementLine.name}>
          {t('payout.transactions.line')}
        </OutsideLink>
      ) : null}
    </>
  );
}
