import type { TFunction } from 'i18next';

import type { BackfillObstacle, BackfillView } from '../views/order-view';
import { formatDay } from './date-text';
import { taxWords } from './fact-words';
import { gatewayWords } from './gateway-words';

/** "Orders since 1 January 2026". */
export function reachWords(
  t: TFunction,
  locale: string,
  { reach, since }: Pick<BackfillView, 'reach' | 'since'>,
): string {
  return t(`history.reach.${reach}`, { date: since ? formatDay(since, locale, 'long') : '' });
}

/** "about 4 minutes left", in the unit that a person would say it in. */
export function leftWords(t: TFunction, seconds: number): string {
  if (seconds < 60) return t('history.left.seconds');
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 100) return t('history.left.minutes', { count: minutes });
  return t('history.left.hours', { count: Math.round(minutes / 60) });
}

export function obstacleWords(t: TFunction, locale: string, obstacle: BackfillObstacle): string {
  return t(`history.obstacles.kind.${obstacle.kind}`, { name: nameOf(t, locale, obstacle) });
}

function nameOf(t: TFunction, locale: string, { kind, key, name }: BackfillObstacle): string {
  switch (kind) {
    case 'tax-unmapped':
      return taxWords(t, key);
    case 'period-locked':
      return monthWords(key, locale);
    case 'gateway-unmapped':
      return gatewayWords(t, key, name || key);
    case 'sku-unknown':
    case 'order-unreadable':
    case 'order-not-exact':
      return name || key;
  }
}

/** Where it is solved. */
export function obstacleAddress({ kind, key }: BackfillObstacle): string {
  const at = (page: 'mappings' | 'settings', section: string, row: string) =>
    `/app/${page}?${new URLSearchParams({ section, key: row }).toString()}`;
  switch (kind) {
    case 'tax-unmapped':
      return at('mappings', 'taxes', key);
    case 'sku-unknown':
      return at('mappings', 'products', key);
    case 'gateway-unmapped':
      return at('mappings', 'gateways', key);
    case 'period-locked':
      return at('settings', 'documents', 'locked-period');
    case 'order-unreadable':
    case 'order-not-exact':
      return `/app/orders/${key}`;
  }
}

/** "2025-12" → "December 2025". */
function monthWords(month: string, locale: string): string {
  const at = Date.parse(`${month}-01T00:00:00Z`);
  if (Number.isNaN(at)) return month;
  return new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(at);
}
