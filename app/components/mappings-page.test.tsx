import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { exampleFinding } from '~test/support/example-findings';
import { exampleMappings } from '~test/support/example-mappings';
import { Refusal, renderPage } from '~test/support/render-page';
import { serveMappings } from '~test/support/serve-mappings';
import type { MappingsView, TaxSuggestionView } from '../views/mapping-view';
import { MappingsPage } from './mappings-page';

interface At {
  readonly section: string;
  readonly wanted?: string;
  readonly initial?: MappingsView;
}

const page = ({ section, wanted, initial }: At) => (
  <MappingsPage
    section={section}
    wanted={wanted ?? null}
    onSection={() => undefined}
    initial={initial ?? exampleMappings()}
  />
);

const suggesting = (tax: TaxSuggestionView) => ({
  'GET /api/mappings/suggestions': () => ({ taxes: { 'DE|MwSt|19|included': tax }, terms: {} }),
});

describe('The mappings', () => {
  it('are chosen by searching in Odoo, and saved in one go', async () => {
    const sent = serveMappings();
    renderPage(page({ section: 'types' }));
    await userEvent.click(screen.getByLabelText('Shipping label'));
    await userEvent.click(await screen.findByRole('option', { name: /470100 Disputes/, hidden: true }));
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(sent).toEqual([{ changes: [{ kind: 'type', key: 'SHIPPING_LABEL', target: { id: 77 } }] }]),
    );
    await waitFor(() => expect(document.querySelector<HTMLElement>('ui-save-bar')?.dataset.shown).toBe('no'));
  });

  it('that Odoo does not allow are refused in red beside their field', async () => {
    const problem = exampleFinding({
      kind: 'mapping-broken',
      facts: { mapping: 'fee-vat', name: '470100 Disputes', reason: 'wrong-type' },
    });
    serveMappings({
      'POST /api/mappings': () => new Refusal(422, { ok: false, problems: { 'account:fee-vat': problem } }),
    });
    renderPage(page({ section: 'accounts' }));
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
    serveMappings();
    renderPage(page({ section: 'taxes', wanted: 'DE|MwSt|19|included' }), 'nl');
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'DE · MwSt 19%' })),
    );
  });

  it('of a tax are one click where Odoo has one that fits, and say how many orders wait for it', async () => {
    const sent = serveMappings(
      suggesting({ tax: { id: 12, label: 'DE 19% OSS', detail: '19%' }, way: 'use' }),
    );
    renderPage(page({ section: 'taxes' }));
    expect(screen.getByText('3 orders wait')).toBeTruthy();
    await userEvent.click(await screen.findByRole('button', { name: 'Use DE 19% OSS' }));
    await waitFor(() =>
      expect(sent).toEqual([{ changes: [{ kind: 'tax', key: 'DE|MwSt|19|included', target: { id: 12 } }] }]),
    );
  });

  it('of shipping without one of its own are those of the goods, and are not missing', () => {
    serveMappings();
    renderPage(page({ section: 'taxes' }));
    expect(screen.getByText(/^As the goods: 21% incl\./)).toBeTruthy();
    expect(screen.getByRole('tab', { name: 'Taxes, 1 to do' })).toBeTruthy();
  });

  it('of a copy name the tax, and what the copy keeps, before a person says yes', async () => {
    const sent = serveMappings({
      ...suggesting({ tax: { id: 12, label: '19.0% DE VAT', detail: '19%' }, way: 'copy' }),
      'GET /api/mappings/tax-copy': () => ({ accounts: ['151000 VAT OSS'], tags: ['OSS'] }),
    });
    renderPage(page({ section: 'taxes' }));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Make a price-included copy of 19.0% DE VAT' }),
    );
    expect(await screen.findByText(/It keeps the accounts: 151000 VAT OSS\./)).toBeTruthy();
    expect(sent).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Copy the tax' }));
    await waitFor(() => expect(sent).toEqual([{ taxId: 12, key: 'DE|MwSt|19|included' }]));
  });

  it('of a payment method are whether, where and on which account; what comes with payouts asks nothing', async () => {
    const sent = serveMappings();
    renderPage(page({ section: 'gateways', wanted: 'gift_card' }));
    const select = screen.getByLabelText('Register payments of Gift cards');
    await waitFor(() => expect(document.activeElement).toBe(select));
    expect(screen.getByText('Comes with payouts')).toBeTruthy();
    expect(screen.queryByLabelText('Register payments of Shopify Payments')).toBeNull();
    await userEvent.selectOptions(select, 'no');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(sent).toEqual([
        { changes: [{ kind: 'gateway-register', key: 'gift_card', target: { value: 'no' } }] },
      ]),
    );
  });

  it('of a payment method with a journal or an account register its payments, though nobody said so', () => {
    const [deposit, ...others] = exampleMappings().gateways;
    if (!deposit) throw new Error('The example has no payment method.');
    const gateways = [{ ...deposit, register: null }, ...others];
    serveMappings();
    renderPage(page({ section: 'gateways', initial: exampleMappings({ gateways }) }));
    const register = (name: string) =>
      screen.getByLabelText<HTMLSelectElement>(`Register payments of ${name}`);
    expect(register('Bank Deposit').value).toBe('yes');
    expect(register('Gift cards').value).toBe('');
    expect(screen.getByLabelText<HTMLInputElement>('Journal of Bank Deposit').value).toBe('BNK1 Bank');
    expect(screen.getByLabelText('Account of Bank Deposit')).toBeTruthy();
  });

  it('of products list the items that orders wait for, and take an SKU by hand', async () => {
    serveMappings();
    renderPage(page({ section: 'products' }));
    expect(screen.getByLabelText('Watering can · WC-1')).toBeTruthy();
    await userEvent.type(screen.getByLabelText('SKU'), ' AB-9 {Enter}');
    expect(screen.getByLabelText('ab-9')).toBeTruthy();
  });

  it('wait for a connection', () => {
    serveMappings();
    renderPage(page({ section: 'taxes', initial: exampleMappings({ connected: false }) }));
    expect(screen.getByRole('link', { name: 'Connect Odoo' }).getAttribute('href')).toBe('/app/connection');
  });
});
