import type { Finding } from '../../app/accounting/finding';
import { parseMoney, toDecimal, type Money } from '../../app/accounting/money';

/** Euros from a decimal string. */
export const eur = (text: string): Money => parseMoney(text, 'EUR');

/** Amounts as a person writes them, to compare whole lists at once. */
export const amounts = (list: Iterable<Money>): string[] => [...list].map(toDecimal);

/** A finding's kind and its three figures as decimals, e.g. `['sum-differs', '100.00', '99.99', '-0.01']`. */
export function figures({ kind, expected, actual, residual }: Finding): (string | undefined)[] {
  return [kind, ...[expected, actual, residual].map((amount) => amount && toDecimal(amount))];
}

/** The finding of a match or of documents that must have failed. */
export function findingIn(result: object): Finding {
  if (!('finding' in result)) throw new Error('expected a finding, and everything was in order');
  return result.finding as Finding;
}
