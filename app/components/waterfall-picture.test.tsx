import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { view } from '~test/support/example-money';
import { examplePayout } from '~test/support/example-payouts';
import { renderPage } from '~test/support/render-page';
import { WaterfallPicture } from './waterfall-picture';
import { waterfallShapes } from './waterfall-scale';

const bars = examplePayout().waterfall;

describe('The picture of a payout', () => {
  it('is a table for those who hear it', () => {
    renderPage(<WaterfallPicture bars={bars} />);
    const table = screen.getByRole('table', { name: 'The amounts of the picture as a table' });
    const rows = within(table)
      .getAllByRole('row')
      .map((row) => row.textContent);
    expect(rows[0]).toBe('StepTransactionsAmountRunning total');
    expect(rows[1]).toBe('Gross sales42€5,200.00€5,200.00');
    expect(rows[2]).toBe('Refunds3-€742.00€4,458.00');
    expect(rows.at(-1)).toBe('Payout€4,126.57€4,126.57');
  });

  it('says each bar to who comes by with the keyboard', () => {
    renderPage(<WaterfallPicture bars={bars} />, 'nl');
    const bar = screen.getByRole('img', {
      name: /^Terugbetalingen: .*-742,00, aantal 3, lopend totaal .*4\.458,00$/,
    });
    expect(bar.getAttribute('tabindex')).toBe('0');
  });

  it('has bars that begin where the one before ends', () => {
    const { shapes } = waterfallShapes(bars);
    const [sales, refunds] = shapes;
    expect(sales?.left).toBe(0);
    expect(sales?.width).toBe(100);
    expect((refunds?.left ?? 0) + (refunds?.width ?? 0)).toBeCloseTo(100);
    expect(refunds?.direction).toBe('down');
    expect(shapes.at(-1)?.direction).toBe('total');
  });

  it('keeps a negative payout left of zero, inside the picture', () => {
    const { shapes, zero } = waterfallShapes([
      { step: 'refunds', amount: view(-5000), from: view(0), to: view(-5000), count: 2 },
      { step: 'payout', amount: view(-5000), from: view(0), to: view(-5000), count: 1 },
    ]);
    expect(zero).toBe(100);
    for (const { left, width } of shapes) {
      expect(left).toBeGreaterThanOrEqual(0);
      expect(left + width).toBeLessThanOrEqual(100);
    }
  });
});
