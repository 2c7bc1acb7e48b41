import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { exampleOverview } from '~test/support/example-shop';
import { renderPage, serve } from '~test/support/render-page';
import { HomePage } from './home-page';

const names = (region: string) =>
  within(screen.getByRole('region', { name: region }))
    .getAllByRole('link')
    .map((link) => [link.getAttribute('aria-label'), link.getAttribute('href')]);

describe('The home page', () => {
  it('counts payouts and orders by state, each figure leading to them', () => {
    serve({});
    renderPage(<HomePage initial={exampleOverview()} />);
    expect(names('Payouts by state')).toContainEqual(['1 payout: Failed', '/app/payouts?state=failed']);
    expect(names('Orders by state')).toContainEqual(['210 orders: Posted', '/app/orders?state=posted']);
  });

  it('shows what is under way only while something is, and orders once there are any', () => {
    serve({});
    const { counts, orderCounts } = exampleOverview();
    const first = renderPage(<HomePage initial={exampleOverview()} />);
    expect(names('Payouts by state')).toHaveLength(6);
    expect(names('Orders by state')).toHaveLength(4);
    first.unmount();
    const busy = exampleOverview({
      counts: { ...counts, syncing: 1 },
      orderCounts: { ...orderCounts, queued: 2 },
    });
    const second = renderPage(<HomePage initial={busy} />);
    expect(names('Payouts by state')).toHaveLength(7);
    expect(names('Orders by state')).toHaveLength(5);
    second.unmount();
    renderPage(<HomePage initial={exampleOverview({ orderCounts: { new: 0 } })} />);
    expect(screen.queryByRole('region', { name: 'Orders by state' })).toBeNull();
  });

  it('asks to connect Odoo first where it is not', () => {
    serve({});
    const { connection } = exampleOverview();
    renderPage(<HomePage initial={exampleOverview({ connection: { ...connection, connected: false } })} />);
    const links = screen.getAllByRole('link', { name: /^Connect/ });
    expect(links.map((link) => link.getAttribute('href'))).toContain('/app/connection');
  });

  it('leads to the taxes themselves where some have no match yet', () => {
    serve({});
    const wayOf = (unmappedTaxes: number) => {
      const view = exampleOverview({ unmappedTaxes, counts: {} });
      const page = renderPage(<HomePage initial={view} />);
      const href = screen.getByRole('link', { name: 'Open mappings' }).getAttribute('href');
      page.unmount();
      return href;
    };
    expect([wayOf(1), wayOf(0)]).toEqual(['/app/mappings?section=taxes', '/app/mappings']);
  });
});
