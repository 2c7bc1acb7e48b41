import { useTranslation } from 'react-i18next';

import { EmptyCard } from './load-states';

interface Props {
  readonly connected: boolean;
  /** A filter or a search is set. */
  readonly filtered: boolean;
  readonly onClear: () => void;
}

/** Why the list is empty: nothing fits, Odoo is not connected, or there are no payouts. */
export function PayoutsEmpty({ connected, filtered, onClear }: Props) {
  const { t } = useTranslation();
  if (filtered) {
    return (
      <EmptyCard
        title={t('payouts.empty.noMatchTitle')}
        text={t('payouts.empty.noMatchText')}
        action={{ content: t('payouts.empty.clear'), onAction: onClear }}
      />
    );
  }
  if (!connected) {
    return (
      <EmptyCard
        title={t('payouts.empty.notConnectedTitle')}
        text={t('payouts.empty.notConnectedText')}
        action={{ content: t('payouts.empty.connect'), url: '/app/connection' }}
      />
    );
  }
  return <EmptyCard title={t('payouts.empty.noneTitle')} text={t('payouts.empty.noneText')} />;
}
