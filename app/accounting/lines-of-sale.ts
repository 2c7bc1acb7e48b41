import { allocate } from './allocate';
import type { DocumentLine, DocumentRole, DocumentTax } from './document';
import type { DocumentSettings } from './document-settings';
import { saleId } from './ids';
import { absolute, add, isZero, money, negate, subtract, sumOf, zero, type Money } from './money';
import type { Order, Sale, SaleTax } from './order';
import { noTaxKeyOf, taxKeyOf } from './tax-key';

/** Without tax these are no supply: they carry no tax in Odoo either, and stand in no box of a VAT return. */
const noSupply = new Set<Sale['lineType']>(['gift-card', 'tip', 'adjustment']);

/**
 * The lines of one agreement's sales, in the sense of its document (`giveBack`: a credit note, on which what is given back
 * is positive). Their untaxed amounts and taxes add up to the sales', per tax, to the minor unit.
 */
export function linesOfSales(
  order: Order,
  sales: readonly Sale[],
  giveBack: boolean,
  { discounts }: Pick<DocumentSettings, 'discounts'>,
): DocumentLine[] {
  const sense = giveBack ? negate : (amount: Money) => amount;
  const lines: DocumentLine[] = [];
  const taken: DocumentLine[] = [];
  for (const sale of sales) {
    const line = lineOfSale(order, sale, sense);
    const off = discounts === 'lines' ? discountOf(order, sale, line, sense) : undefined;
    lines.push(off ? withoutDiscount(line, off) : line);
    if (off) taken.push(off);
    lines.push(...remittedBy(order, sale, sense));
  }
  return [...lines, ...perTaxes(taken)];
}

function lineOfSale(order: Order, sale: Sale, sense: (amount: Money) => Money): DocumentLine {
  const supply = sale.lineType === 'shipping' ? 'shipping' : 'goods';
  const remitted = sumOf(order.currency, sale.taxes.filter(isRemitted), amountOf);
  const taxes: DocumentTax[] = sale.taxes.map((tax) => ({
    key: taxKeyOf(order, tax, supply),
    amount: isRemitted(tax) ? zero(order.currency) : sense(tax.amount),
  }));
  const quantity = sale.quantity === undefined ? 1n : sale.quantity < 0n ? -sale.quantity : sale.quantity;
  const untaxed = sense(subtract(sale.total, sale.tax));
  const untaxedKey = noSupply.has(sale.lineType)
    ? []
    : [{ key: noTaxKeyOf(order, supply), amount: zero(order.currency) }];
  return {
    sale: sale.id,
    role: sale.lineType === 'unknown' ? 'adjustment' : sale.lineType,
    label: sale.label,
    ...(sale.sku ? { sku: sale.sku } : {}),
    ...(sale.item ? { item: sale.item } : {}),
    quantity: quantity === 0n ? 1n : quantity,
    untaxed,
    total: sense(subtract(sale.total, remitted)),
    taxes: taxes.length > 0 ? taxes : untaxedKey,
  };
}

const isRemitted = ({ channelLiable }: SaleTax) => channelLiable === true;
const amountOf = ({ amount }: { amount: Money }) => amount;

/** What Shopify collected and pays itself stands on a line of its own: the customer paid it, it is no tax of ours. */
function remittedBy(order: Order, sale: Sale, sense: (amount: Money) => Money): DocumentLine[] {
  const remitted = sale.taxes.filter(isRemitted);
  const amount = sense(sumOf(order.currency, remitted, amountOf));
  if (isZero(amount)) return [];
  const label = [...new Set(remitted.map(({ title }) => title))].join(', ');
  return [extraLine(`${sale.id}t`, 'channel-tax', label, amount, amount, [])];
}

function extraLine(
  id: string,
  role: DocumentRole,
  label: string,
  untaxed: Money,
  total: Money,
  taxes: readonly DocumentTax[],
): DocumentLine {
  return { sale: saleId(id), role, label, quantity: 1n, untaxed, total, taxes };
}

/**
 * The discount of a sale, as a line that takes it off, under the sale's own taxes. Where prices include tax, so does the
 * discount; its tax is worked out at the sale's rates, so that both lines are what Odoo would compute.
 */
function discountOf(
  order: Order,
  sale: Sale,
  line: DocumentLine,
  sense: (amount: Money) => Money,
): DocumentLine | undefined {
  if (!sale.discount || line.taxes.some(({ key }) => key.endsWith('|remitted'))) return undefined;
  const { beforeTaxes, afterTaxes } = sale.discount;
  const [low, high] = [absolute(beforeTaxes).minor, absolute(afterTaxes).minor].sort((a, b) =>
    a < b ? -1 : 1,
  );
  const given = order.taxesIncluded ? high : low;
  if (!given) return undefined;
  const takesBack = sale.total.minor < 0n || (sale.total.minor === 0n && (sale.quantity ?? 0n) < 0n);
  const whole = sense(money(takesBack ? -given : given, order.currency));
  const rates = sale.taxes.map(({ rate }) => millionths(rate));
  const all = rates.reduce((total, rate) => total + rate, 0n);
  const parts = order.taxesIncluded
    ? allocate(whole, [percent, ...rates])
    : [whole, ...rates.map((rate) => money(rounded(whole.minor * rate, percent), order.currency))];
  const [untaxed = whole, ...amounts] = all === 0n ? [whole] : parts;
  const taxes = line.taxes.map(({ key }, index) => ({
    key,
    amount: negate(amounts[index] ?? zero(order.currency)),
  }));
  const total = taxes.reduce((sum, { amount }) => add(sum, amount), negate(untaxed));
  return extraLine(`d${sale.id}`, 'discount', 'Discount', negate(untaxed), total, taxes);
}

const percent = 100_000_000n;

/** "21" → 21 000 000: a rate in millionths of a percent, as an integer. */
function millionths(rate: string): bigint {
  const [whole = '0', fraction = ''] = rate.split('.');
  return BigInt(whole + fraction.slice(0, 6).padEnd(6, '0'));
}

function rounded(numerator: bigint, denominator: bigint): bigint {
  const sign = numerator < 0n ? -1n : 1n;
  return sign * ((2n * sign * numerator + denominator) / (2n * denominator));
}

/** The line at its full price: the discount line takes the rest off again. */
function withoutDiscount(line: DocumentLine, off: DocumentLine): DocumentLine {
  return combined(line, off, subtract);
}

/** One discount line for all sales of the same taxes. */
function perTaxes(lines: readonly DocumentLine[]): DocumentLine[] {
  const groups = new Map<string, DocumentLine>();
  for (const line of lines) {
    const keys = line.taxes.map(({ key }) => key).join(' ');
    const known = groups.get(keys);
    groups.set(keys, known ? combined(known, line, add) : line);
  }
  return [...groups.values()];
}

/** The left line with the amounts of both; both have the same taxes in the same order. */
function combined(
  left: DocumentLine,
  right: DocumentLine,
  of: (left: Money, right: Money) => Money,
): DocumentLine {
  return {
    ...left,
    untaxed: of(left.untaxed, right.untaxed),
    total: of(left.total, right.total),
    taxes: left.taxes.map((tax, index) => ({
      ...tax,
      amount: of(tax.amount, right.taxes[index]?.amount ?? zero(tax.amount.currency)),
    })),
  };
}
