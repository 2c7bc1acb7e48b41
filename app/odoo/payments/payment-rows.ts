import type { Convert } from '../../accounting/books';
import type { CalendarDate } from '../../accounting/calendar-date';
import type { Currency } from '../../accounting/currency';
import { toDecimal } from '../../accounting/money';
import { externalName, type ExternalModule } from '../loading/external-names';
import type { LoadRecord } from '../loading/load-once';
import { itemFields, lineHead } from '../settlement/entry-fields';
import type { OpenItemInOdoo } from '../settlement/read-open-items';
import { itemBalances, paymentItems, paymentName } from './payment-items';
import type { PaymentToLoad } from './payment-to-load';

const entryHead = ['id', 'move_type', 'journal_id/.id', 'date', 'ref', 'partner_id/.id'];

export interface PaymentRowsContext {
  readonly module: ExternalModule;
  readonly company: Currency;
  readonly open: ReadonlyMap<number, OpenItemInOdoo>;
  /** By journal item that is settled. */
  readonly marks: ReadonlyMap<number, string>;
  readonly convert: (currency: Currency, date: CalendarDate) => Convert;
  /** Given where any payment is in a currency that is not the company's. */
  readonly currencyIds?: ReadonlyMap<Currency, number>;
}

/** Fields of `account.move`, or of `account.bank.statement.line` for a till. */
export function paymentFields(till: boolean, { currencyIds }: PaymentRowsContext): readonly string[] {
  return [...(till ? lineHead : entryHead), ...itemFields(currencyIds !== undefined)];
}

/** The rows of one payment with all its items; both kinds of record have a head of six cells. */
export function paymentRows(toLoad: PaymentToLoad, context: PaymentRowsContext): LoadRecord {
  const { payment, target, partnerId, date } = toLoad;
  const { module, company, open, marks, currencyIds } = context;
  const items = paymentItems(toLoad);
  const balances = itemBalances(items, company, context.convert(payment.money.currency, date));
  const name = paymentName(toLoad);
  const id = externalName(module, payment.key);
  const [journal, partner] = [String(target.journal.id), String(partnerId)];
  // A till of the company's own currency counts in that, whatever the customer's invoice is in.
  const ownMoney = target.asStatementLine && (target.currency ?? company) === company;
  const moved = ownMoney ? balances[0] : items[0]?.amount;
  const head = target.asStatementLine
    ? [id, journal, date, name, partner, moved ? toDecimal(moved) : '']
    : [id, 'entry', journal, date, name, partner];
  const blank = head.map(() => '');
  const rows = items.map((item, index) => {
    const settled = item.settles?.itemId;
    const balance = balances[index] ?? item.amount;
    const amount = index === 0 && ownMoney ? balance : item.amount;
    return [
      ...(index === 0 ? head : blank),
      externalName(module, `${payment.key}_${item.part}`),
      String(item.account.id),
      item.label,
      // The receivable of a company's contact is the company's.
      String((settled === undefined ? undefined : open.get(settled)?.partnerId) ?? partnerId),
      toDecimal(balance),
      settled === undefined ? '' : (marks.get(settled) ?? ''),
      ...(currencyIds ? [String(currencyIds.get(amount.currency) ?? ''), toDecimal(amount)] : []),
    ];
  });
  return { externalId: payment.key, rows };
}
