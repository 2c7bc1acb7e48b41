const size = (amount: bigint): bigint => (amount < 0n ? -amount : amount);

/** Spreads a few cents over weights, the heaviest first, each its share rounded up until nothing is left. */
export function distribute(delta: bigint, weights: readonly bigint[]): bigint[] {
  const shares = weights.map(() => 0n);
  const total = weights.reduce((sum, weight) => sum + size(weight), 0n);
  if (delta === 0n || total === 0n) return shares;
  const sign = delta < 0n ? -1n : 1n;
  const cents = size(delta);
  let left = cents;
  const heaviestFirst = weights
    .map((weight, at) => ({ at, weight: size(weight) }))
    .sort((a, b) => (a.weight === b.weight ? a.at - b.at : a.weight > b.weight ? -1 : 1));
  for (const { at, weight } of heaviestFirst) {
    if (left === 0n) break;
    const share = (weight * cents + total - 1n) / total;
    const taken = share < left ? share : left;
    shares[at] = sign * taken;
    left -= taken;
  }
  return shares;
}
