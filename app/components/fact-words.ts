import type { TFunction } from 'i18next';

import { isCalendarDate } from '../accounting/calendar-date';
import { readTaxKey, type TaxKey } from '../accounting/tax-key';
import { say } from '../i18n/say';
import { formatDay } from './date-text';
import { gatewayWords } from './gateway-words';
import { typeWords } from './type-words';

type Facts = Readonly<Record<string, string>>;

/** Without these a sentence would have a hole; a dash stands where the server has not said one. */
const needed =
  'count country customers currency database date example gateway host invoices line lock mapping match model openDay operation order payout products ' +
  'payoutCurrency rate role sku status target title type vat';

/** A finding's facts as words of a sentence: kinds translated, days written out, absent ones a dash or nothing. */
export function factWords(t: TFunction, locale: string, facts: Facts): Record<string, string> {
  const words: Record<string, string> = {
    message: facts.detail ?? facts.why ?? '',
    reason: facts.why ?? '',
    what: '',
  };
  for (const name of needed.split(' ')) words[name] = '—';
  words.group = t('anyGroup');
  words.reasonText = facts.reason ? t('shopifyReason', { reason: facts.reason }) : '';
  words.target = facts.name ? dayOrText(facts.name, locale) : '—';
  for (const [name, value] of Object.entries(facts)) {
    if (value !== '') words[name] = factWord(t, locale, name, value, facts);
  }
  return words;
}

function factWord(t: TFunction, locale: string, name: string, value: string, facts: Facts): string {
  switch (name) {
    case 'type':
      return typeWords(t, value);
    case 'status':
      return say(t, `shopifyStatus.${value.toLowerCase().replaceAll('_', '-')}`, { defaultValue: value });
    case 'gateway':
      return gatewayWords(t, value);
    case 'role':
      return say(t, `role.${value}`, { defaultValue: value });
    case 'mapping':
      return mappingWords(t, value);
    case 'reason':
      return say(t, `breach.${value}`, {
        ...facts,
        allowed: dayOrText(facts.allowed ?? '', locale),
        defaultValue: value,
      });
    case 'what':
      return say(t, `what.${value.split(' ')[0] ?? ''}`, { ...facts, defaultValue: '' });
    case 'date':
    case 'lock':
    case 'openDay':
      return formatDay(value, locale);
    default:
      return value;
  }
}

/** What was written in, or may be: a day is said as one. */
function dayOrText(value: string, locale: string): string {
  return isCalendarDate(value) ? formatDay(value, locale) : value;
}

/** The name of a mapping: an account of ours, a line role, a tax, a transaction type, else the key itself. */
function mappingWords(t: TFunction, key: string): string {
  const bare = bareKey(key);
  if (bare.includes('|')) return taxWords(t, bare);
  const known = say(t, `account.${bare}`, { defaultValue: say(t, `role.${bare}`, { defaultValue: '' }) });
  if (known !== '') return known;
  return /^[A-Z]+(_[A-Z]+)*$/.test(bare) && bare.length > 3 ? typeWords(t, bare) : bare;
}

/** `type DISPUTE_WITHDRAWAL` → `DISPUTE_WITHDRAWAL`: findings say which kind of mapping before its key. */
export function bareKey(key: string): string {
  return key.replace(/^(type|role|line|tax|gateway|account) /, '');
}

/** `NL|BTW|21|included|shipping` → "NL · BTW 21% · shipping". */
export function taxWords(t: TFunction, key: string): string {
  const { country, province, title, rate, supply, remitted, company } = readTaxKey(key as TaxKey);
  const place = country === '*' ? t('mappings.anyCountry') : province ? `${country}-${province}` : country;
  return [
    place,
    title === '' ? t('mappings.noTax') : t('mappings.taxName', { title, rate }),
    ...(supply === 'shipping' ? [t('mappings.taxMark.shipping')] : []),
    ...(company ? [t('mappings.taxMark.company')] : []),
    ...(remitted ? [t('mappings.taxMark.remitted')] : []),
  ].join(' · ');
}
