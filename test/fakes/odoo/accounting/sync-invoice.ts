import { fixed, fromMinor, over, toMinor } from '../fixed';
import type { Odoo } from '../odoo';
import { figure, link, links, money, type Row, text, type Value } from '../row';
import { directionOf, ITEM, itemsOf, MOVE, rateOn } from './columns';
import { computeAs17, computeAs19, type LineAmounts, type Rounding, type TaxRule } from './compute-taxes';
import { payableParts } from './payment-terms';
import { syncTotals } from './sync-totals';

/** Recomputes a draft invoice: the amounts of its lines, its tax items, its receivable and its totals. */
export function syncInvoice(odoo: Odoo, moveId: number): void {
  const move = odoo.table(MOVE).must(moveId);
  const products = itemsOf(odoo, moveId).filter((item) => text(item, 'display_type') === 'product');
  const digits = odoo.digits(link(move, 'currency_id'));
  const company = odoo.company();
  const compute = odoo.version === 17 ? computeAs17 : computeAs19;
  const rounding = text(company, 'tax_calculation_rounding_method') as Rounding;
  const taxed = products.map((item) => ({
    price: fixed(item.price_unit),
    quantity: fixed(item.quantity),
    discount: fixed(item.discount),
    taxes: taxRules(odoo, links(item, 'tax_ids')),
  }));
  const { lines: amounts, bases } = compute(taxed, rounding, digits);
  const sign = directionOf(move);
  for (const [at, item] of products.entries()) {
    const line = amounts[at];
    if (!line) continue;
    odoo.table(ITEM).patch(item.id, {
      ...amountColumns(odoo, move, sign * line.posted),
      price_subtotal: line.untaxed,
      price_total: line.total,
    });
  }
  syncTaxItems(odoo, move, products, amounts, bases);
  syncReceivable(odoo, moveId);
}

/** Brings the receivable and the totals in line with whatever the other items hold now. */
export function syncReceivable(odoo: Odoo, moveId: number): void {
  const move = odoo.table(MOVE).must(moveId);
  const items = itemsOf(odoo, moveId);
  const rest = items.filter((item) => text(item, 'display_type') !== 'payment_term');
  const open = items.filter((item) => text(item, 'display_type') === 'payment_term');
  const owed = {
    amount: -rest.reduce((sum, item) => sum + money(item, 'amount_currency'), 0n),
    balance: -rest.reduce((sum, item) => sum + money(item, 'balance'), 0n),
  };
  const parts = rest.some((item) => text(item, 'display_type') === 'product')
    ? payableParts(odoo, move, owed)
    : [];
  for (const [at, part] of parts.entries()) {
    const columns: Record<string, Value> = {
      amount_currency: part.amount,
      balance: part.balance,
      amount_residual: part.balance,
      amount_residual_currency: part.amount,
      date_maturity: part.due,
      currency_id: link(move, 'currency_id'),
    };
    const existing = open[at];
    if (existing) odoo.table(ITEM).patch(existing.id, columns);
    else
      odoo.table(ITEM).insert({
        ...itemFrame(odoo, move, 'payment_term'),
        ...columns,
        account_id: payableAccount(odoo, move),
      });
  }
  for (const surplus of open.slice(parts.length)) odoo.remove(ITEM, [surplus.id]);
  odoo
    .table(MOVE)
    .patch(moveId, { invoice_date_due: parts.at(-1)?.due ?? move.invoice_date_due ?? odoo.today() });
  syncTotals(odoo, moveId);
}

