import { isInvoice, ITEM, itemsOf, MOVE } from '../accounting/columns';
import { backToDraft, cancel, post } from '../accounting/post';
import { reconcile } from '../accounting/reconcile';
import { decimalText } from '../fixed';
import type { Odoo } from '../odoo';
import { userError } from '../odoo-error';
import { type Context, onRecords, type Rules } from '../rules';
import { link, money, type Row, text } from '../row';

const PAYMENT = 'account.payment';
const WIZARD = 'account.payment.register';

/** A payment's entry: the outstanding account against the receivable or payable. */
function postPayment(odoo: Odoo, id: number): void {
  const payment = odoo.table(PAYMENT).must(id);
  if (text(payment, 'state') !== 'draft')
    throw userError(`The entry ${text(payment, 'name')} (id ${id}) must be in draft.`);
  const company = odoo.company();
  const inbound = text(payment, 'payment_type') !== 'outbound';
  const customer = text(payment, 'partner_type') !== 'supplier';
  const digits = odoo.digits(link(payment, 'currency_id'));
  const amount = decimalText((inbound ? 1n : -1n) * money(payment, 'amount'), digits);
  const opposite = amount.startsWith('-') ? amount.slice(1) : `-${amount}`;
  const outstanding = inbound
    ? 'account_journal_payment_debit_account_id'
    : 'account_journal_payment_credit_account_id';
  const currency = link(payment, 'currency_id');
  const partner = link(payment, 'partner_id') ?? false;
  const item = (account: number | null, sum: string) => [
    0,
    0,
    {
      account_id: account,
      amount_currency: sum,
      currency_id: currency,
      partner_id: partner,
      name: text(payment, 'memo') || text(payment, 'ref') || false,
    },
  ];
  const move = odoo.create(MOVE, {
    move_type: 'entry',
    journal_id: link(payment, 'journal_id'),
    date: text(payment, 'date') || odoo.today(),
    partner_id: partner,
    currency_id: currency,
    line_ids: [
      item(link(company, outstanding), amount),
      item(link(company, customer ? 'fake_receivable_id' : 'fake_payable_id'), opposite),
    ],
  });
  odoo.table(MOVE).patch(move, {
    fake_payment: true,
    ...(odoo.version === 17 ? { payment_id: id } : { origin_payment_id: id }),
  });
  // 17 may have given the draft a name of the journal's own sequence; payments have one of their own.
  odoo.table(MOVE).patch(move, { name: odoo.version === 17 ? '/' : null });
  post(odoo, [move]);
  odoo.table(PAYMENT).patch(id, {
    move_id: move,
    name: text(odoo.table(MOVE).must(move), 'name'),
    state: odoo.version === 17 ? 'posted' : 'in_process',
    outstanding_account_id: link(company, outstanding),
  });
}

const openItems = (odoo: Odoo, move: number): Row[] =>
  itemsOf(odoo, move).filter((item) => {
    const type = odoo.table('account.account').must(link(item, 'account_id')).account_type;
    return type === 'asset_receivable' || type === 'liability_payable';
  });

export const accountPayment: Rules = {
  order: 'date desc, name desc, id desc',
  created: (odoo, payment) => {
    const journal =
      odoo.table('account.journal').get(link(payment, 'journal_id')) ??
      odoo.table('account.journal').by('type', 'bank')[0];
    odoo.table(PAYMENT).patch(payment.id, {
      state: 'draft',
      payment_type: text(payment, 'payment_type') || 'inbound',
      partner_type: text(payment, 'partner_type') || 'customer',
      date: text(payment, 'date') || odoo.today(),
      journal_id: journal?.id ?? null,
      currency_id: link(payment, 'currency_id') ?? odoo.companyCurrency(),
      company_id: 1,
    });
  },
  computed: {
    state: (odoo, payment) => {
      const move = link(payment, 'move_id');
      if (odoo.version === 17 || move === null || text(payment, 'state') !== 'in_process')
        return payment.state ?? null;
      return openItems(odoo, move).every((item) => item.reconciled === true) ? 'paid' : 'in_process';
    },
    is_reconciled: (odoo, payment) => {
      const move = link(payment, 'move_id');
      return move !== null && openItems(odoo, move).every((item) => item.reconciled === true);
    },
  },
  methods: {
    action_post: onRecords([], (odoo, { ids }) => {
      for (const id of ids) postPayment(odoo, id);
    }),
    action_draft: onRecords([], (odoo, { ids }) => {
      for (const payment of odoo.rows(PAYMENT, ids)) {
        const move = link(payment, 'move_id');
        if (move !== null) backToDraft(odoo, [move]);
        odoo.table(PAYMENT).patch(payment.id, { state: 'draft' });
      }
    }),
    action_cancel: onRecords([], (odoo, { ids }) => {
      for (const payment of odoo.rows(PAYMENT, ids)) {
        const move = link(payment, 'move_id');
        if (move !== null) cancel(odoo, [move]);
        odoo.table(PAYMENT).patch(payment.id, { state: odoo.version === 17 ? 'cancel' : 'canceled' });
      }
    }),
  },
};

