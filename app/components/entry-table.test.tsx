import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { exampleEntry, examplePreview } from '~test/support/example-entries';
import { view } from '~test/support/example-money';
import { renderPage } from '~test/support/render-page';
import { AccountTotals } from './account-totals';
import { EntryTable } from './entry-table';
import { entryTotals } from './entry-totals';

describe('An entry', () => {
  it('shows every journal item and equal totals of debit and credit', () => {
    renderPage(<EntryTable entry={exampleEntry()} />);
    const table = screen.getByRole('table', { name: 'Entry Charge #1001' });
    const rows = within(table).getAllByRole('row');
    expect(rows).toHaveLength(5);
    const total = within(rows.at(-1) ?? table).getAllByText('€45.37');
    expect(total).toHaveLength(2);
    expect(within(table).getByText('612000 Payment fees')).toBeTruthy();
  });

  it('adds amounts beyond a float’s digits exactly', () => {
    const item = (minor: string) => ({ account: '1', label: '', debit: view(minor), credit: null });
    const { debit, balanced } = entryTotals(
      exampleEntry({ items: [item('9007199254740993'), item('2')], total: view('9007199254740995') }),
    );
    expect(debit.minor).toBe('9007199254740995');
    expect(balanced).toBe(false);
  });
});

describe('The totals per account', () => {
  it('end in one sum of debit and the same of credit', () => {
    renderPage(<AccountTotals totals={examplePreview().totals} />, 'nl');
    const rows = screen.getAllByRole('row');
    expect((rows.at(-1)?.textContent ?? '').match(/90,74/g)).toHaveLength(2);
  });
});
