import { Link, Text } from '@shopify/polaris';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';

import { say } from '../i18n/say';
import type { OrderPaymentView, OrderView } from '../views/order-view';
import { InstantText } from './date-text';
import { gatewayWords } from './gateway-words';
import { MoneyText } from './money-text';
import { OutsideLink } from './outside-link';
import { RowTable } from './row-table';
import { TitledCard } from './titled-card';

/** What was paid and paid back, and where each amount is in Odoo. */
export function OrderPayments({ order: { payments } }: { readonly order: OrderView }) {
  const { t } = useTranslation();
  return (
    <TitledCard
      title={t('orders.one.payments')}
      empty={payments.length === 0 ? t('orders.one.paymentsNone') : null}
    >
      {payments.length > 0 ? (
        <RowTable
          label={t('orders.one.payments')}
          rows={payments}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'payment',
              heading: t('orders.one.paymentColumn.payment'),
              width: 'minmax(8rem, 1.2fr)',
              phone: 'half',
              cell: (row) => <What row={row} t={t} />,
            },
            {
              key: 'amount',
              heading: t('orders.one.paymentColumn.amount'),
              width: 'max-content',
              align: 'end',
              phone: 'half-end',
              cell: (row) => <Amount row={row} t={t} />,
            },
            {
              key: 'where',
              heading: t('orders.one.paymentColumn.where'),
              width: 'minmax(8rem, 1.4fr)',
              phone: 'whole',
              cell: (row) => <Where row={row} t={t} />,
            },
          ]}
        />
      ) : null}
    </TitledCard>
  );
}

interface Props {
  readonly row: OrderPaymentView;
  readonly t: TFunction;
}

function What({ row, t }: Props) {
  const status = row.status.toLowerCase();
  return (
    <>
      <Text as="span" fontWeight="semibold">
        {say(t, `orders.one.kind.${row.kind}`, { defaultValue: row.kind })}
      </Text>{' '}
      {gatewayWords(t, row.gateway, row.gatewayTitle)}
      <Text
        as="p"
        tone={status === 'failure' || status === 'error' ? 'critical' : 'subdued'}
        variant="bodySm"
      >
        <InstantText at={row.processedAt} style="day" />
        {' · '}
        {say(t, `orders.one.paymentStatus.${status}`, { defaultValue: status })}
      </Text>
    </>
  );
}

function Amount({ row: { amount, rounding, way }, t }: Props) {
  return (
    <>
      <MoneyText amount={amount} {...(way === 'moves-nothing' ? { tone: 'subdued' as const } : {})} />
      {rounding ? (
        <Text as="p" tone="subdued" variant="bodySm">
          {t('orders.one.rounding')} <MoneyText amount={rounding} sign="always" variant="bodySm" />
        </Text>
      ) : null}
    </>
  );
}

function Where({ row, t }: Props) {
  return (
    <>
      <Text as="span" {...(row.way === 'waits' ? { tone: 'caution' as const } : {})}>
        {t(`orders.one.way.${row.way}`)}
      </Text>
      {row.payout ? (
        <div>
          <Link url={`/app/payouts/${row.payout}`}>{t('orders.one.payout', { id: row.payout })}</Link>
        </div>
      ) : null}
      {row.odoo ? (
        <div>
          <OutsideLink href={row.odoo.href}>{row.odoo.name}</OutsideLink>
        </div>
      ) : null}
    </>
  );
}
