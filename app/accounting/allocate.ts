import type { Money } from './money';

/**
 * Shares an amount over weights so that the shares always sum to the whole. What does not divide goes, a minor unit
 * each, to the largest remainders (the first of equals). Weights are not negative; when all are 0 the first share takes all.
 */
export function allocate(amount: Money, weights: readonly bigint[]): Money[] {
  if (weights.length === 0) throw new RangeError('an amount cannot be shared over no weights');
  if (weights.some((weight) => weight < 0n)) throw new RangeError('a weight cannot be negative');
  const total = weights.reduce((left, right) => left + right, 0n);
  if (total === 0n) return weights.map((_, index) => ({ ...amount, minor: index === 0 ? amount.minor : 0n }));
  const sign = amount.minor < 0n ? -1n : 1n;
  const whole = amount.minor * sign;
  const shares = weights.map((weight, index) => ({
    index,
    share: (whole * weight) / total,
    remainder: (whole * weight) % total,
  }));
  let rest = whole - shares.reduce((left, { share }) => left + share, 0n);
  const byRemainder = [...shares].sort((left, right) =>
    left.remainder === right.remainder ? left.index - right.index : left.remainder > right.remainder ? -1 : 1,
  );
  for (const entry of byRemainder) {
    if (rest === 0n) break;
    entry.share += 1n;
    rest -= 1n;
  }
  return shares.map(({ share }) => ({ ...amount, minor: share * sign }));
}