/** What the wizard was opened on: 17 refuses drafts as it opens, 19 only as it pays. */
function targets(odoo: Odoo, context: Context): Row[] {
  const active = (context.active_ids as number[] | undefined) ?? [];
  const ids =
    context.active_model === ITEM
      ? odoo.rows(ITEM, active).map((item) => link(item, 'move_id') ?? 0)
      : active;
  return odoo.rows(MOVE, [...new Set(ids)]);
}

function refuseDrafts(moves: readonly Row[]): void {
  if (moves.some((move) => text(move, 'state') !== 'posted')) {
    throw userError('You can only register payment for posted journal entries.');
  }
}

export const accountPaymentRegister: Rules = {
  create: (odoo, vals, context) => {
    const moves = targets(odoo, context);
    if (odoo.version === 17) refuseDrafts(moves);
    return odoo.insert(WIZARD, vals, context).id;
  },
  methods: {
    action_create_payments: onRecords([], (odoo, { ids, context }) => {
      const moves = targets(odoo, context).filter(isInvoice);
      refuseDrafts(moves);
      const payments = odoo
        .rows(WIZARD, ids)
        .flatMap((wizard) => moves.map((move) => ({ move, payment: paymentOf(odoo, wizard, move) })));
      for (const { payment } of odoo.version === 17 ? payments : [...payments].reverse())
        postPayment(odoo, payment);
      for (const { move, payment } of payments) {
        const own = link(odoo.table(PAYMENT).must(payment), 'move_id') ?? 0;
        const open = [...openItems(odoo, own), ...openItems(odoo, move.id)].filter(
          (item) => item.reconciled !== true,
        );
        reconcile(
          odoo,
          open.map((item) => item.id),
        );
      }
      const made = payments.map(({ payment }) => payment);
      const action = {
        name: 'Payments',
        type: 'ir.actions.act_window',
        res_model: PAYMENT,
        context: { create: false },
      };
      if (made.length === 1) return { ...action, view_mode: 'form', res_id: made[0] };
      return {
        ...action,
        view_mode: odoo.version === 17 ? 'tree,form' : 'list,form',
        domain: [['id', 'in', made]],
      };
    }),
  },
};

function paymentOf(odoo: Odoo, wizard: Row, move: Row): number {
  const residual = money(move, 'amount_residual');
  const refund = text(move, 'move_type') === 'out_refund' || text(move, 'move_type') === 'in_invoice';
  return odoo.create(PAYMENT, {
    payment_type: refund ? 'outbound' : 'inbound',
    partner_type: text(move, 'move_type').startsWith('out_') ? 'customer' : 'supplier',
    partner_id: link(move, 'partner_id') ?? false,
    journal_id: link(wizard, 'journal_id') ?? false,
    date: text(wizard, 'payment_date') || odoo.today(),
    currency_id: link(move, 'currency_id'),
    amount: decimalText(
      wizard.amount ? money(wizard, 'amount') : residual,
      odoo.digits(link(move, 'currency_id')),
    ),
    [odoo.version === 17 ? 'ref' : 'memo']: text(move, 'name'),
  });
}
