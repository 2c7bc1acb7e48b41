import { subtract, type Money } from './money';

/** The three figures of a finding about amounts: what should be, what is, and by how much it is off. */
export function compare(expected: Money, actual: Money): { expected: Money; actual: Money; residual: Money } {
  return { expected, actual, residual: subtract(actual, expected) };
}
