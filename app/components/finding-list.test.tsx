import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { exampleFinding, unmappedType } from '~test/support/example-findings';
import { renderPage } from '~test/support/render-page';
import { FindingList } from './finding-list';

describe('The findings', () => {
  it('say what should be, what is, the difference and what to do', () => {
    renderPage(<FindingList findings={[exampleFinding()]} />);
    expect(
      screen.getByRole('heading', { name: 'The transactions do not add up to the payout' }),
    ).toBeTruthy();
    for (const figure of ['€4,126.57', '€4,126.55', '-€0.02']) expect(screen.getByText(figure)).toBeTruthy();
    expect(screen.getByText(/Compare with the payout’s transactions in Shopify/)).toBeTruthy();
    const link = screen.getByRole('link', { name: /Open payouts in Shopify/ });
    expect(link.getAttribute('href')).toBe('https://admin.shopify.com/store/trade-wins/payments/payouts');
  });

  it('lead to the very row of the mappings', () => {
    renderPage(<FindingList findings={[unmappedType({ href: null })]} />, 'nl');
    const link = screen.getByRole('link', { name: 'Koppelingen openen' });
    expect(link.getAttribute('href')).toBe('/app/mappings?section=types&key=SHIPPING_LABEL');
  });

  it('explain one cause once, and name all that it stops', async () => {
    const many = Array.from({ length: 9 }, (_, index) =>
      unmappedType({
        id: String(index),
        object: { type: 'balance transaction', id: `77${String(index)}`, name: 'SHIPPING_LABEL' },
      }),
    );
    renderPage(<FindingList findings={many} />);
    expect(screen.getAllByRole('heading', { level: 3 })).toHaveLength(1);
    expect(screen.queryByText(/\(778\)/)).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Show 3 more' }));
    expect(screen.getByText(/\(778\)/)).toBeTruthy();
  });

  it('say of what does not stop posting whether it needs a person', () => {
    const notice = (id: string, kind: 'payment-open' | 'period-locked') =>
      exampleFinding({ id, kind, severity: 'notice' });
    renderPage(<FindingList findings={[notice('1', 'payment-open'), notice('2', 'period-locked')]} />, 'nl');
    expect(screen.getAllByText('Vraagt je aandacht')).toHaveLength(1);
    expect(screen.getAllByText('Ter informatie')).toHaveLength(1);
  });

  it('put what stops posting before what is only told', () => {
    renderPage(
      <FindingList
        findings={[exampleFinding({ id: 'n', kind: 'period-locked', severity: 'notice' }), unmappedType()]}
      />,
    );
    const [first] = screen.getAllByRole('heading', { level: 3 });
    expect(first?.textContent).toBe('Shipping label: no account chosen yet');
  });
});
