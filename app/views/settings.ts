import { isCalendarDate } from '../accounting/calendar-date';
import { financialStatuses } from '../accounting/order';
import type { DayRefusal } from './first-day';

/** Settings with a few words to choose from; the first is what holds until a person chooses. */
const words = {
  customers: ['original', 'company', 'generic'],
  'document-currency': ['shop', 'presentment'],
  'post-on-first-open-day': ['no', 'yes'],
  discounts: ['net', 'lines'],
  'document-kind': ['invoice', 'receipt'],
  'documents-per': ['order', 'day'],
  'product-rule': ['sku-reference', 'sku-barcode', 'barcode-barcode'],
  'product-unmatched': ['none', 'make', 'generic', 'wait'],
  'product-type': ['consumable', 'stock', 'service'],
  'orders-automatic': ['no', 'yes'],
  'fiscal-position': ['automatic', 'mapped'],
} as const;

/** Settings that are written in. */
const written = {
  'generic-customer': '',
  'order-prefix': '',
  'start-date': '',
  'order-statuses': 'paid,partially-paid,partially-refunded,refunded',
  'poll-minutes': '30',
} as const;

export type WordSetting = keyof typeof words;
export type SettingKey = WordSetting | keyof typeof written;

/** Every setting with its value, chosen or not. */
export type SettingsView = Readonly<Record<SettingKey, string>>;

export const settingKeys = [...Object.keys(words), ...Object.keys(written)] as SettingKey[];

export const pollMinutes = { least: 15, most: 240 };

export function isSettingKey(key: string): key is SettingKey {
  return (settingKeys as readonly string[]).includes(key);
}

/** The words of a setting, the one that holds by default first. */
export function wordsOf(key: WordSetting): readonly string[] {
  return words[key];
}

export function defaultOf(key: SettingKey): string {
  return key in words ? words[key as WordSetting][0] : written[key as keyof typeof written];
}

export interface SettingRefusal {
  readonly reason:
    | 'not-allowed'
    | 'none-chosen'
    | 'no-date'
    | 'out-of-range'
    | 'too-long'
    | 'needs-start-date'
    | 'needs-journal'
    | DayRefusal['reason'];
  /** What is allowed, as the sentence says it. */
  readonly allowed: string;
}

/**
 * Why a value cannot be kept; undefined where it can. Which days there are to choose from depends on today,
 * and is not looked at. An empty date, prefix or name takes the choice away.
 */
export function refusedSetting(key: SettingKey, value: string): SettingRefusal | undefined {
  if (key in words) {
    const allowed: readonly string[] = words[key as WordSetting];
    return allowed.includes(value) ? undefined : { reason: 'not-allowed', allowed: allowed.join(', ') };
  }
  switch (key) {
    case 'start-date':
      return value === '' || isCalendarDate(value) ? undefined : { reason: 'no-date', allowed: 'YYYY-MM-DD' };
    case 'order-statuses': {
      if (value === '') return { reason: 'none-chosen', allowed: '' };
      const known: readonly string[] = financialStatuses;
      const fits = value.split(',').every((status) => known.includes(status));
      return fits ? undefined : { reason: 'not-allowed', allowed: known.join(', ') };
    }
    case 'poll-minutes': {
      const { least, most } = pollMinutes;
      const fits = /^\d{1,3}$/.test(value) && Number(value) >= least && Number(value) <= most;
      return fits ? undefined : { reason: 'out-of-range', allowed: `${String(least)}–${String(most)}` };
    }
    default:
      return Array.from(value).length <= longest(key)
        ? undefined
        : { reason: 'too-long', allowed: String(longest(key)) };
  }
}

function longest(key: SettingKey): number {
  return key === 'order-prefix' ? 20 : 100;
}
