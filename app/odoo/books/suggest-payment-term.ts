import type { PaymentTerm } from './read-payment-terms';

/**
 * Odoo's term for Shopify's: "Net 30" is the one of 30 days, "Due on receipt" the one of none. Where several have those days,
 * the one whose name says nothing else ("30 Days" before "2/7 Net 30"), or none. "Due on fulfillment" and "Fixed" have no term:
 * their day stands on the order.
 */
export function suggestPaymentTerm(name: string, terms: readonly PaymentTerm[]): PaymentTerm | undefined {
  const days = daysIn(name);
  if (days === undefined) return undefined;
  const fitting = terms.filter((term) => term.days === days);
  const plain = fitting.filter((term) => numbersIn(term.name) <= 1);
  const [only, ...others] = plain.length > 0 ? plain : fitting;
  return others.length === 0 ? only : undefined;
}

function daysIn(name: string): number | undefined {
  const wanted = name.trim();
  if (/^due on receipt$/i.test(wanted)) return 0;
  const days = /^net (\d+)( days)?$/i.exec(wanted)?.[1] ?? /^within (\d+) days$/i.exec(wanted)?.[1];
  return days === undefined ? undefined : Number(days);
}

function numbersIn(name: string): number {
  return name.match(/\d+/g)?.length ?? 0;
}
