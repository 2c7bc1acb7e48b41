import { Badge, type BadgeProps } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';

import type { PayoutState } from '../views/payout-view';

const looks: Record<PayoutState, Pick<BadgeProps, 'tone' | 'progress'>> = {
  new: { progress: 'incomplete' },
  ready: { tone: 'info', progress: 'incomplete' },
  'needs-attention': { tone: 'attention', progress: 'partiallyComplete' },
  syncing: { tone: 'info', progress: 'partiallyComplete' },
  posted: { tone: 'success', progress: 'complete' },
  banked: { tone: 'success', progress: 'complete' },
  failed: { tone: 'critical', progress: 'incomplete' },
};

export function PayoutStateBadge({ state }: { readonly state: PayoutState }) {
  const { t } = useTranslation();
  return <Badge {...looks[state]}>{t(`state.${state}`)}</Badge>;
}
