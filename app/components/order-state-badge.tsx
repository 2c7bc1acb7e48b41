import { Badge, type BadgeProps } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';

import type { OrderState } from '../views/order-view';

const looks: Record<OrderState, Pick<BadgeProps, 'tone' | 'progress'>> = {
  new: { progress: 'incomplete' },
  queued: { tone: 'info', progress: 'partiallyComplete' },
  posted: { tone: 'success', progress: 'complete' },
  'needs-attention': { tone: 'attention', progress: 'partiallyComplete' },
  'left-out': {},
};

export function OrderStateBadge({ state }: { readonly state: OrderState }) {
  const { t } = useTranslation();
  return <Badge {...looks[state]}>{t(`orders.state.${state}`)}</Badge>;
}
