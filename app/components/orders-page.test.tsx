import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { exampleFinding } from '~test/support/example-findings';
import { exampleOrderPage, exampleOrderRow } from '~test/support/example-orders';
import { exampleRun } from '~test/support/example-runs';
import { bodyOf, renderPage, serve } from '~test/support/render-page';
import { noOrderFilter } from '../queries/list-filter';
import type { OrderPage } from '../views/order-view';
import { OrdersPage } from './orders-page';

function List({
  initial,
  state = '',
  seen,
}: {
  readonly initial?: OrderPage;
  readonly state?: string;
  readonly seen?: (filter: object) => void;
}) {
  const [filter, setFilter] = useState({ ...noOrderFilter, state });
  return (
    <OrdersPage
      filter={filter}
      onFilter={(next) => {
        seen?.(next);
        setFilter(next);
      }}
      initial={initial}
    />
  );
}

const rowOf = (name: string) => {
  const row = screen.getByRole('link', { name }).closest<HTMLElement>('[role=row]');
  if (!row) throw new Error(`no row of order ${name}`);
  return row;
};

describe('The list of orders', () => {
  it('shows each with its total, its documents in Odoo, its state and what it waits for', () => {
    serve({});
    const document = { model: 'account.move', id: 7, name: 'INV/2026/00007', href: 'https://odoo.example/7' };
    const rows = [
      exampleOrderRow({ id: '1', name: '#1001', state: 'posted', documents: [document] }),
      exampleOrderRow({ id: '2', name: '#1002', state: 'left-out', reason: 'test' }),
      exampleOrderRow({ id: '3', name: '#1003', state: 'needs-attention', findings: 2 }),
      exampleOrderRow({ id: '4', name: '#1004', state: 'queued', total: null, customer: null }),
    ];
    renderPage(<List initial={exampleOrderPage(rows)} />);
    expect(within(rowOf('#1001')).getByText('€123.45')).toBeTruthy();
    expect(
      within(rowOf('#1001'))
        .getByRole('link', { name: /INV\/2026\/00007/ })
        .getAttribute('href'),
    ).toBe('https://odoo.example/7');
    expect(within(rowOf('#1002')).getByText('a test order')).toBeTruthy();
    expect(within(rowOf('#1003')).getByText('2 findings')).toBeTruthy();
    expect(within(rowOf('#1004')).getByText('not read yet')).toBeTruthy();
    expect(
      within(rowOf('#1004')).getByRole('button', { name: 'Sync order #1004' }).getAttribute('aria-disabled'),
    ).toBe('true');
    expect(screen.getByRole('tab', { name: 'Needs attention, 1' })).toBeTruthy();
  });

  it('syncs one, those that are chosen, and all that wait', async () => {
    const bodies: unknown[] = [];
    const rows = ['1', '2', '3'].map((id) => exampleOrderRow({ id, name: `#${id}` }));
    serve({
      'GET /api/orders': () => exampleOrderPage(rows),
      'POST /api/orders/sync': (init) => {
        bodies.push(bodyOf(init));
        return { asked: 1 };
      },
    });
    renderPage(<List initial={exampleOrderPage(rows)} />);
    await userEvent.click(screen.getByRole('button', { name: 'Sync order #2' }));
    await waitFor(() => expect(bodies).toEqual([{ ids: ['2'] }]));
    await userEvent.click(screen.getByLabelText('Select all on this page'));
    await userEvent.click(screen.getByLabelText('Select #2'));
    await userEvent.click(screen.getByRole('button', { name: 'Sync selected' }));
    await waitFor(() => expect(bodies[1]).toEqual({ ids: ['1', '3'] }));
    await userEvent.click(screen.getByRole('button', { name: 'Sync all (3)' }));
    await waitFor(() => expect(bodies[2]).toEqual({ all: true }));
  });

  it('shows what is being brought to Odoo, and the list as it changes', async () => {
    let run = exampleRun({ kind: 'sync-orders', stage: 'documents', stageDone: 40, stageTotal: 100 });
    const rows = [exampleOrderRow({ state: 'queued' })];
    serve({
      'GET /api/orders': () => {
        run = exampleRun({ kind: 'sync-orders', state: 'done', stage: 'done' });
        return exampleOrderPage([exampleOrderRow({ state: 'posted' })]);
      },
    });
    renderPage(<List initial={exampleOrderPage(rows, { run, working: true })} />);
    expect(screen.getByText('Making invoices and credit notes: 40 of 100')).toBeTruthy();
    await waitFor(() => expect(within(rowOf('#1001')).getByText('Posted')).toBeTruthy());
    expect(screen.queryByText('Bringing orders to Odoo')).toBeNull();
  });

  it('says why orders wait when a person has to act first', () => {
    serve({});
    const counts = { ...exampleOrderPage([]).counts, queued: 3 };
    const stopped = exampleFinding({
      kind: 'odoo-key-refused',
      object: { type: 'connection', id: 'odoo', name: 'Odoo' },
    });
    const rows = [exampleOrderRow({ id: '1', name: '#1001', state: 'queued' })];
    renderPage(<List initial={exampleOrderPage(rows, { counts, stopped })} />);
    expect(screen.getByText('3 orders wait until this is solved')).toBeTruthy();
    expect(screen.getByText('Odoo refuses the sign-in')).toBeTruthy();
  });

  it('filters by payment status, payment method and day', async () => {
    const seen: object[] = [];
    serve({
      'GET /api/orders': () => exampleOrderPage([]),
      'GET /api/orders/gateways': () => ({ gateways: ['manual', 'shopify_payments'] }),
    });
    renderPage(<List initial={exampleOrderPage([exampleOrderRow()])} seen={(filter) => seen.push(filter)} />);
    await userEvent.click(screen.getByRole('button', { name: 'Filters' }));
    await userEvent.selectOptions(screen.getByLabelText('Payment status'), 'refunded');
    await screen.findByRole('option', { name: 'Shopify Payments' });
    await userEvent.selectOptions(screen.getByLabelText('Payment method'), 'manual');
    expect(seen.at(-1)).toMatchObject({ status: 'refunded', gateway: 'manual', page: 1 });
    expect(screen.getByRole('button', { name: 'Filters (2)' })).toBeTruthy();
    await userEvent.click(await screen.findByRole('button', { name: 'Show all orders' }));
    expect(seen.at(-1)).toEqual(noOrderFilter);
  });

  it('tells apart: no orders, none that fits, and no Odoo yet', () => {
    serve({});
    const { unmount } = renderPage(<List initial={exampleOrderPage([])} />, 'nl');
    expect(screen.getByText('Nog geen bestellingen')).toBeTruthy();
    unmount();
    const filtered = renderPage(<List state="posted" initial={exampleOrderPage([])} />);
    expect(screen.getByText('No orders found')).toBeTruthy();
    filtered.unmount();
    renderPage(<List initial={exampleOrderPage([], { connected: false })} />);
    expect(screen.getByText('Connect Odoo to bring in your orders')).toBeTruthy();
  });
});
