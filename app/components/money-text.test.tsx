import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { view } from '~test/support/example-money';
import { renderPage } from '~test/support/render-page';
import { formatMoney, MoneyText } from './money-text';

/** Intl writes a no-break space between sign and figure. */
const plain = (text: string | null) => (text ?? '').replace(/\u00a0/g, ' ');

describe('An amount', () => {
  it('is written to the cent beyond what a float can hold', () => {
    expect(formatMoney(view('900719925474099301'), 'en')).toBe('€9,007,199,254,740,993.01');
    expect(formatMoney(view('-123456789012345678901'), 'en')).toBe('-€1,234,567,890,123,456,789.01');
  });

  it('has the digits of its currency', () => {
    expect(formatMoney(view(1000, 'JPY'), 'en')).toBe('¥1,000');
    expect(plain(formatMoney(view(1234, 'KWD'), 'en'))).toBe('KWD 1.234');
    expect(formatMoney(view(5), 'en')).toBe('€0.05');
  });

  it('is written as the reader’s country does', () => {
    expect(plain(formatMoney(view(-1_234_567), 'nl'))).toBe('€ -12.345,67');
  });

  it('shows a plus for a difference, and none for zero', () => {
    expect(formatMoney(view(2), 'en', 'always')).toBe('+€0.02');
    expect(formatMoney(view(0), 'en', 'always')).toBe('€0.00');
  });

  it('stands on the page in the page’s language', () => {
    renderPage(<MoneyText amount={view(412_657)} />, 'nl');
    expect(plain(screen.getByText(/4\.126/).textContent)).toBe('€ 4.126,57');
  });
});
