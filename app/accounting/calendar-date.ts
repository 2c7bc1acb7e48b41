declare const calendarDateBrand: unique symbol;

/** A day of the calendar, `YYYY-MM-DD`, in the time zone its maker named. */
export type CalendarDate = string & { readonly [calendarDateBrand]: true };

/** A moment, ISO 8601 in UTC or with an offset, as the outside system said it. */
export type Instant = string;

export function calendarDate(text: string): CalendarDate {
  if (!isCalendarDate(text)) throw new RangeError(`"${text}" is not a date of the form YYYY-MM-DD`);
  return text;
}

/** Whether a text is a day that there is: the 30th of February is none. */
export function isCalendarDate(text: string): text is CalendarDate {
  const instant = Date.parse(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(instant) &&
    new Date(instant).toISOString().startsWith(text)
  );
}

/** Midnight falls on a quarter of an hour of UTC in every time zone: all moments within one are of the same day. */
const quarter = 15 * 60 * 1000;
/** Days already looked up, by time zone and quarter; about a year's worth, then begun anew. */
const known = new Map<string, Map<number, CalendarDate>>();
const mostKnown = 40_000;

/** The day on which a moment falls in a time zone (IANA name): fees and refunds belong to the shop's own month. */
export function dateIn(instant: Instant, timeZone: string): CalendarDate {
  const moment = Date.parse(instant);
  if (Number.isNaN(moment)) throw new RangeError(`"${instant}" is not a moment in time`);
  let days = known.get(timeZone);
  if (!days || days.size >= mostKnown) known.set(timeZone, (days = new Map<number, CalendarDate>()));
  const index = Math.floor(moment / quarter);
  let day = days.get(index);
  if (!day) days.set(index, (day = dayOf(moment, timeZone)));
  return day;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function dayOf(moment: number, timeZone: string): CalendarDate {
  let format = formats.get(timeZone);
  if (!format) {
    // sv-SE writes dates as YYYY-MM-DD.
    format = new Intl.DateTimeFormat('sv-SE', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    formats.set(timeZone, format);
  }
  return format.format(moment) as CalendarDate;
}
