import { useContext } from 'react';
import { useTranslation } from 'react-i18next';

import { ShopTimeZone } from './shop-time-zone';

/** A calendar day ("2026-11-03") in words of the locale; the day stays the same in every time zone. */
export function formatDay(day: string, locale: string, style: 'long' | 'medium' = 'medium'): string {
  const at = Date.parse(`${day.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(at)) return day;
  return new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: style === 'long' ? 'long' : 'short',
    day: 'numeric',
    timeZone: 'UTC',
  }).format(at);
}

/** A moment, in the shop's time zone. */
export function formatInstant(
  iso: string,
  locale: string,
  timeZone: string,
  style: 'full' | 'time' | 'day' = 'full',
): string {
  const at = Date.parse(iso);
  if (Number.isNaN(at)) return iso;
  const day = { year: 'numeric', month: 'short', day: 'numeric' } as const;
  const time = { hour: '2-digit', minute: '2-digit' } as const;
  const parts = style === 'full' ? { ...day, ...time } : style === 'day' ? day : time;
  return new Intl.DateTimeFormat(locale, { ...parts, timeZone }).format(at);
}

export function DayText({ day, style }: { readonly day: string; readonly style?: 'long' | 'medium' }) {
  const { i18n } = useTranslation();
  return <time dateTime={day}>{formatDay(day, i18n.language, style)}</time>;
}

/** Node and a browser may write the same moment with other blanks: what the server rendered is left as it is. */
export function InstantText({
  at,
  style,
}: {
  readonly at: string;
  readonly style?: 'full' | 'time' | 'day';
}) {
  const { i18n } = useTranslation();
  const timeZone = useContext(ShopTimeZone);
  return (
    <time dateTime={at} suppressHydrationWarning>
      {formatInstant(at, i18n.language, timeZone, style)}
    </time>
  );
}
