import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { exampleFinding, exampleMappings } from '~test/support/example-views';
import { Refusal, renderPage, serve } from '~test/support/render-page';
import { MappingsPage } from './mappings-page';

const nothing = () => undefined;
const choices = () => ({ choices: [{ id: 77, label: '470100 Disputes', detail: 'expense' }] });

describe('The mappings', () => {
  it('are chosen by searching in Odoo, and saved in one go', async () => {
    let sent: unknown = null;
    serve({
      'GET /api/choices': choices,
      'GET /api/mappings': () => exampleMappings(),
      'POST /api/mappings': (init) => {
        sent = JSON.parse(typeof init?.body === 'string' ? init.body : 'null');
        return { ok: true, problems: {} };
      },
    });
    renderPage(
      <MappingsPage section="types" wanted={null} onSection={nothing} initial={exampleMappings()} />,
    );
    await userEvent.click(screen.getByLabelText('Shipping label'));
    await userEvent.click(await screen.findByRole('option', { name: /470100 Disputes/, hidden: true }));
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(sent).toEqual({ changes: [{ kind: 'type', key: 'SHIPPING_LABEL', target: { id: 77 } }] }),
    );
    await waitFor(() => expect(document.querySelector<HTMLElement>('ui-save-bar')?.dataset.shown).toBe('no'));
  });

  it('that Odoo does not allow are refused in red beside their field', async () => {
    const problem = exampleFinding({
      kind: 'mapping-broken',
      facts: { mapping: 'fee-vat', name: '470100 Disputes', reason: 'wrong-type' },
    });
    serve({
      'GET /api/choices': choices,
      'POST /api/mappings': () => new Refusal(422, { ok: false, problems: { 'account:fee-vat': problem } }),
    });
    renderPage(
      <MappingsPage section="accounts" wanted={null} onSection={nothing} initial={exampleMappings()} />,
    );
    const field = screen.getByLabelText('VAT on Shopify fees');
    await userEvent.click(field);
    await userEvent.click(await screen.findByRole('option', { name: /470100 Disputes/, hidden: true }));
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(
      await screen.findByText('470100 Disputes cannot be used here: it is an account of another type.'),
    ).toBeTruthy();
    expect(screen.getByLabelText('VAT on Shopify fees').getAttribute('aria-invalid')).toBe('true');
  });

  it('put the cursor on the row that a finding names', async () => {
    serve({ 'GET /api/choices': choices });
    renderPage(
      <MappingsPage
        section="taxes"
        wanted="DE|MwSt|19|included"
        onSection={nothing}
        initial={exampleMappings()}
      />,
      'nl',
    );
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'DE · MwSt 19%' })),
    );
  });

  it('wait for a connection', () => {
    serve({});
    renderPage(
      <MappingsPage
        section="taxes"
        wanted={null}
        onSection={nothing}
        initial={exampleMappings({ connected: false })}
      />,
    );
    expect(screen.getByRole('link', { name: 'Connect Odoo' }).getAttribute('href')).toBe('/app/connection');
  });
});
