import { useTranslation } from 'react-i18next';

import { EmptyCard } from './load-states';

interface Props {
  readonly of: 'payouts' | 'orders';
  readonly connected: boolean;
  /** A filter or a search is set. */
  readonly filtered: boolean;
  readonly onClear: () => void;
}

/** Why a list is empty: nothing fits, Odoo is not connected, or Shopify has told of none yet. */
export function ListEmpty({ of, connected, filtered, onClear }: Props) {
  const { t } = useTranslation();
  if (filtered) {
    return (
      <EmptyCard
        title={t(`${of}.empty.noMatchTitle`)}
        text={t(`${of}.empty.noMatchText`)}
        action={{ content: t(`${of}.empty.clear`), onAction: onClear }}
      />
    );
  }
  if (!connected) {
    return (
      <EmptyCard
        title={t(`${of}.empty.notConnectedTitle`)}
        text={t(`${of}.empty.notConnectedText`)}
        action={{ content: t('common.connectOdoo'), url: '/app/connection' }}
      />
    );
  }
  return (
    <EmptyCard
      title={t(`${of}.empty.noneTitle`)}
      text={t(`${of}.empty.noneText`)}
      {...(of === 'orders'
        ? { action: { content: t('orders.empty.openHistory'), url: '/app/history' } }
        : {})}
    />
  );
}
