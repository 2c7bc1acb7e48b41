import { useTranslation } from 'react-i18next';

import { EmptyCard } from './load-states';

interface Props {
  readonly connected: boolean;
  /** A filter or a search is set. */
  readonly filtered: boolean;
  readonly onClear: () => void;
}

/** Why the list is empty: nothing fits, Odoo is not connected, or Shopify has told of no order yet. */
export function OrdersEmpty({ connected, filtered, onClear }: Props) {
  const { t } = useTranslation();
  if (filtered) {
    return (
      <EmptyCard
        title={t('orders.empty.noMatchTitle')}
        text={t('orders.empty.noMatchText')}
        action={{ content: t('orders.empty.clear'), onAction: onClear }}
      />
    );
  }
  if (!connected) {
    return (
      <EmptyCard
        title={t('orders.empty.notConnectedTitle')}
        text={t('orders.empty.notConnectedText')}
        action={{ content: t('orders.empty.connect'), url: '/app/connection' }}
      />
    );
  }
  return (
    <EmptyCard
      title={t('orders.empty.noneTitle')}
      text={t('orders.empty.noneText')}
      action={{ content: t('orders.empty.openHistory'), url: '/app/history' }}
    />
  );
}
