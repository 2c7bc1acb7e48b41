import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { examplePreview } from '~test/support/example-entries';
import { examplePayout } from '~test/support/example-payouts';
import { doneRun, exampleRun } from '~test/support/example-runs';
import { Refusal, renderPage, serve } from '~test/support/render-page';
import { PayoutPage } from './payout-page';

const id = '148156579998';
const path = `/api/payouts/${id}`;

describe('The page of a payout', () => {
  it('shows progress after a reload, and says in words how it ended', async () => {
    const steps = [
      exampleRun({ stage: 'settlement', stageDone: 20, stageTotal: 46, percent: 80 }),
      doneRun(),
    ];
    let asked = 0;
    const calls = serve({
      [`GET ${path}/run`]: () => ({
        run: steps[Math.min(asked++, 1)],
        state: asked > 1 ? 'posted' : 'syncing',
      }),
      [`GET ${path}`]: () => examplePayout({ run: doneRun() }),
    });
    const before = examplePayout({ state: 'syncing', run: exampleRun(), proof: null, history: [] });
    renderPage(<PayoutPage id={id} initial={before} />);
    expect(screen.getByText('Making invoices and credit notes: 12 of 42')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Sync payout' }).getAttribute('aria-disabled')).toBe('true');
    await waitFor(() =>
      expect(screen.getAllByText('Posted and read back: 45 documents, 46 statement lines.')).toBeTruthy(),
    );
    await waitFor(() => expect(screen.getByText('It adds up to the cent.')).toBeTruthy());
    expect(calls.filter((call) => call === `GET ${path}`).length).toBeGreaterThan(0);
  });

  it('says of a failed payout where its money is, and what syncing does or did', () => {
    serve({ [`GET ${path}/run`]: () => ({ run: null, state: 'failed' }) });
    const failed = { state: 'failed', shopifyStatus: 'failed', run: null } as const;
    const { unmount } = renderPage(
      <PayoutPage id={id} initial={examplePayout({ ...failed, proof: null })} />,
    );
    expect(screen.getByText(/in your Shopify balance again.*Syncing posts its transactions/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Sync payout' })).toBeTruthy();
    unmount();
    renderPage(<PayoutPage id={id} initial={examplePayout(failed)} />);
    expect(screen.getByText(/Its transactions are posted/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Sync again' })).toBeTruthy();
  });

  it('shows the entries only when a person asks for them', async () => {
    const calls = serve({
      [`GET ${path}/run`]: () => ({ run: null, state: 'ready' }),
      [`GET ${path}`]: () => examplePayout({ state: 'ready', run: null }),
      [`GET ${path}/preview`]: () => examplePreview(),
    });
    renderPage(<PayoutPage id={id} initial={examplePayout({ state: 'ready', run: null })} />);
    expect(calls).not.toContain(`GET ${path}/preview`);
    await userEvent.click(screen.getByRole('button', { name: 'Show entries before posting' }));
    expect(await screen.findByRole('table', { name: 'Totals per account' })).toBeTruthy();
    expect(screen.getByRole('table', { name: 'Entry Charge #1001' })).toBeTruthy();
  });

  it('keeps a payout of a thousand transactions quick: fifty rows at a time, filtered by family', async () => {
    const [charge] = examplePayout().transactions;
    if (!charge) throw new Error('the example has transactions');
    const transactions = Array.from({ length: 1000 }, (_, index) => ({
      ...charge,
      id: String(index),
      ...(index < 3 ? { type: 'REFUND', family: 'refund' as const } : {}),
    }));
    serve({ [`GET ${path}/run`]: () => ({ run: null, state: 'posted' }) });
    renderPage(<PayoutPage id={id} initial={examplePayout({ transactions, run: null })} />);
    const table = () => screen.getByRole('table', { name: 'Transactions' });
    expect(table().querySelectorAll('[role=row]')).toHaveLength(51);
    await userEvent.selectOptions(screen.getByLabelText('Show'), 'refund');
    expect(table().querySelectorAll('[role=row]')).toHaveLength(4);
  });

  it('says so when there is no such payout', async () => {
    serve({
      [`GET ${path}`]: () => new Refusal(404, { error: { kind: 'not-found', message: '', facts: {} } }),
    });
    renderPage(<PayoutPage id={id} />, 'nl');
    expect(await screen.findByText('Deze uitbetaling bestaat niet')).toBeTruthy();
  });

  it('offers another try when the server cannot be reached', async () => {
    let up = false;
    serve({
      [`GET ${path}`]: () => (up ? examplePayout() : new Refusal(500, null)),
      [`GET ${path}/run`]: () => ({ run: null, state: 'posted' }),
    });
    renderPage(<PayoutPage id={id} />);
    const retry = await screen.findByRole('button', { name: 'Try again' });
    up = true;
    await userEvent.click(retry);
    expect(await screen.findByText('It adds up to the cent.')).toBeTruthy();
  });
});
