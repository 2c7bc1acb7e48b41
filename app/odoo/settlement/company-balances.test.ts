import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../accounting/calendar-date';
import { currency } from '../../accounting/currency';
import { money, type Money } from '../../accounting/money';
import type { SettlementItem, StatementLine } from '../../accounting/statement-line';
import { companyBalances } from './company-balances';

const eur = currency('EUR');
const account = { id: 1, code: '1', name: 'x' };

function item(part: string, balance: Money, settled?: Money): SettlementItem {
  return {
    part,
    account,
    balance,
    label: part,
    ...(settled ? { settles: { item: { key: 'a', account, name: 'a' }, amount: settled } } : {}),
  };
}

function line(items: readonly SettlementItem[]): StatementLine {
  const [liquidity] = items;
  if (!liquidity) throw new Error('a line has items');
  return {
    key: 'bt_1',
    kind: 'transaction',
    date: calendarDate('2026-11-03'),
    label: 'x',
    amount: liquidity.balance,
    items,
  };
}

const half = (amount: Money): Money =>
  amount.currency === eur ? amount : { minor: amount.minor / 2n, currency: eur };

describe('the company’s balances of a statement line', () => {
  it('are the items’ own where the payout is in the company’s currency; dollars stand beside them', () => {
    const items = companyBalances(
      line([
        item('liquidity', money(8950n, eur)),
        item('fee', money(180n, eur)),
        item('open', money(-9130n, eur), money(-10000n, 'USD')),
      ]),
      eur,
      half,
    );
    expect(items.map(({ balance }) => balance.minor)).toEqual([8950n, 180n, -9130n]);
    expect(items[2]?.amount).toEqual(money(-10000n, 'USD'));
  });

  it('keep the document’s amount where that is in the company’s currency, and share it over the rest', () => {
    const items = companyBalances(
      line([
        item('liquidity', money(9700n, 'USD')),
        item('fee', money(300n, 'USD')),
        item('open', money(-10000n, 'USD'), money(-9111n, eur)),
      ]),
      eur,
      half,
    );
    expect(items.map(({ balance }) => balance.minor)).toEqual([8838n, 273n, -9111n]);
  });

  it('sum to zero, whatever the rate', () => {
    const amount = fc.bigInt({ min: 1n, max: 10_000_000n });
    fc.assert(
      fc.property(amount, amount, fc.boolean(), fc.bigInt({ min: 1n, max: 999n }), (net, fee, back, rate) => {
        const sign = back ? -1n : 1n;
        const at = (minor: bigint) => money(minor * sign, 'USD');
        const convert = (given: Money): Money =>
          given.currency === eur ? given : { minor: (given.minor * rate) / 333n, currency: eur };
        const items = [
          item('liquidity', at(net)),
          item('fee', at(fee)),
          item('open', at(-net - fee), at(-net - fee)),
        ];
        const total = companyBalances(line(items), eur, convert).reduce(
          (sum, { balance }) => sum + balance.minor,
          0n,
        );
        expect(total).toBe(0n);
      }),
    );
  });
});
