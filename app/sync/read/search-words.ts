import { DateTime } from 'luxon';

const dayForms = [
  'd LLLL yyyy',
  'd LLL yyyy',
  'LLLL d, yyyy',
  'LLL d, yyyy',
  'd-M-yyyy',
  'd/M/yyyy',
  'd.M.yyyy',
];

/**
 * What a person typed into a search, and the same as payouts are kept: "€4,366.87" and "4.366,87" are 4366.87,
 * "8 sep 2026" is 2026-09-08. Lower case.
 */
export function searchWords(typed: string): string[] {
  const text = typed.trim().toLowerCase();
  if (text === '') return [];
  const kept = [amountOf(text), dayOf(text)].filter((word) => word !== null);
  return [...new Set([text, ...kept])];
}

/** The sign before or after the number, groups of thousands, one or two decimals (a single group is no amount yet). */
function amountOf(text: string): string | null {
  const number = text.replaceAll(/[\s\u00a0]|[a-z]{3}|[€$£¥]/g, '');
  if (!/^-?\d{1,3}(([.,])\d{3}(\2\d{3})*|\d*)([.,]\d{1,2})?$/.test(number)) return null;
  const [, whole = '', decimals] = /^(.*?)(?:[.,](\d{1,2}))?$/.exec(number) ?? [];
  const plain = whole.replaceAll(/[.,]/g, '');
  return decimals === undefined ? plain : `${plain}.${decimals}`;
}

function dayOf(text: string): string | null {
  for (const locale of ['en', 'nl']) {
    for (const form of dayForms) {
      const day = DateTime.fromFormat(text, form, { locale, zone: 'utc' });
      if (day.isValid) return day.toISODate();
    }
  }
  return null;
}
