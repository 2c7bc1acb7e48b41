import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { exampleFinding } from '~test/support/example-findings';
import { view } from '~test/support/example-money';
import { exampleOrder } from '~test/support/example-orders';
import { exampleRun } from '~test/support/example-runs';
import { Refusal, renderPage, serve } from '~test/support/render-page';
import { OneOrderPage } from './order-page';

const id = '6001001';
const path = `/api/orders/${id}`;

describe('The page of an order', () => {
  it('shows each document with its taxes, and its lines when they are asked for', async () => {
    serve({});
    renderPage(<OneOrderPage id={id} initial={exampleOrder()} />);
    expect(screen.getByRole('heading', { name: 'Invoice #1001' })).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'Credit note #1001-R1' })).toBeTruthy();
    const taxes = screen.getByRole('table', { name: 'Taxes of #1001' });
    expect(within(taxes).getByText('NL · BTW 21%')).toBeTruthy();
    expect(within(taxes).getByText('€25.63')).toBeTruthy();
    expect(screen.queryByRole('table', { name: 'Lines of #1001' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Show 2 lines' }));
    const lines = screen.getByRole('table', { name: 'Lines of #1001' });
    expect(within(lines).getByText('Watering can, zinc')).toBeTruthy();
    expect(screen.getByText('not in Odoo yet')).toBeTruthy();
  });

  it('says every moment in the time zone of the shop, wherever it is read', () => {
    serve({});
    const late = '2026-11-18T23:00:00.000Z';
    const known = exampleOrder({ placedOn: '2026-11-19', placedAt: late, cancelledAt: late, syncedAt: late });
    const order = {
      ...known,
      documentList: known.documentList.map((document) => ({ ...document, happenedAt: late })),
      payments: known.payments.map((payment) => ({ ...payment, processedAt: late })),
    };
    const { container, unmount } = renderPage(<OneOrderPage id={id} initial={order} />);
    expect(container.textContent).toContain('November 19, 2026');
    expect(container.textContent).toMatch(/Nov 19, 2026, 12:00\sAM/);
    expect(container.textContent).not.toContain('Nov 18');
    unmount();
    const west = renderPage(<OneOrderPage id={id} initial={order} />, 'en', 'America/New_York');
    expect(west.container.textContent).toMatch(/Nov 18, 2026, 06:00\sPM/);
  });

  it('does not say that it was brought to Odoo while none of its documents is there', () => {
    serve({});
    const looked = { syncedAt: '2026-11-22T01:42:00.000Z', documents: [] };
    renderPage(<OneOrderPage id={id} initial={exampleOrder(looked)} />);
    expect(screen.getByText('Not brought to Odoo yet.')).toBeTruthy();
  });

  it('says where the money of each payment is', () => {
    serve({});
    renderPage(<OneOrderPage id={id} initial={exampleOrder()} />);
    const payments = screen.getByRole('table', { name: 'Payments' });
    expect(within(payments).getByText('Comes with a payout')).toBeTruthy();
    expect(within(payments).getByRole('link', { name: 'Payout 140700000' }).getAttribute('href')).toBe(
      '/app/payouts/140700000',
    );
    expect(within(payments).getByText('Bank deposit', { exact: false })).toBeTruthy();
    expect(within(payments).getByText('Not in Odoo yet')).toBeTruthy();
  });

  it('compares all documents with Shopify’s total, and says so when they differ', () => {
    serve({});
    const { unmount } = renderPage(<OneOrderPage id={id} initial={exampleOrder()} />);
    expect(screen.getByText('adds up')).toBeTruthy();
    unmount();
    const check = { documents: view(12_345), adjustments: null, shopify: view(12_344), holds: false };
    renderPage(<OneOrderPage id={id} initial={exampleOrder({ check })} />, 'nl');
    expect(screen.getByText('wijkt af')).toBeTruthy();
  });

  it('says of rounded cash what changed hands and what the rounding is', () => {
    serve({});
    const [paid] = exampleOrder().payments;
    if (!paid) throw new Error('The example has no payment.');
    const payments = [{ ...paid, amount: view(1_600), rounding: view(2) }];
    renderPage(<OneOrderPage id={id} initial={exampleOrder({ payments })} />);
    const table = screen.getByRole('table', { name: 'Payments' });
    expect(within(table).getByText('€16.00')).toBeTruthy();
    expect(within(table).getByText(/in cash, rounding/).textContent).toBe('in cash, rounding +€0.02');
  });

  it('claims nothing of Odoo while no document stands there', () => {
    serve({});
    const order = exampleOrder();
    const documentList = order.documentList.map((document) => ({ ...document, odoo: null }));
    const { unmount } = renderPage(<OneOrderPage id={id} initial={order} />);
    expect(screen.getByText('The documents are exactly what Shopify says.')).toBeTruthy();
    unmount();
    renderPage(<OneOrderPage id={id} initial={{ ...order, documentList }} />);
    expect(
      screen.getByText('The documents that Klopt would make are exactly what Shopify says.'),
    ).toBeTruthy();
    expect(screen.queryByText('The documents are exactly what Shopify says.')).toBeNull();
  });

  it('syncs again with progress, and reads the order afresh until it has ended', async () => {
    let state: 'posted' | 'queued' = 'posted';
    const calls = serve({
      [`GET ${path}`]: () => {
        if (state === 'posted') return exampleOrder();
        state = 'posted';
        const run = exampleRun({ kind: 'sync-orders', stage: 'books', stageTotal: 0 });
        return exampleOrder({ state: 'queued', working: true, run });
      },
      'POST /api/orders/sync': () => {
        state = 'queued';
        return { asked: 1 };
      },
    });
    renderPage(<OneOrderPage id={id} initial={exampleOrder()} />);
    await userEvent.click(screen.getByRole('button', { name: 'Sync again' }));
    expect(await screen.findByText('On its way to Odoo')).toBeTruthy();
    expect(screen.getAllByText('Reading your books in Odoo')).toBeTruthy();
    await waitFor(() => expect(screen.queryByText('On its way to Odoo')).toBeNull());
    expect(calls).toContain('POST /api/orders/sync');
  });

  it('shows its findings with what to do, before the documents', () => {
    serve({});
    const finding = exampleFinding({
      kind: 'tax-unmapped',
      object: { type: 'order', id, name: '#1001' },
      facts: { country: 'NL', title: 'BTW', rate: '21' },
      remedy: { page: 'mappings', section: 'taxes', key: 'NL|BTW|21|included' },
      href: null,
    });
    renderPage(<OneOrderPage id={id} initial={exampleOrder({ findingList: [finding] })} />);
    expect(screen.getByRole('link', { name: 'Open mappings' }).getAttribute('href')).toBe(
      '/app/mappings?section=taxes&key=NL%7CBTW%7C21%7Cincluded',
    );
  });

  it('shows what is known of an order that was never read whole, and of none at all', async () => {
    serve({
      'GET /api/orders/9': () => new Refusal(404, { error: { kind: 'not-found', message: '', facts: {} } }),
    });
    const bare = exampleOrder({
      documentList: [],
      payments: [],
      check: null,
      state: 'new',
      reason: 'status',
    });
    const { unmount } = renderPage(<OneOrderPage id={id} initial={bare} />);
    expect(screen.getByText('Not in Odoo: its payment status is not one that you chose.')).toBeTruthy();
    unmount();
    renderPage(<OneOrderPage id="9" />);
    expect(await screen.findByText('This order does not exist')).toBeTruthy();
  });
});
