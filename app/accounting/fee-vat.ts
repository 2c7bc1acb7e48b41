import type { BalanceTransaction } from './balance-transaction';
import { compare } from './compare';
import type { Finding } from './finding';
import { add, equals, isZero, sumOf } from './money';
import type { OrderTransaction } from './order';

/**
 * The VAT inside the fee of a charge, as the order's transaction tells it. Shopify does not say whether a fee's amount
 * holds its tax; the fee of the balance transaction is what was kept, so it decides: it equals the amounts, or the
 * amounts and their taxes. Where it equals neither nothing is split off, and a notice says so: no VAT is claimed on a guess.
 */
export function withFeeVat(
  transaction: BalanceTransaction,
  orderTransaction: OrderTransaction | undefined,
): { readonly transaction: BalanceTransaction; readonly finding?: Finding } {
  const fees = orderTransaction?.fees ?? [];
  const { fee } = transaction;
  if (orderTransaction?.feesUnclear && !transaction.feeVat && !isZero(fee)) {
    return { transaction, finding: unclear(transaction, { actual: fee }) };
  }
  const foreign = fees.some(
    ({ amount, tax }) => amount.currency !== fee.currency || tax.currency !== fee.currency,
  );
  if (transaction.feeVat || fees.length === 0 || foreign) return { transaction };
  const vat = sumOf(fee.currency, fees, ({ tax }) => tax);
  if (isZero(vat)) return { transaction };
  const amounts = sumOf(fee.currency, fees, ({ amount }) => amount);
  if (equals(fee, amounts) || equals(fee, add(amounts, vat)))
    return { transaction: { ...transaction, feeVat: vat } };
  return { transaction, finding: unclear(transaction, compare(add(amounts, vat), fee)) };
}

function unclear(
  transaction: BalanceTransaction,
  figures: Pick<Finding, 'expected' | 'actual' | 'residual'>,
): Finding {
  return {
    kind: 'fee-vat-unclear',
    severity: 'notice',
    object: {
      type: 'balance transaction',
      id: transaction.id,
      name: `${transaction.type} ${transaction.order?.name ?? ''}`.trim(),
    },
    ...figures,
    facts: { order: transaction.order?.name ?? '—', reason: 'sum' },
    remedy: { page: 'none' },
  };
}
