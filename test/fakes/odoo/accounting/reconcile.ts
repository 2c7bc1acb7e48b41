import type { Odoo } from '../odoo';
import { userError } from '../odoo-error';
import { link, money, type Row, text } from '../row';
import { accountOf, isOpenAccount, ITEM } from './columns';
import { postExchangeDifference, reverseExchange } from './exchange-difference';
import { refreshResidual } from './items';
import { syncTotals } from './sync-totals';

const PARTIAL = 'account.partial.reconcile';
const FULL = 'account.full.reconcile';

/** Matches items with each other, oldest first. Marked items match without exchange differences, as in Odoo. */
export function reconcile(odoo: Odoo, ids: readonly number[], withExchange = true): void {
  const items = odoo.rows(ITEM, [...new Set(ids)]);
  if (items.some((item) => item.reconciled === true)) {
    throw userError('You are trying to reconcile some entries that are already reconciled.');
  }
  if (items.some((item) => text(item, 'parent_state') !== 'posted')) {
    throw userError('You can only reconcile posted entries.');
  }
  const accounts = [...new Set(items.map((item) => link(item, 'account_id')))];
  const named = accounts.map((id) => odoo.displayName('account.account', id ?? 0)).sort();
  if (accounts.length > 1) throw userError(`Entries are not from the same account: ${named.join(', ')}`);
  const first = items[0];
  if (!first) return;
  if (!isOpenAccount(accountOf(odoo, first))) {
    throw userError(
      `Account ${named[0]} does not allow reconciliation. First change the configuration of this account to allow it.`,
    );
  }
  const oldest = [...items].sort((a, b) =>
    dueOf(a) === dueOf(b) ? a.id - b.id : dueOf(a) < dueOf(b) ? -1 : 1,
  );
  const debits = oldest.filter((item) => sideOf(item) > 0n);
  const credits = oldest.filter((item) => sideOf(item) < 0n);
  for (let debit = debits.shift(), credit = credits.shift(); debit && credit;) {
    match(odoo, debit, credit, withExchange);
    if (money(debit, 'amount_residual') === 0n && money(debit, 'amount_residual_currency') === 0n)
      debit = debits.shift();
    else if (money(credit, 'amount_residual') !== 0n || money(credit, 'amount_residual_currency') !== 0n)
      break;
    if (money(credit, 'amount_residual') === 0n && money(credit, 'amount_residual_currency') === 0n)
      credit = credits.shift();
  }
  const settled = new Set<number>();
  for (const { id } of items) {
    if (settled.has(id)) continue;
    for (const tied of settleGroup(odoo, id)) settled.add(tied);
  }
}

const dueOf = (item: Row): string => text(item, 'date_maturity') || text(item, 'date');

const sideOf = (item: Row): bigint =>
  money(item, 'amount_residual') || money(item, 'amount_residual_currency');

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);

function match(odoo: Odoo, debit: Row, credit: Row, withExchange: boolean): void {
  const sameCurrency = link(debit, 'currency_id') === link(credit, 'currency_id');
  const home = sameCurrency && link(debit, 'currency_id') === odoo.companyCurrency();
  const owed = money(debit, 'amount_residual');
  const paid = -money(credit, 'amount_residual');
  const owedForeign = money(debit, 'amount_residual_currency');
  const paidForeign = -money(credit, 'amount_residual_currency');
  let debitPart: bigint;
  let creditPart: bigint;
  let debitForeign: bigint;
  let creditForeign: bigint;
  if (sameCurrency && !home) {
    debitForeign = creditForeign = least(owedForeign, paidForeign);
    debitPart = share(owed, debitForeign, owedForeign);
    creditPart = share(paid, creditForeign, paidForeign);
  } else {
    debitPart = creditPart = least(owed, paid);
    debitForeign = home ? debitPart : share(owedForeign, debitPart, owed);
    creditForeign = home ? creditPart : share(paidForeign, creditPart, paid);
  }
  const amount = withExchange ? least(debitPart, creditPart) : least(owed, paid);
  const partial = odoo.table(PARTIAL).insert({
    debit_move_id: debit.id,
    credit_move_id: credit.id,
    amount,
    debit_amount_currency: debitForeign,
    credit_amount_currency: creditForeign,
    debit_currency_id: link(debit, 'currency_id'),
    credit_currency_id: link(credit, 'currency_id'),
    company_id: 1,
    max_date: text(debit, 'date') > text(credit, 'date') ? text(debit, 'date') : text(credit, 'date'),
    create_date: odoo.now(),
  });
  for (const item of [debit, credit]) refreshResidual(odoo, item.id);
  if (!withExchange) return;
  if (debitPart > amount) linkExchange(odoo, partial, debit, debitPart - amount);
  if (creditPart > amount) linkExchange(odoo, partial, credit, -(creditPart - amount));
}

