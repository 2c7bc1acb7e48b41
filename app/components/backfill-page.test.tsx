import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { exampleBackfill, exampleHistory } from '~test/support/example-orders';
import { exampleRun } from '~test/support/example-runs';
import { bodyOf, Refusal, renderPage, serve } from '~test/support/render-page';
import { BackfillPage } from './backfill-page';

const id = '019aa000-0000-7000-8000-00000000000b';

describe('The page of the history', () => {
  it('offers the fiscal year with its first day as Odoo says it, and begins to count', async () => {
    const bodies: unknown[] = [];
    serve({
      'GET /api/backfill/fiscal-year': () => ({ start: '2026-01-01' }),
      'POST /api/backfill': (init) => {
        bodies.push(bodyOf(init));
        return exampleHistory({
          current: exampleBackfill({ state: 'counting', posting: false, total: 0, counted: 0, pace: null }),
        });
      },
    });
    renderPage(<BackfillPage initial={exampleHistory()} />);
    expect(await screen.findByText('In Odoo this fiscal year began on January 1, 2026.')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Count the orders' }));
    await waitFor(() => expect(bodies).toEqual([{ reach: 'fiscal-year' }]));
    expect(await screen.findByText(/Shopify is gathering the orders/)).toBeTruthy();
  });

  it('says why Odoo does not tell its fiscal year, and takes a date instead', async () => {
    serve({
      'GET /api/backfill/fiscal-year': () => new Refusal(422, { error: { kind: 'odoo-unreachable' } }),
    });
    renderPage(<BackfillPage initial={exampleHistory()} />);
    expect(await screen.findByText(/Odoo could not be asked/)).toBeTruthy();
    const count = () => screen.getByRole('button', { name: 'Count the orders' });
    expect(count().getAttribute('aria-disabled')).toBe('true');
    await userEvent.click(screen.getByLabelText('Since a date'));
    await userEvent.type(screen.getByLabelText('First day'), '2025-07-01');
    expect(count().getAttribute('aria-disabled')).not.toBe('true');
  });

  it('says of all that was counted what is to be brought, what needs nothing now and what is left out', () => {
    const counted = exampleBackfill({
      state: 'counted',
      posting: false,
      counted: 1_198,
      total: 3,
      leftOut: 4,
    });
    renderPage(<BackfillPage initial={exampleHistory({ current: counted })} />);
    expect(screen.getByRole('heading', { name: 'Counted: 1,198 orders' })).toBeTruthy();
    expect(
      screen.getByText(
        '3 to bring to Odoo · 1,191 need nothing now (in Odoo already, or not for the books yet) · 4 left out',
      ),
    ).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Post 3 orders' })).toBeTruthy();
  });

  it('offers nothing to post where nothing needs to be, and does not say that all of it stands in Odoo', () => {
    const counted = exampleBackfill({ state: 'counted', posting: false, counted: 12, total: 0, leftOut: 0 });
    renderPage(<BackfillPage initial={exampleHistory({ current: counted })} />);
    expect(screen.getByText('12 need nothing now (in Odoo already, or not for the books yet)')).toBeTruthy();
    expect(screen.getByText('There is nothing to bring to Odoo.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Post/ })).toBeNull();
  });

  it('names what would be in the way, each with where it is solved, and posts when told to', async () => {
    const obstacles = [
      { kind: 'tax-unmapped', key: 'DE|MwSt|19|included', name: '', orders: 40 },
      { kind: 'period-locked', key: '2025-12', name: '2025-12', orders: 7 },
      { kind: 'order-not-exact', key: '6001004', name: '#1004', orders: 1 },
    ] as const;
    const counted = exampleBackfill({ state: 'counted', posting: false, obstacles });
    let now = exampleHistory({ current: counted });
    const calls = serve({
      [`POST /api/backfill/${id}/post`]: () => (now = exampleHistory({ current: exampleBackfill() })),
      'GET /api/backfill': () => now,
    });
    renderPage(<BackfillPage initial={exampleHistory({ current: counted })} />);
    const table = screen.getByRole('table', { name: 'What would be in the way' });
    expect(within(table).getByText('Tax without a match: DE · MwSt 19%')).toBeTruthy();
    expect(within(table).getByText('Closed period: December 2025')).toBeTruthy();
    expect(
      within(table)
        .getByRole('link', { name: /^Closed periods/ })
        .getAttribute('href'),
    ).toBe('/app/settings?section=documents&key=locked-period');
    const solve = within(table).getByRole('link', { name: /^Match the tax/ });
    expect(solve.getAttribute('href')).toBe('/app/mappings?section=taxes&key=DE%7CMwSt%7C19%7Cincluded');
    expect(
      within(table)
        .getByRole('link', { name: /^Open the order/ })
        .getAttribute('href'),
    ).toBe('/app/orders/6001004');
    await userEvent.click(screen.getByRole('button', { name: 'Post 2,000 orders' }));
    expect(
      await screen.findByText('500 of 2,000 orders looked into · 600 orders a minute · about 3 minutes left'),
    ).toBeTruthy();
    expect(calls).toContain(`POST /api/backfill/${id}/post`);
  });

  it('explains unknown SKUs only where they are in the way', () => {
    serve({});
    const counted = (kind: 'sku-unknown' | 'order-not-exact') =>
      exampleHistory({
        current: exampleBackfill({
          state: 'counted',
          posting: false,
          obstacles: [{ kind, key: 'TW-SPADE', name: 'TW-SPADE', orders: 2 }],
        }),
      });
    const waiting = renderPage(<BackfillPage initial={counted('sku-unknown')} />);
    expect(screen.getByText(/because you chose to wait for its product/)).toBeTruthy();
    waiting.unmount();
    renderPage(<BackfillPage initial={counted('order-not-exact')} />);
    expect(screen.getByText(/wait as findings\.$/)).toBeTruthy();
    expect(screen.queryByText(/unknown SKU/)).toBeNull();
  });

  it('says before it posts that the start date will move', () => {
    serve({});
    const counted = (movesStartDate: { from: string; to: string | null } | null) =>
      exampleHistory({ current: exampleBackfill({ state: 'counted', posting: false, movesStartDate }) });
    const to = renderPage(<BackfillPage initial={counted({ from: '2026-07-01', to: '2026-01-01' })} />);
    expect(screen.getByText(/makes January 1, 2026 the start date, which is July 1, 2026 now/)).toBeTruthy();
    to.unmount();
    const all = renderPage(<BackfillPage initial={counted({ from: '2026-07-01', to: null })} />, 'nl');
    expect(
      screen.getByText(/wordt het begin van je winkel de begindatum, die nu 1 juli 2026 is/),
    ).toBeTruthy();
    all.unmount();
    renderPage(<BackfillPage initial={counted(null)} />);
    expect(screen.queryByText(/the start date/)).toBeNull();
  });

  it('pauses, goes on after a reload, and stops only when a person is sure', async () => {
    let now = exampleHistory({ current: exampleBackfill() });
    const paused = exampleBackfill({ state: 'paused', secondsLeft: null });
    const become = (next: typeof now) => () => (now = next);
    const calls = serve({
      [`POST /api/backfill/${id}/pause`]: become(exampleHistory({ current: paused, run: exampleRun() })),
      [`POST /api/backfill/${id}/resume`]: become(exampleHistory({ current: exampleBackfill() })),
      [`POST /api/backfill/${id}/stop`]: become(
        exampleHistory({ past: [exampleBackfill({ state: 'stopped' })] }),
      ),
      'GET /api/backfill': () => now,
      'GET /api/backfill/fiscal-year': () => ({ start: '2026-01-01' }),
    });
    renderPage(<BackfillPage initial={exampleHistory({ current: exampleBackfill() })} />);
    await userEvent.click(screen.getByRole('button', { name: 'Pause' }));
    expect(await screen.findByText('It pauses after the orders that it is at.')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Go on' }));
    await waitFor(() => expect(calls).toContain(`POST /api/backfill/${id}/resume`));
    await userEvent.click(screen.getByRole('button', { name: 'Stop' }));
    expect(calls).not.toContain(`POST /api/backfill/${id}/stop`);
    const sure = await screen.findByRole('dialog');
    await userEvent.click(within(sure).getByRole('button', { name: 'Stop' }));
    expect(await screen.findByText('480 posted, 12 need attention, 8 left out')).toBeTruthy();
  });

  it('says of an earlier count that never began posting that it was counted, not that it posted nothing', () => {
    serve({ 'GET /api/backfill/fiscal-year': () => ({ start: '2026-01-01' }) });
    const past = [
      exampleBackfill({ id: 'counted', state: 'stopped', posting: false, posted: 0, counted: 194 }),
      exampleBackfill({ id: 'begun', state: 'stopped', posted: 0, needsAttention: 0, leftOut: 0 }),
    ];
    renderPage(<BackfillPage initial={exampleHistory({ past })} />);
    const row = (text: string) => screen.getByText(text).closest<HTMLElement>('[role=row]');
    expect(row('Counted, not posted')?.textContent).toContain('Closed');
    expect(row('0 posted, 0 need attention, 0 left out')?.textContent).toContain('Stopped');
  });

  it('asks to connect Odoo first', () => {
    serve({});
    renderPage(<BackfillPage initial={exampleHistory({ connected: false })} />, 'nl');
    expect(screen.getByText('Verbind eerst Odoo')).toBeTruthy();
  });
});
