import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { equals, subtract } from '../../accounting/money';
import { CsvRejected } from './csv-rejected';
import { file, fixture, read, row } from '../../../test/support/csv-file';

describe('any file', () => {
  const refusedOrRead = (text: string | Uint8Array) => {
    try {
      read(text);
    } catch (error) {
      expect(error).toBeInstanceOf(CsvRejected);
    }
  };

  it('of random bytes is refused, never a crash', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), refusedOrRead));
  });

  it('with random cells under the right header is read or refused, never a crash', () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom('37.90', '1,5', '', 'EUR', '2026-06-12', '"', '#1', '-', '1e9'),
    );
    const rows = fc.array(
      fc.array(cell, { minLength: 10, maxLength: 10 }).map((cells) => cells.join(',')),
      { maxLength: 4 },
    );
    fc.assert(fc.property(rows, (lines) => refusedOrRead(file(row, ...lines))));
  });

  it('with one byte of it changed is read or refused, never a crash', () => {
    const bytes = fixture('eu-with-vat');
    fc.assert(
      fc.property(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 0, max: 255 }), (place, value) => {
        const changed = Buffer.from(bytes);
        changed[place] = value;
        refusedOrRead(changed);
      }),
    );
  });

  it('that is written out of payouts reads back as those payouts', () => {
    const cents = fc.bigInt({ min: -10_000_000n, max: 10_000_000n });
    const decimal = (minor: bigint) =>
      `${minor < 0n ? '-' : ''}${String(minor < 0n ? -minor : minor)
        .padStart(3, '0')
        .replace(/(\d\d)$/, '.$1')}`;
    const rows = fc.array(
      fc.tuple(fc.constantFrom('42', '43', '44'), cents, cents, fc.integer({ min: 1, max: 28 })),
      { minLength: 1, maxLength: 30 },
    );
    fc.assert(
      fc.property(rows, (list) => {
        const lines = list.map(
          ([payout, amount, fee, day]) =>
            `2026-06-${String(day).padStart(2, '0')} 10:00:00 +0200,adjustment,,paid,2026-06-30,${payout},${decimal(amount)},${decimal(fee)},${decimal(amount - fee)},EUR`,
        );
        const { payouts, pending } = read(file(...lines));
        expect(pending).toEqual([]);
        const said = list.map(([payout, amount, fee]) => [payout, amount, fee]);
        const back = payouts.flatMap(({ id, transactions }) =>
          transactions.map(({ amount, fee }) => [id as string, amount.minor, fee.minor]),
        );
        const inOrder = ['42', '43', '44'].flatMap((payout) => said.filter(([id]) => id === payout));
        const byFirst = [...new Set(list.map(([payout]) => payout))].flatMap((payout) =>
          inOrder.filter(([id]) => id === payout),
        );
        expect(back).toEqual(byFirst);
        expect(
          payouts.every(({ transactions }) =>
            transactions.every(({ amount, fee, net }) => equals(net, subtract(amount, fee))),
          ),
        ).toBe(true);
        expect(new Set(payouts.flatMap(({ transactions }) => transactions.map(({ id }) => id))).size).toBe(
          list.length,
        );
      }),
    );
  });

  it('of 100,000 lines is read in reasonable time', { timeout: 30_000 }, () => {
    const lines = Array.from({ length: 100_000 }, (_, index) => row.replace('#1001', `#${String(index)}`));
    const started = performance.now();
    expect(read(file(...lines)).payouts[0]?.transactions).toHaveLength(100_000);
    expect(performance.now() - started).toBeLessThan(15_000);
  });
});