/** What is still in an item's balance although nothing is left in its currency goes to the exchange account. */
function linkExchange(odoo: Odoo, partial: Row, item: Row, rest: bigint): void {
  const entry = postExchangeDifference(odoo, item, rest);
  const [debit, credit] = rest > 0n ? [item.id, entry.counterpart] : [entry.counterpart, item.id];
  const sizeOf = rest > 0n ? rest : -rest;
  odoo.table(PARTIAL).patch(partial.id, { exchange_move_id: entry.move });
  odoo.table(PARTIAL).insert({
    debit_move_id: debit,
    credit_move_id: credit,
    amount: sizeOf,
    debit_amount_currency: 0n,
    credit_amount_currency: 0n,
    company_id: 1,
    max_date: text(item, 'date'),
    create_date: odoo.now(),
  });
  refreshResidual(odoo, item.id);
  refreshResidual(odoo, entry.counterpart);
}

/** A share of a whole in the ratio of two amounts, rounded half up; the whole where the ratio is 1. */
function share(whole: bigint, part: bigint, of: bigint): bigint {
  if (part === of || of === 0n) return whole;
  return (2n * whole * part + of) / (2n * of);
}

/** All items that are tied together by partial matches, and those matches. */
function groupOf(odoo: Odoo, id: number): { items: Set<number>; partials: Set<number> } {
  const items = new Set([id]);
  const partials = new Set<number>();
  for (const item of items) {
    const tied = [
      ...odoo.table(PARTIAL).idsBy('debit_move_id', item),
      ...odoo.table(PARTIAL).idsBy('credit_move_id', item),
    ];
    for (const partial of tied) {
      partials.add(partial);
      const row = odoo.table(PARTIAL).must(partial);
      items.add(link(row, 'debit_move_id') ?? item);
      items.add(link(row, 'credit_move_id') ?? item);
    }
  }
  return { items, partials };
}

/** Gives a group its number: its full match when nothing is left, else P and its first partial. Answers its items. */
function settleGroup(odoo: Odoo, id: number): ReadonlySet<number> {
  const { items, partials } = groupOf(odoo, id);
  const rows = odoo.rows(ITEM, [...items]);
  const done = partials.size > 0 && rows.every((row) => row.reconciled === true);
  const full = done ? odoo.table(FULL).insert({ create_date: odoo.now() }).id : null;
  const number = full !== null ? String(full) : partials.size > 0 ? `P${Math.min(...partials)}` : null;
  for (const partial of partials) odoo.table(PARTIAL).patch(partial, { full_reconcile_id: full });
  for (const row of rows)
    odoo.table(ITEM).patch(row.id, { full_reconcile_id: full, matching_number: number });
  for (const move of new Set(rows.map((row) => link(row, 'move_id') ?? 0))) syncTotals(odoo, move);
  return items;
}

/** Takes items out of every match; exchange entries that the match made are reversed. */
export function unreconcile(odoo: Odoo, ids: readonly number[]): void {
  for (const id of ids) {
    const { items } = groupOf(odoo, id);
    const own = [
      ...odoo.table(PARTIAL).by('debit_move_id', id),
      ...odoo.table(PARTIAL).by('credit_move_id', id),
    ];
    if (own.length === 0) continue;
    const exchanges = [...new Set(own.flatMap((partial) => link(partial, 'exchange_move_id') ?? []))];
    const fulls = new Set(
      odoo.rows(ITEM, [...items]).flatMap((item) => link(item, 'full_reconcile_id') ?? []),
    );
    for (const full of fulls) if (odoo.table(FULL).get(full)) odoo.remove(FULL, [full]);
    odoo.remove(
      PARTIAL,
      own.map((partial) => partial.id),
    );
    for (const exchange of exchanges) {
      unreconcile(odoo, [...odoo.table(ITEM).idsBy('move_id', exchange)]);
      reverseExchange(odoo, exchange);
    }
    for (const item of items) refreshResidual(odoo, item);
    for (const item of items) settleGroup(odoo, item);
  }
}

/** As entries post, their items marked `I…` match the posted items of the same mark, and nothing else. */
export function reconcileMarked(odoo: Odoo, posted: readonly Row[]): void {
  const marks = new Set(
    posted.map((item) => text(item, 'matching_number')).filter((mark) => mark.startsWith('I')),
  );
  for (const mark of marks) {
    const marked = odoo
      .table(ITEM)
      .by('matching_number', mark)
      .filter((item) => text(item, 'parent_state') === 'posted');
    if (marked.length > 1)
      reconcile(
        odoo,
        marked.map((item) => item.id),
        false,
      );
  }
}
