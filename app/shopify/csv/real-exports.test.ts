import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toDecimal } from '../../accounting/money';
import { inShort, read } from '../../../test/support/csv-file';

describe('real exports', () => {
  const folder = join(import.meta.dirname, '../../../../shared/real/public/payout-csv');
  const present = existsSync(folder);
  const title = present ? '' : ' (skipped: ../shared is not beside this repository)';
  const real = (name: string) => read(readFileSync(join(folder, `payment_transactions_export_${name}.csv`)));

  // These files are not ours to keep in the repository.
  it.skipIf(!present)(`a Spanish shop’s charge and refund are both pending${title}`, () => {
    const { payouts, pending } = real('eu_vat_es_2026-07');
    expect(payouts).toEqual([]);
    expect(
      pending.map(({ type, order, amount, fee, net }) => [
        type,
        order?.name,
        ...[amount, fee, net].map(toDecimal),
      ]),
    ).toEqual([
      ['CHARGE', 'AI-1001', '6.99', '0.45', '6.54'],
      ['REFUND', 'AI-1001', '-6.99', '0.00', '-6.99'],
    ]);
  });

  it.skipIf(!present)(`a German shop’s charge is a payout${title}`, () => {
    expect(real('eu_vat_de_2026-02').payouts.map(inShort)).toEqual([
      ['140769394954', '2026-02-02', 'paid', '36.80', 'EUR', 1],
    ]);
  });
});
