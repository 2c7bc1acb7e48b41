import type { Account } from '../../../app/accounting/books';
import { currency } from '../../../app/accounting/currency';
import type { OpenItem } from '../../../app/accounting/counterpart';
import { documentKey, orderId, orderTransactionId, type DocumentKey } from '../../../app/accounting/ids';
import { parseMoney, subtract, sum, zero, type Money } from '../../../app/accounting/money';
import { paymentKey } from '../../../app/accounting/payment-entry';
import { accountIn } from '../../../app/odoo/books/account-in';
import { currencyIds } from '../../../app/odoo/books/currency-ids';
import type { OdooClient } from '../../../app/odoo/client/odoo-client';
import { textOf } from '../../../app/odoo/client/row';
import { loadPayments } from '../../../app/odoo/payments/load-payments';
import { paymentName } from '../../../app/odoo/payments/payment-items';
import type { PaymentTarget, PaymentToLoad } from '../../../app/odoo/payments/payment-to-load';
import { onDay } from './documents';
import type { Workshop } from './workshop';

/** A posted invoice or credit note, with the receivable item that payments settle. */
export interface Invoice {
  readonly moveId: number;
  readonly total: Money;
  readonly item: OpenItem & { readonly itemId: number };
}

export interface PaymentWish {
  readonly id: string;
  readonly amount: string;
  readonly unit?: string;
  readonly direction?: 'in' | 'out';
  readonly target: PaymentTarget;
  readonly shares?: readonly (readonly [Invoice, string])[];
  /** What a till rounded off: positive where less came in than was owed. */
  readonly rounding?: string;
  readonly roundingAccount?: Account;
}

/** What a shop's payments need in Odoo: a customer, where money waits, a gift card's liability, a till of its own. */
export interface PaymentShop {
  readonly partnerId: number;
  readonly bank: PaymentTarget;
  readonly giftCards: PaymentTarget;
  readonly till: PaymentTarget;
  readonly rounding: Account;
  readonly invoices: (wishes: readonly InvoiceWish[]) => Promise<Invoice[]>;
  readonly invoice: (amount: string, wish?: Partial<InvoiceWish>) => Promise<Invoice>;
  readonly payment: (wish: PaymentWish) => PaymentToLoad;
  /** Brings payments to Odoo, by default as the workshop's own client. */
  readonly load: (payments: readonly PaymentToLoad[], by?: OdooClient) => ReturnType<typeof loadPayments>;
  /** An id that nothing has yet. */
  readonly fresh: () => string;
  /** What Odoo says of each: whether it is paid, and what is still open. */
  readonly states: (...invoices: readonly Invoice[]) => Promise<(readonly [unknown, unknown])[]>;
  /** How many entries and statement lines there are of payments that leave nothing open. */
  readonly standing: (payments: readonly PaymentToLoad[]) => Promise<number>;
}

export interface InvoiceWish {
  readonly id: string;
  readonly amount: string;
  readonly unit?: string;
  readonly kind?: 'out_invoice' | 'out_refund';
}

export async function openPaymentShop({ client, module, stamp, books }: Workshop): Promise<PaymentShop> {
  const [partnerId = 0] = await client.create('res.partner', [{ name: `Payer ${stamp}` }]);
  const account = async (type: string, reconcile: boolean): Promise<Account> => {
    const [row] = await client.searchRead(
      'account.account',
      [
        ['account_type', '=', type],
        ['reconcile', '=', reconcile],
      ],
      ['code', 'name'],
      { limit: 1, order: 'code' },
    );
    if (!row) throw new Error(`this Odoo has no account of type ${type}`);
    return { id: row.id, code: textOf(row, 'code'), name: textOf(row, 'name') };
  };
  const journal = async (code: string, values?: object) => {
    if (values) await client.create('account.journal', [{ code, ...values }]);
    const [row] = await client.searchRead(
      'account.journal',
      [['code', '=', code]],
      ['name', 'code', 'default_account_id'],
    );
    if (!row) throw new Error(`this Odoo has no journal ${code}`);
    const own = accountIn(row, 'default_account_id');
    return { journal: { id: row.id, code, name: textOf(row, 'name') }, own };
  };
  const bank = await journal('BNK1');
  const misc = await journal('MISC');
  const till = await journal(`T${stamp.slice(-4).toUpperCase()}`, { name: `Till ${stamp}`, type: 'cash' });
  if (!till.own) throw new Error('a cash journal has an account of its own');
  const outstanding = await account('asset_current', true);
  let made = 0;
  const fresh = () => {
    made += 1;
    return `${stamp}p${String(made)}`;
  };
  return {
    load: (payments, by = client) => loadPayments({ client: by, module }, payments),
    fresh,
    invoice: async (amount, wish = {}) => {
      const [one] = await makeInvoices(client, partnerId, [{ id: fresh(), amount, ...wish }]);
      if (!one) throw new Error('no invoice was made');
      return one;
    },
    states: async (...invoices) => {
      const ids = invoices.map(({ moveId }) => moveId);
      const rows = await client.read('account.move', ids, ['payment_state', 'amount_residual']);
      return ids.map((id) => {
        const row = rows.find((one) => one.id === id);
        return [row?.payment_state, row?.amount_residual];
      });
    },
    standing: (payments) =>
      client.searchCount('account.move.line', [['name', 'in', payments.map(paymentName)]]),
    partnerId,
    bank: { journal: bank.journal, account: outstanding, asStatementLine: false },
    giftCards: {
      journal: misc.journal,
      account: await account('liability_current', false),
      asStatementLine: false,
    },
    till: { journal: till.journal, account: till.own, asStatementLine: true },
    rounding: await account('expense', false),
    invoices: (wishes) => makeInvoices(client, partnerId, wishes),
    payment: (wish) => toLoad(wish, partnerId, books.receivable),
  };
}

