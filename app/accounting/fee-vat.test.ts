import { describe, expect, it } from 'vitest';
import { orderTransactionId } from './ids';
import { withFeeVat } from './fee-vat';
import { parseMoney } from './money';
import type { OrderTransaction } from './order';
import { transaction } from '../../test/support/builders';

const euro = (text: string) => parseMoney(text, 'EUR');
const charge = transaction('CHARGE', '100.00', { fee: '1.21' });
const paid = (...fees: [amount: string, tax: string][]): OrderTransaction => ({
  id: orderTransactionId('1'),
  kind: 'sale',
  succeeded: true,
  gateway: 'shopify_payments',
  processedAt: '2026-11-01T10:00:00Z',
  amount: euro('100.00'),
  fees: fees.map(([amount, tax]) => ({ amount: euro(amount), tax: euro(tax) })),
});

describe('the VAT inside a fee', () => {
  it('is found where the amounts hold their tax', () => {
    expect(withFeeVat(charge, paid(['1.21', '0.21'])).transaction.feeVat).toEqual(euro('0.21'));
  });

  it('is found where the tax comes on top of the amounts', () => {
    expect(withFeeVat(charge, paid(['0.60', '0.13'], ['0.40', '0.08'])).transaction.feeVat).toEqual(
      euro('0.21'),
    );
  });

  it('is none where Shopify tells of no tax', () => {
    const result = withFeeVat(charge, paid(['1.21', '0.00']));
    expect(result.transaction.feeVat).toBeUndefined();
    expect(result.finding).toBeUndefined();
  });

  it('is not guessed where the fee equals neither: a notice gives the figures', () => {
    const { transaction: kept, finding } = withFeeVat(charge, paid(['1.00', '0.20']));
    expect(kept.feeVat).toBeUndefined();
    expect(finding).toMatchObject({
      kind: 'fee-vat-unclear',
      severity: 'notice',
      expected: euro('1.20'),
      actual: euro('1.21'),
      residual: euro('0.01'),
    });
  });

  it('is not guessed where Shopify gives parts of a cent: a notice says so of a fee that was kept', () => {
    const unclear = { ...paid(), feesUnclear: true } as const;
    const { transaction: kept, finding } = withFeeVat(charge, unclear);
    expect(kept).toEqual(charge);
    expect(finding).toMatchObject({ kind: 'fee-vat-unclear', severity: 'notice', actual: euro('1.21') });
    const free = transaction('CHARGE', '100.00', { fee: '0.00' });
    expect(withFeeVat(free, unclear)).toEqual({ transaction: free });
  });

  it('that an export tells stays as it is', () => {
    const told = { ...charge, feeVat: euro('0.10') };
    expect(withFeeVat(told, paid(['1.21', '0.21'])).transaction.feeVat).toEqual(euro('0.10'));
  });
});
