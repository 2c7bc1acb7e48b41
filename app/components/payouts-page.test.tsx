import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { examplePayoutPage, examplePayoutRow } from '~test/support/example-payouts';
import { doneRun, exampleRun } from '~test/support/example-runs';
import { Refusal, renderPage, serve } from '~test/support/render-page';
import type { PayoutPage } from '../views/payout-view';
import { PayoutsPage } from './payouts-page';

function List({ initial, state = '' }: { readonly initial?: PayoutPage; readonly state?: string }) {
  const [filter, setFilter] = useState({ state, q: '', page: 1 });
  return <PayoutsPage filter={filter} onFilter={setFilter} initial={initial} />;
}

const rowOf = (id: string) => {
  const row = document.querySelector<HTMLElement>(`[data-payout="${id}"]`);
  if (!row) throw new Error(`no row of payout ${id}`);
  return row;
};

describe('The list of payouts', () => {
  it('shows what a payout holds in small, its state and its proof in words too', () => {
    serve({});
    renderPage(
      <List initial={examplePayoutPage([examplePayoutRow({ state: 'posted', proofHolds: true })])} />,
    );
    const row = rowOf('148156579998');
    expect(within(row).getByText('42 charges · 3 refunds · 1 dispute')).toBeTruthy();
    expect(within(row).getByText('adds up')).toBeTruthy();
    expect(within(row).getByText('€4,126.57')).toBeTruthy();
  });

  it('offers to open a failed payout whose transactions are posted, and to sync one whose are not', () => {
    serve({});
    const failed = { state: 'failed', shopifyStatus: 'failed' } as const;
    const rows = [
      examplePayoutRow({ id: '1', ...failed, proofHolds: true }),
      examplePayoutRow({ id: '2', ...failed }),
    ];
    renderPage(<List initial={examplePayoutPage(rows)} />);
    expect(within(rowOf('1')).getByText('Open')).toBeTruthy();
    expect(within(rowOf('2')).getByText('Sync payout')).toBeTruthy();
  });

  it('syncs a payout with progress in its row, which stays when its new state leaves the filter', async () => {
    let run = exampleRun({ state: 'queued', stage: 'queued', stageTotal: 0, percent: 0 });
    let ready = [examplePayoutRow({ id: '1' }), examplePayoutRow({ id: '2', issuedOn: '2026-11-01' })];
    serve({
      'GET /api/payouts': () => examplePayoutPage(ready),
      'POST /api/payouts/1/sync': () => {
        ready = ready.slice(1);
        return { run };
      },
      'GET /api/payouts/1/run': () => {
        const answer = { run, state: run.state === 'done' ? 'posted' : 'syncing' };
        run = doneRun();
        return answer;
      },
    });
    renderPage(<List state="ready" initial={examplePayoutPage(ready)} />);
    await userEvent.click(screen.getByRole('button', { name: 'Sync payout of Nov 3, 2026' }));
    await waitFor(() => expect(within(rowOf('1')).getAllByText('Waiting for its turn')).toBeTruthy());
    await waitFor(() =>
      expect(
        within(rowOf('1')).getByText('Posted and read back: 45 documents, 46 statement lines.'),
      ).toBeTruthy(),
    );
    expect(within(rowOf('1')).getByText('Posted')).toBeTruthy();
  });

  it('says why a payout cannot be synced, and leads to the findings of another', () => {
    serve({});
    const rows = [
      examplePayoutRow({ id: '1', shopifyStatus: 'scheduled' }),
      examplePayoutRow({ id: '2', state: 'needs-attention', findings: 2 }),
    ];
    renderPage(<List initial={examplePayoutPage(rows)} />, 'nl');
    const button = within(rowOf('1')).getByRole('button', {
      name: 'Shopify heeft nog niet uitbetaald (gepland)',
    });
    expect(button.getAttribute('aria-disabled')).toBe('true');
    const review = within(rowOf('2')).getByRole('link', { name: 'Uitbetaling van 3 nov 2026 bekijken' });
    expect(review.getAttribute('href')).toBe('/app/payouts/2');
  });

  it('tells apart: no payouts, none that fits, and no Odoo yet', () => {
    serve({});
    const { unmount } = renderPage(<List initial={examplePayoutPage([])} />);
    expect(screen.getByText('No payouts yet')).toBeTruthy();
    unmount();
    const filtered = renderPage(<List state="failed" initial={examplePayoutPage([])} />);
    expect(screen.getByText('No payouts found')).toBeTruthy();
    filtered.unmount();
    renderPage(<List initial={examplePayoutPage([], { connected: false })} />);
    expect(screen.getByText('Connect Odoo to close your first payout')).toBeTruthy();
  });

  it('refuses a broken CSV file beside the file, with line and column', async () => {
    serve({
      'GET /api/payouts': () => examplePayoutPage([]),
      'POST /api/payouts/import': () =>
        new Refusal(422, {
          error: { kind: 'csv', message: 'amount', line: 14, column: 'Fee', facts: { value: '1,2,3' } },
        }),
    });
    renderPage(<List initial={examplePayoutPage([])} />);
    await userEvent.click(screen.getAllByRole('button', { name: 'Import CSV' })[0] ?? document.body);
    const input = await waitFor(() => {
      const found = document.querySelector<HTMLInputElement>('input[type=file]');
      if (!found) throw new Error('no file field yet');
      return found;
    });
    await userEvent.upload(input, new File(['a,b'], 'payouts.csv', { type: 'text/csv' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Import' }));
    const alert = await screen.findByText('Line 14, column Fee');
    expect(alert).toBeTruthy();
    expect(screen.getByText('“1,2,3” is not an amount.')).toBeTruthy();
  });
});
