import type { Account } from '../../accounting/books';
import type { CalendarDate } from '../../accounting/calendar-date';
import type { Money } from '../../accounting/money';
import { findPayments } from './find-payments';
import type { PaymentsContext } from './payments-context';
import { readPaymentItems, type PaymentInOdoo } from './read-payment-items';

/** A payment as it stands posted in Odoo. */
export interface PostedPayment {
  readonly key: string;
  readonly moveId: number;
  /** `BNK1/2026/00042`. */
  readonly number: string;
  readonly date: CalendarDate;
  /** The item on the mapped account: what the bank's line is matched with, where the account is an outstanding one. */
  readonly money: {
    readonly itemId: number;
    readonly account: Account;
    /** What of it is still awaited, debit positive; 0 on an account that is not reconciled. */
    readonly residual: Money;
    readonly reconciled: boolean;
  };
  /** Read back, it is what it was to be. `readPayments` has nothing to compare with: there it says only that it is posted. */
  readonly exact: boolean;
}

/** Which payments stand posted in Odoo, by key. Two calls, however many; one where none stands. */
export async function readPayments(
  context: Pick<PaymentsContext, 'client' | 'module'>,
  keys: readonly string[],
  since: CalendarDate,
): Promise<ReadonlyMap<string, PostedPayment>> {
  if (keys.length === 0) return new Map();
  const records = await findPayments(context, keys, since);
  const { payments } = await readPaymentItems(context.client, records, []);
  return new Map(
    [...payments].flatMap(([key, inOdoo]) => {
      const posted = postedPayment(inOdoo, true);
      return posted ? [[key, posted] as const] : [];
    }),
  );
}

/** Undefined for a draft, and for what a person cancelled. */
export function postedPayment(inOdoo: PaymentInOdoo, exact: boolean): PostedPayment | undefined {
  const { key, moveId, number, date, state } = inOdoo;
  const [money] = inOdoo.items;
  if (state !== 'posted' || !money || date === undefined) return undefined;
  const { id: itemId, account, residual, reconciled } = money;
  return { key, moveId, number, date, money: { itemId, account, residual, reconciled }, exact };
}