async function makeInvoices(
  client: OdooClient,
  partnerId: number,
  wishes: readonly InvoiceWish[],
): Promise<Invoice[]> {
  const units = await currencyIds(
    client,
    wishes.map(({ unit }) => currency(unit ?? 'EUR')),
  );
  const moveIds = await client.create(
    'account.move',
    wishes.map(({ id, amount, unit = 'EUR', kind = 'out_invoice' }) => ({
      move_type: kind,
      partner_id: partnerId,
      invoice_date: '2026-11-03',
      date: '2026-11-03',
      ref: `#${id}`,
      currency_id: units.get(currency(unit)),
      invoice_line_ids: [
        [0, 0, { name: 'Goods', quantity: 1, price_unit: Number(amount), tax_ids: [[6, 0, []]] }],
      ],
    })),
  );
  await client.callMethod('account.move', 'action_post', moveIds);
  const rows = await client.searchRead(
    'account.move.line',
    [
      ['move_id', 'in', moveIds],
      ['display_type', '=', 'payment_term'],
    ],
    ['move_id', 'move_name', 'account_id'],
  );
  return wishes.map(({ id, amount, unit = 'EUR' }, index) => {
    const row = rows.find(({ move_id }) => (move_id as [number])[0] === moveIds[index]);
    const account = row && accountIn(row, 'account_id');
    if (!row || !account) throw new Error(`invoice ${id} has no receivable`);
    const key: DocumentKey = documentKey(`agreement_${id}`);
    const item = { key, document: key, itemId: row.id, account, name: textOf(row, 'move_name') };
    return { moveId: moveIds[index] ?? 0, total: parseMoney(amount, unit), item };
  });
}

function toLoad(wish: PaymentWish, partnerId: number, receivable: Account): PaymentToLoad {
  const unit = currency(wish.unit ?? 'EUR');
  const transaction = orderTransactionId(wish.id);
  const money = parseMoney(wish.amount, unit);
  const rounding = wish.rounding ? parseMoney(wish.rounding, unit) : zero(unit);
  const shares = (wish.shares ?? []).map(([invoice, amount]) => ({
    document: invoice.item.key as DocumentKey,
    amount: parseMoney(amount, unit),
  }));
  const settled = sum(
    unit,
    shares.map(({ amount }) => amount),
  );
  return {
    payment: {
      key: paymentKey(transaction),
      order: { id: orderId(wish.id), name: `#${wish.id}` },
      transaction,
      gateway: 'manual',
      gatewayTitle: 'Bank Deposit',
      happenedAt: '2026-11-04T10:00:00Z',
      direction: wish.direction ?? 'in',
      money,
      rounding,
      shares,
      open: subtract({ minor: money.minor + rounding.minor, currency: unit }, settled),
    },
    target: wish.target,
    partnerId,
    date: onDay('2026-11-04'),
    items: new Map((wish.shares ?? []).map(([{ item }]) => [item.key as DocumentKey, item])),
    receivable,
    ...(wish.roundingAccount ? { roundingAccount: wish.roundingAccount } : {}),
  };
}
