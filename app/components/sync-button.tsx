import { Button, Tooltip } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';

import { say } from '../i18n/say';
import type { PayoutRow } from '../views/payout-view';
import { formatDay } from './date-text';

interface Props {
  readonly row: PayoutRow;
  readonly connected: boolean;
  readonly starting: boolean;
  readonly onSync: () => void;
}

/** What can be done with a payout from the list: sync it, look at what stops it, or open it. */
export function SyncButton({ row, connected, starting, onSync }: Props) {
  const { t, i18n } = useTranslation();
  const date = formatDay(row.issuedOn, i18n.language);
  const url = `/app/payouts/${row.id}`;
  // A payout that failed stays failed; once its transactions are posted and proven there is nothing left to sync.
  switch (row.state === 'failed' && row.proofHolds ? 'posted' : row.state) {
    case 'needs-attention':
      return (
        <Button size="slim" url={url} accessibilityLabel={t('payouts.reviewLabel', { date })}>
          {t('payouts.review')}
        </Button>
      );
    case 'posted':
    case 'banked':
      return (
        <Button
          size="slim"
          variant="tertiary"
          url={url}
          accessibilityLabel={t('payouts.openLabel', { date })}
        >
          {t('payouts.open')}
        </Button>
      );
    case 'syncing':
      return null;
    case 'new':
    case 'ready':
    case 'failed': {
      const status = row.shopifyStatus.toLowerCase().replaceAll('_', '-');
      const notPaid = status === 'scheduled' || status === 'in-transit';
      const reason = !connected
        ? t('list.notConnected')
        : notPaid
          ? t('payouts.notPaidYet', { status: say(t, `shopifyStatus.${status}`, { defaultValue: status }) })
          : null;
      const button = (
        <Button
          size="slim"
          variant="primary"
          disabled={reason !== null}
          loading={starting}
          onClick={onSync}
          accessibilityLabel={reason ?? t('payouts.syncLabel', { date })}
        >
          {t('payouts.sync')}
        </Button>
      );
      return reason === null ? button : <Tooltip content={reason}>{button}</Tooltip>;
    }
  }
}
