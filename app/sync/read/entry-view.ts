import type { Account } from '../../accounting/books';
import type { Entry } from '../../accounting/entry';
import { add, isZero, negate, sum, zero, type Money } from '../../accounting/money';
import { moneyView } from '../../views/money-view';
import type { EntryView, PreviewView } from '../../views/payout-view';

const accountName = ({ code, name }: Account) => `${code} ${name}`.trim();

export function entryView(entry: Entry, exists: boolean): EntryView {
  const first = entry.items[0];
  const currency = first?.balance.currency;
  const debits = entry.items.filter(({ balance }) => balance.minor > 0n).map(({ balance }) => balance);
  return {
    key: entry.key,
    kind: entry.kind,
    journal: `${entry.journal.code} ${entry.journal.name}`,
    date: entry.date,
    reference: entry.reference,
    exists,
    items: entry.items.map(({ account, label, balance }) => ({
      account: accountName(account),
      label,
      debit: balance.minor > 0n ? moneyView(balance) : null,
      credit: balance.minor < 0n ? moneyView(negate(balance)) : null,
    })),
    total: currency ? moneyView(sum(currency, debits)) : { minor: '0', currency: 'EUR' },
  };
}

/** Debit and credit per account (and currency) over entries; both columns of a currency are equal. */
export function totalsByAccount(entries: readonly Entry[]): PreviewView['totals'] {
  const totals = new Map<string, { account: string; debit: Money; credit: Money }>();
  for (const { account, balance } of entries.flatMap((entry) => entry.items)) {
    if (isZero(balance)) continue;
    const key = `${accountName(account)} ${balance.currency}`;
    const none = zero(balance.currency);
    const known = totals.get(key) ?? { account: accountName(account), debit: none, credit: none };
    totals.set(
      key,
      balance.minor > 0n
        ? { ...known, debit: add(known.debit, balance) }
        : { ...known, credit: add(known.credit, negate(balance)) },
    );
  }
  return [...totals.entries()]
    .sort(([left], [right]) => left.localeCompare(right))
    .map(([, { account, debit, credit }]) => ({
      account,
      debit: moneyView(debit),
      credit: moneyView(credit),
    }));
}
