import { scaleLinear } from 'd3-scale';

import type { WaterfallView } from '../views/payout-view';

export interface WaterfallShape {
  readonly bar: WaterfallView;
  /** Both in percent of the width of the picture. */
  readonly left: number;
  readonly width: number;
  /** Where the running total stands after this bar, in percent. */
  readonly end: number;
  readonly direction: 'up' | 'down' | 'total';
}

/** Bars keep at least this much width, so that a fee of a few cents can still be seen and pointed at. */
const thinnest = 0.6;

/**
 * Where the bars stand. Pixels are drawing, not money: here alone do amounts become numbers, and none comes back.
 */
export function waterfallShapes(bars: readonly WaterfallView[]): { shapes: WaterfallShape[]; zero: number } {
  const ends = bars.flatMap(({ from, to }) => [Number(from.minor), Number(to.minor)]);
  const low = Math.min(0, ...ends);
  const high = Math.max(0, ...ends);
  const x = scaleLinear()
    .domain([low, high === low ? low + 1 : high])
    .range([0, 100]);
  const shapes = bars.map((bar): WaterfallShape => {
    const from = x(Number(bar.from.minor));
    const to = x(Number(bar.to.minor));
    const width = Math.max(Math.abs(to - from), thinnest);
    return {
      bar,
      left: Math.min(Math.min(from, to), 100 - width),
      width,
      end: to,
      direction: bar.step === 'payout' ? 'total' : BigInt(bar.amount.minor) < 0n ? 'down' : 'up',
    };
  });
  return { shapes, zero: x(0) };
}
