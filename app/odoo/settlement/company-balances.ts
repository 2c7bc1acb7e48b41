import { allocate } from '../../accounting/allocate';
import type { Convert } from '../../accounting/books';
import type { Currency } from '../../accounting/currency';
import { absolute, negate, subtract, sum, type Money } from '../../accounting/money';
import type { SettlementItem, StatementLine } from '../../accounting/statement-line';

/** A journal item as Odoo keeps it: the balance in the company's currency beside the amount in its own. */
export interface BalancedItem {
  readonly item: SettlementItem;
  readonly balance: Money;
  readonly amount: Money;
}

/**
 * The balances in the company's currency of a statement line's items; they sum to zero. Where the payout is in the
 * company's currency they are the items' own. Where it is in another and the line settles a document in the company's
 * currency, the document's amount stands and the rest follows Shopify's own conversion; else `convert` gives them, and
 * the largest item takes the minor unit that rounding leaves.
 */
export function companyBalances(line: StatementLine, company: Currency, convert: Convert): BalancedItem[] {
  const own = (item: SettlementItem) => item.settles?.amount ?? item.balance;
  if (line.amount.currency === company) {
    return line.items.map((item) => ({ item, balance: item.balance, amount: own(item) }));
  }
  const settled = line.items.filter((item) => own(item).currency === company);
  const others = line.items.filter((item) => own(item).currency !== company);
  const rest = negate(sum(company, settled.map(own)));
  const sameSign = others.every((item) => item.balance.minor >= 0n === rest.minor >= 0n);
  if (settled.length > 0 && others.length > 0 && sameSign) {
    const shares = allocate(
      rest,
      others.map((item) => absolute(item.balance).minor),
    );
    return line.items.map((item) => ({
      item,
      balance: shares[others.indexOf(item)] ?? own(item),
      amount: own(item),
    }));
  }
  const balances = line.items.map((item) =>
    own(item).currency === company ? own(item) : convert(item.balance),
  );
  const off = sum(company, balances);
  const free = line.items.map((item) => own(item).currency !== company);
  const largest = balances.reduce(
    (best, balance, index) =>
      free[index] && (best < 0 || absolute(balance).minor > absolute(balances[best] ?? balance).minor)
        ? index
        : best,
    -1,
  );
  return line.items.map((item, index) => {
    const balance = balances[index] ?? convert(item.balance);
    return { item, balance: index === largest ? subtract(balance, off) : balance, amount: own(item) };
  });
}
