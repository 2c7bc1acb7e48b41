import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { exampleConnection } from '~test/support/example-shop';
import { Refusal, renderPage, serve } from '~test/support/render-page';
import { ConnectionPage } from './connection-page';

const key = () => screen.getByLabelText<HTMLInputElement>('API key');

describe('The connection', () => {
  it('never fills in the key, and hides what is typed', () => {
    serve({});
    renderPage(<ConnectionPage initial={exampleConnection()} />);
    expect(key().value).toBe('');
    expect(key().type).toBe('password');
    expect(screen.getByText('Trade Wins B.V.')).toBeTruthy();
  });

  it('says beside the field what Odoo refused, and what to do', async () => {
    serve({
      'POST /api/connection': () =>
        new Refusal(422, {
          error: { kind: 'odoo-key-refused', message: 'no', facts: { error: 'OdooKeyRefused' } },
        }),
    });
    renderPage(<ConnectionPage initial={exampleConnection()} />);
    await userEvent.type(key(), 'wrong');
    expect(document.querySelector<HTMLElement>('ui-save-bar')?.dataset.shown).toBe('yes');
    await userEvent.click(screen.getAllByRole('button', { name: 'Test and save' }).at(-1) ?? document.body);
    await waitFor(() => expect(key().getAttribute('aria-invalid')).toBe('true'));
    expect(screen.getByText(/Make a new API key with this user/)).toBeTruthy();
  });

  it('asks before it disconnects', async () => {
    let connected = true;
    const calls = serve({
      'DELETE /api/connection': () => {
        connected = false;
        return exampleConnection({ connected });
      },
      'GET /api/connection': () => exampleConnection({ connected }),
    });
    renderPage(<ConnectionPage initial={exampleConnection()} />, 'nl');
    await userEvent.click(screen.getByRole('button', { name: 'Verbinding verbreken' }));
    expect(calls).not.toContain('DELETE /api/connection');
    await userEvent.click(await screen.findByRole('button', { name: 'Verbreken' }));
    await waitFor(() => expect(calls).toContain('DELETE /api/connection'));
    expect(await screen.findByText('Odoo verbinden')).toBeTruthy();
  });
});
