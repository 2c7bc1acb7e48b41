import type { Convert } from '../../accounting/books';
import type { CalendarDate } from '../../accounting/calendar-date';
import { digitsOf, type Currency } from '../../accounting/currency';
import type { Money } from '../../accounting/money';
import type { OdooClient } from '../client/odoo-client';
import { dateOf, numberOf } from '../client/row';

const scale = 12;

/**
 * The rates that Odoo uses, for one currency: on a day the newest that is not later, before the first one the first.
 * `rate` is foreign units per company unit. One call.
 */
export async function readRates(
  client: OdooClient,
  foreign: Currency,
  company: Currency,
): Promise<(date: CalendarDate) => Convert> {
  const rows = await client.searchRead(
    'res.currency.rate',
    [['currency_id.name', '=', foreign]],
    ['name', 'rate'],
    { order: 'name' },
  );
  const rates = rows.map((row) => ({
    from: dateOf(row, 'name') ?? '',
    scaled: BigInt(numberOf(row, 'rate').toFixed(scale).replace('.', '')),
  }));
  return (date) => {
    const scaled = (rates.findLast(({ from }) => from <= date) ?? rates[0])?.scaled ?? 10n ** BigInt(scale);
    return (amount: Money) => (amount.currency === company ? amount : atRate(amount, company, scaled));
  };
}

/** Halves away from zero, as Odoo rounds. */
function atRate(amount: Money, company: Currency, scaled: bigint): Money {
  const numerator =
    (amount.minor < 0n ? -amount.minor : amount.minor) * 10n ** BigInt(scale + digitsOf(company)) * 2n;
  const denominator = scaled * 10n ** BigInt(digitsOf(amount.currency)) * 2n;
  const rounded = (numerator + denominator / 2n) / denominator;
  return { minor: amount.minor < 0n ? -rounded : rounded, currency: company };
}
