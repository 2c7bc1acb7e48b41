import { describe, expect, it } from 'vitest';
import { accounts, eur, figures, findingIn, someBooks, transaction } from '../../test/support/builders';
import { against, match } from '../../test/support/matching';
import type { FoundInvoice } from './match-found-invoice';

function invoice(name: string, open: string): FoundInvoice {
  return { item: { key: `odoo_${name}`, itemId: 7, account: accounts.receivable, name }, open: eur(open) };
}

describe('a charge whose order Klopt does not know', () => {
  const charge = transaction('CHARGE', '24.93', { order: '#0999' });

  it('settles the one invoice in Odoo with the order’s name', () => {
    expect(against(charge, { found: { '#0999': [invoice('INV/2026/00012', '24.93')] } })).toEqual([
      ['INV/2026/00012', '24.93', '24.93'],
    ]);
  });

  it('may be part of what is open on it', () => {
    expect(against(charge, { found: { '#0999': [invoice('INV/2026/00012', '30.00')] } })).toHaveLength(1);
  });

  it('with two invoices of that name is a finding that names both', () => {
    const found = { '#0999': [invoice('INV/2026/00012', '24.93'), invoice('INV/2026/00013', '24.93')] };
    const finding = findingIn(match(charge, { found }));
    expect(finding.kind).toBe('invoice-ambiguous');
    expect(finding.facts).toEqual({ order: '#0999', invoices: 'INV/2026/00012, INV/2026/00013' });
  });

  it('takes the open one of two, when the other is paid', () => {
    const found = { '#0999': [invoice('INV/2026/00012', '0.00'), invoice('INV/2026/00013', '24.93')] };
    expect(against(charge, { found })).toEqual([['INV/2026/00013', '24.93', '24.93']]);
  });

  it('with too little open is a finding with what is missing', () => {
    const finding = findingIn(match(charge, { found: { '#0999': [invoice('INV/2026/00012', '20.00')] } }));
    expect(figures(finding)).toEqual(['open-item-short', '20.00', '24.93', '4.93']);
  });

  it('settles no credit note, and a refund no invoice', () => {
    const creditNote = { '#0999': [invoice('RINV/2026/00002', '-24.93')] };
    expect(findingIn(match(charge, { found: creditNote })).kind).toBe('invoice-not-found');
    const refund = transaction('REFUND', '-24.93', { order: '#0999' });
    expect(against(refund, { found: creditNote })).toEqual([['RINV/2026/00002', '-24.93', '-24.93']]);
    expect(findingIn(match(refund, { found: { '#0999': [invoice('INV/2026/00012', '24.93')] } })).kind).toBe(
      'invoice-not-found',
    );
  });

  it('refund of an invoice that is paid beside its open credit note takes the credit note', () => {
    const found = { '#0999': [invoice('INV/2026/00012', '0.00'), invoice('RINV/2026/00002', '-24.93')] };
    expect(against(transaction('REFUND', '-24.93', { order: '#0999' }), { found })).toEqual([
      ['RINV/2026/00002', '-24.93', '-24.93'],
    ]);
  });

  it('without an invoice takes the account for charges without a document', () => {
    const books = someBooks({ chargeWithoutDocument: accounts.withoutDocument });
    expect(against(charge, { books })).toEqual([['account Charges without a document', '24.93']]);
  });

  it('without that account is a finding that leads to the mapping', () => {
    const finding = findingIn(match(charge));
    expect(figures(finding)).toEqual(['invoice-not-found', undefined, '24.93', undefined]);
    expect(finding.remedy).toEqual({ page: 'mappings', section: 'accounts', key: 'charge-without-document' });
  });

  it('says so when Shopify does not have the order at all', () => {
    expect(findingIn(match(charge, { missingOrders: ['#0999'] })).kind).toBe('order-missing');
  });
});
