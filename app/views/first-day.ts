/** No shop on Shopify has orders of before it: "from the beginning", as a date. */
export const beforeShopify = '2004-01-01';

export interface DayRefusal {
  readonly reason: 'too-early' | 'too-late';
  /** The first or last day that may be chosen. */
  readonly allowed: string;
}

/** Why Klopt cannot begin on a day (YYYY-MM-DD); undefined where it can. The `latest` may be chosen itself. */
export function refusedFirstDay(day: string, latest: string): DayRefusal | undefined {
  if (day < beforeShopify) return { reason: 'too-early', allowed: beforeShopify };
  return day > latest ? { reason: 'too-late', allowed: latest } : undefined;
}

/** A shop may plan to begin with its next fiscal year; a later start date is a slip of the keys. */
export function latestStart(today: string): string {
  const day = new Date(`${today}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 366);
  return day.toISOString().slice(0, 10);
}
