import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { exampleFinding } from '~test/support/example-findings';
import { exampleMappings } from '~test/support/example-mappings';
import { bodyOf, Refusal, renderPage } from '~test/support/render-page';
import { serveMappings } from '~test/support/serve-mappings';
import { SettingsPage } from './settings-page';

const page = (section: string, wanted: string | null = null) => (
  <SettingsPage section={section} wanted={wanted} onSection={() => undefined} initial={exampleMappings()} />
);

describe('The settings', () => {
  it('are saved in one go', async () => {
    const sent = serveMappings();
    renderPage(page('documents'));
    await userEvent.click(screen.getByRole('radio', { name: 'A sales receipt' }));
    await userEvent.type(screen.getByLabelText('Before the order’s number'), 'EU-');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(sent).toEqual([
        {
          changes: [
            { kind: 'setting', key: 'document-kind', target: { value: 'receipt' } },
            { kind: 'setting', key: 'order-prefix', target: { value: 'EU-' } },
          ],
        },
      ]),
    );
  });

  it('that cannot be kept are refused in red, with what is allowed', async () => {
    const problem = exampleFinding({
      kind: 'mapping-broken',
      facts: { mapping: 'poll-minutes', name: '5', reason: 'out-of-range', allowed: '15–240' },
    });
    serveMappings({
      'POST /api/mappings': () =>
        new Refusal(422, { ok: false, problems: { 'setting:poll-minutes': problem } }),
    });
    renderPage(page('orders'));
    const field = screen.getByLabelText('Look for missed orders every');
    await userEvent.clear(field);
    await userEvent.type(field, '5');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(
      await screen.findByText('5 cannot be used here: it must be a whole number of minutes, 15–240.'),
    ).toBeTruthy();
    expect(screen.getByRole('alert').textContent).toContain('1 choice was refused');
  });

  it.each([
    [
      'en',
      'Start date',
      'Save',
      'Jan 1, 1800 cannot be used here: choose Jan 1, 2004 or later; no shop is older.',
    ],
    [
      'nl',
      'Begindatum',
      'Opslaan',
      '1 jan 1800 is hier niet bruikbaar: kies 1 jan 2004 of later; geen winkel is ouder.',
    ],
  ] as const)(
    'of a day that no shop has seen say so in %s, beside the field',
    async (language, label, save, text) => {
      const facts = { mapping: 'start-date', name: '1800-01-01', reason: 'too-early', allowed: '2004-01-01' };
      const problem = exampleFinding({ kind: 'mapping-broken', facts });
      serveMappings({
        'POST /api/mappings': () =>
          new Refusal(422, { ok: false, problems: { 'setting:start-date': problem } }),
      });
      renderPage(page('orders'), language);
      const field = screen.getByLabelText(label);
      await userEvent.clear(field);
      await userEvent.type(field, '1800-01-01');
      await userEvent.click(screen.getByRole('button', { name: save }));
      expect(await screen.findByText(text)).toBeTruthy();
    },
  );

  it.each([
    ['en', 'none-chosen', 'Choose at least one.'],
    ['nl', 'none-chosen', 'Kies er minstens één.'],
    ['en', 'needs-start-date', 'Choose a start date first, so that older orders are not posted twice.'],
  ] as const)('where nothing was chosen say what to do, in %s: %s', async (language, reason, text) => {
    const key = reason === 'none-chosen' ? 'order-statuses' : 'start-date';
    const facts = { mapping: key, name: '—', reason, allowed: '' };
    const problem = exampleFinding({ kind: 'mapping-broken', facts });
    const sent: unknown[] = [];
    serveMappings({
      'POST /api/mappings': (init) => {
        sent.push(bodyOf(init));
        return new Refusal(422, { ok: false, problems: { [`setting:${key}`]: problem } });
      },
    });
    renderPage(page('orders'), language);
    for (const box of screen.getAllByRole<HTMLInputElement>('checkbox')) {
      if (box.checked) await userEvent.click(box);
    }
    await userEvent.click(screen.getByRole('button', { name: language === 'en' ? 'Save' : 'Opslaan' }));
    expect(await screen.findByText(text)).toBeTruthy();
    expect(sent).toEqual([{ changes: [{ kind: 'setting', key: 'order-statuses', target: { value: '' } }] }]);
  });

  it('put the cursor on closed periods where a finding asks for them', async () => {
    serveMappings();
    renderPage(page('documents', 'locked-period'), 'nl');
    await waitFor(() =>
      expect(document.activeElement).toBe(
        screen.getByRole('radio', { name: 'Stoppen en aan mij laten zien' }),
      ),
    );
  });

  it('of orders are by status, several at once', async () => {
    const sent = serveMappings();
    renderPage(page('orders'));
    await userEvent.click(screen.getByRole('checkbox', { name: 'Payment pending' }));
    await userEvent.click(screen.getByRole('checkbox', { name: 'Refunded' }));
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(sent).toEqual([
        {
          changes: [
            {
              kind: 'setting',
              key: 'order-statuses',
              target: { value: 'pending,partially-paid,paid,partially-refunded' },
            },
          ],
        },
      ]),
    );
  });

  it('of payment terms suggest Odoo’s of the same days', async () => {
    serveMappings({
      'GET /api/mappings/suggestions': () => ({
        taxes: {},
        terms: { 'Net 30': { id: 4, label: '30 Days', detail: null } },
      }),
    });
    renderPage(page('customers'));
    await userEvent.click(await screen.findByRole('button', { name: 'Use 30 Days' }));
    expect(screen.getByLabelText<HTMLInputElement>('Net 30').value).toBe('30 Days');
  });

  it('ask for the name of the one contact only where there is one', async () => {
    serveMappings();
    renderPage(page('customers'));
    expect(screen.queryByLabelText('Name of that contact')).toBeNull();
    await userEvent.click(screen.getByRole('radio', { name: 'One contact for all' }));
    expect(screen.getByLabelText('Name of that contact')).toBeTruthy();
  });
});