function syncTaxItems(
  odoo: Odoo,
  move: Row,
  products: Row[],
  amounts: LineAmounts[],
  bases: Map<number, bigint>,
): void {
  const digits = odoo.digits(link(move, 'currency_id'));
  const wanted = new Map<string, { repartition: Row; account: number; sum: bigint }>();
  const side = text(move, 'move_type').endsWith('refund') ? 'refund' : 'invoice';
  for (const [at, item] of products.entries()) {
    for (const [taxId, amount] of amounts[at]?.taxes ?? []) {
      if (amount === 0n) continue;
      for (const repartition of odoo.table('account.tax.repartition.line').by('tax_id', taxId)) {
        if (repartition.document_type !== side || repartition.repartition_type !== 'tax') continue;
        const account = link(repartition, 'account_id') ?? link(item, 'account_id') ?? 0;
        const key = `${repartition.id}:${account}`;
        const part = (amount * BigInt(figure(repartition, 'factor_percent'))) / 100n;
        const known = wanted.get(key) ?? { repartition, account, sum: 0n };
        wanted.set(key, { ...known, sum: known.sum + part });
      }
    }
  }
  const sign = directionOf(move);
  const existing = itemsOf(odoo, move.id).filter((item) => text(item, 'display_type') === 'tax');
  const kept = new Set<number>();
  for (const { repartition, account, sum } of wanted.values()) {
    const amount = sign * toMinor(sum, digits);
    if (amount === 0n) continue;
    const base = bases.get(link(repartition, 'tax_id') ?? 0) ?? 0n;
    // 19 signs the base as its items are signed, 17 does not.
    const columns = {
      ...amountColumns(odoo, move, amount),
      tax_base_amount: odoo.version === 17 ? base : sign * base,
    };
    const known = existing.find(
      (item) =>
        link(item, 'tax_repartition_line_id') === repartition.id && link(item, 'account_id') === account,
    );
    if (known) odoo.table(ITEM).patch(known.id, columns);
    const tax = odoo.table('account.tax').must(link(repartition, 'tax_id'));
    const id =
      known?.id ??
      odoo.table(ITEM).insert({
        ...itemFrame(odoo, move, 'tax'),
        ...columns,
        name: text(tax, 'name'),
        account_id: account,
        tax_line_id: tax.id,
        tax_group_id: link(tax, 'tax_group_id'),
        tax_repartition_line_id: repartition.id,
      }).id;
    kept.add(id);
  }
  const gone = existing.filter((item) => !kept.has(item.id)).map((item) => item.id);
  if (gone.length > 0) odoo.remove(ITEM, gone);
}

/** An amount in the entry's currency, with its balance in the company's. */
export function amountColumns(odoo: Odoo, move: Row, amount: bigint): Record<string, Value> {
  const currency = link(move, 'currency_id');
  const foreign = currency !== null && currency !== odoo.companyCurrency();
  const rate = rateOn(odoo, currency, text(move, 'invoice_date') || text(move, 'date'));
  const exact = over(fromMinor(amount, odoo.digits(currency)), fixed(rate));
  const balance = foreign ? toMinor(exact, odoo.digits(null)) : amount;
  return { amount_currency: amount, balance, currency_id: currency };
}

export function itemFrame(odoo: Odoo, move: Row, displayType: string): Record<string, Value> {
  return {
    move_id: move.id,
    display_type: displayType,
    partner_id: link(move, 'partner_id'),
    company_id: 1,
    currency_id: link(move, 'currency_id') ?? odoo.companyCurrency(),
    date: move.date ?? null,
    move_name: move.name ?? null,
    parent_state: move.state ?? 'draft',
    journal_id: link(move, 'journal_id'),
    ref: move.ref ?? null,
    statement_line_id: link(move, 'statement_line_id'),
    reconciled: false,
    balance: 0n,
    amount_currency: 0n,
    amount_residual: 0n,
    amount_residual_currency: 0n,
    quantity: displayType === 'product' ? 1 : 0,
    sequence: displayType === 'product' ? 100 : 10000,
  };
}

function payableAccount(odoo: Odoo, move: Row): number {
  const sale = text(move, 'move_type').startsWith('out_');
  const partner = odoo.table('res.partner').get(link(move, 'partner_id'));
  const own =
    partner && link(partner, sale ? 'property_account_receivable_id' : 'property_account_payable_id');
  return own ?? link(odoo.company(), sale ? 'fake_receivable_id' : 'fake_payable_id') ?? 0;
}

export function taxRules(odoo: Odoo, ids: readonly number[]): TaxRule[] {
  return ids
    .map((id) => odoo.table('account.tax').must(id))
    .sort((a, b) => figure(a, 'sequence') - figure(b, 'sequence') || a.id - b.id)
    .flatMap((tax) => {
      const kind = text(tax, 'amount_type');
      if (kind === 'group') return taxRules(odoo, links(tax, 'children_tax_ids'));
      const included = odoo.read('account.tax', tax, 'price_include') === true;
      return [
        {
          id: tax.id,
          kind: kind === 'fixed' ? 'fixed' : 'percent',
          amount: fixed(tax.amount),
          included,
        } as const,
      ];
    });
}
