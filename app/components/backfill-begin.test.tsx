import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { Refusal, renderPage, serve } from '~test/support/render-page';
import { BackfillBegin } from './backfill-begin';

describe('A history since a day', () => {
  it.each([
    ['en', 'Since a date', 'First day', 'Count the orders', 'Choose Jan 1, 2004 or later; no shop is older.'],
    [
      'nl',
      'Sinds een datum',
      'Eerste dag',
      'Bestellingen tellen',
      'Kies 1 jan 2004 of later; geen winkel is ouder.',
    ],
  ] as const)('that no shop has seen is refused with the first that may be, in %s', async (...texts) => {
    const [language, reach, label, count, refusal] = texts;
    serve({
      'GET /api/backfill/fiscal-year': () => ({ start: '2026-01-01' }),
      'POST /api/backfill': () =>
        new Refusal(422, { error: { kind: 'too-early', message: '', facts: { date: '2004-01-01' } } }),
    });
    renderPage(<BackfillBegin />, language);
    await userEvent.click(screen.getByLabelText(reach));
    await userEvent.type(screen.getByLabelText(label), '1800-01-01');
    await userEvent.click(screen.getByRole('button', { name: count }));
    expect(await screen.findByText(refusal)).toBeTruthy();
  });
});
