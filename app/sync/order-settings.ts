import { calendarDate, type CalendarDate } from '../accounting/calendar-date';
import type { DocumentSettings } from '../accounting/document-settings';
import { financialStatuses, type FinancialStatus } from '../accounting/order';
import type { MappingRecord } from '../database/mappings';
import type { DocumentCurrency } from '../shopify/order-from-shopify';
import { defaultOf, refusedSetting } from '../views/settings';
import type { UnderstandingSettings } from './understand-order';

/** What the merchant chose about orders that needs no Odoo to be understood. */
export interface OrderSettings extends UnderstandingSettings {
  readonly currency: DocumentCurrency;
  readonly documents: DocumentSettings;
  /** Orders of these statuses are brought to Odoo. */
  readonly statuses: ReadonlySet<FinancialStatus>;
  /** As they come, without anybody asking. Only from a start date on. */
  readonly automatic: boolean;
  /** One document an order, or one a day, country and tax. */
  readonly per: 'order' | 'day';
  readonly pollMinutes: number;
}

/** Whoever has paid, also in part, also if money went back later. */
const usualStatuses: readonly FinancialStatus[] = [
  'paid',
  'partially-paid',
  'partially-refunded',
  'refunded',
];

export function orderSettings(mappings: readonly MappingRecord[], timeZone: string): OrderSettings {
  const value = (key: string) => settingOf(mappings, key);
  const since = dateIfAny(value('start-date'));
  const prefix = value('order-prefix') ?? '';
  return {
    currency: value('document-currency') === 'presentment' ? 'presentment' : 'shop',
    documents: {
      discounts: value('discounts') === 'lines' ? 'lines' : 'net',
      prefix,
      timeZone,
      ...(since ? { since } : {}),
    },
    statuses: new Set(statusesIn(value('order-statuses'))),
    automatic: value('orders-automatic') === 'yes' && since !== undefined,
    per: value('documents-per') === 'day' ? 'day' : 'order',
    pollMinutes: minutesOf(value('poll-minutes')),
  };
}

export function settingOf(mappings: readonly MappingRecord[], key: string): string | undefined {
  const mapping = mappings.find((one) => one.kind === 'setting' && one.key === key);
  return mapping && 'value' in mapping.target ? mapping.target.value : undefined;
}

/** What the settings page would refuse was not chosen there, and is no pace to ask Shopify at. */
function minutesOf(text: string | undefined): number {
  const chosen = text !== undefined && !refusedSetting('poll-minutes', text);
  return Number(chosen ? text : defaultOf('poll-minutes'));
}

function statusesIn(text: string | undefined): readonly FinancialStatus[] {
  if (text === undefined) return usualStatuses;
  const named = text.split(',').map((word) => word.trim());
  return financialStatuses.filter((status) => named.includes(status));
}

function dateIfAny(text: string | undefined): CalendarDate | undefined {
  return text ? calendarDate(text) : undefined;
}
