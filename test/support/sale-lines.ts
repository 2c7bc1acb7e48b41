import type { Currency } from '../../app/accounting/currency';
import { saleId } from '../../app/accounting/ids';
import { negate, parseMoney, sum, type Money } from '../../app/accounting/money';
import type { Sale, SaleLineType, SaleTax } from '../../app/accounting/order';

/** How a tax came to be on a line: its title, its rate, and its amount where it is not simply that rate of the price. */
export interface TaxSketch {
  readonly title: string;
  readonly rate: string;
  readonly amount?: string;
  /** Shopify collects it and pays it itself. */
  readonly remitted?: boolean;
}

/** One line of an agreement before it has a currency and a number. */
export interface LineSketch {
  readonly lineType: SaleLineType;
  readonly rawLineType: string;
  readonly label: string;
  readonly quantity?: number;
  readonly total: string;
  readonly taxes: readonly TaxSketch[];
  readonly takenBack: boolean;
  /** What discounts took off, before and after taxes. */
  readonly discount?: readonly [beforeTaxes: string, afterTaxes: string];
  readonly sku?: string;
  readonly variantId?: string;
}

/** VAT at a whole or decimal percentage; give the amount where Shopify's differs from a plain rounding. */
export function vat(rate: string, amount?: string): TaxSketch {
  return { title: 'VAT', rate, ...(amount === undefined ? {} : { amount }) };
}

/** A tax that Shopify pays itself, as a marketplace does. */
export function remitted(rate: string, amount?: string): TaxSketch {
  return { ...vat(rate, amount), remitted: true };
}

/** `quantity` pieces for `total` together, after discounts and with tax. */
export function product(label: string, quantity: number, total: string, ...taxes: TaxSketch[]): LineSketch {
  return { ...line('product', label, total, taxes), quantity };
}

export function shipping(total: string, ...taxes: TaxSketch[]): LineSketch {
  return line('shipping', 'Shipping', total, taxes);
}

export function duty(total: string, ...taxes: TaxSketch[]): LineSketch {
  return line('duty', 'Duty', total, taxes);
}

export function additionalFee(label: string, total: string, ...taxes: TaxSketch[]): LineSketch {
  return line('additional-fee', label, total, taxes);
}

/** What the customer pays for giving back: restocking, return shipping. */
export function returnFee(total: string, ...taxes: TaxSketch[]): LineSketch {
  return line('fee', 'Fee', total, taxes);
}

/** The line after a discount; its total is what is left. */
export function discounted(sketch: LineSketch, beforeTaxes: string, afterTaxes = beforeTaxes): LineSketch {
  return { ...sketch, discount: [beforeTaxes, afterTaxes] };
}

/** The line as one of the catalogue's. */
export function ofVariant(sketch: LineSketch, variantId: string, sku: string): LineSketch {
  return { ...sketch, variantId, sku };
}

export function tip(total: string): LineSketch {
  return line('tip', 'Tip', total, []);
}

export function giftCard(total: string): LineSketch {
  return { ...line('gift-card', 'Gift card', total, []), quantity: 1 };
}

/** What a refund gave beyond, or short of, the value of the lines it took back. */
export function adjustment(total: string, ...taxes: TaxSketch[]): LineSketch {
  return line('adjustment', 'Refund adjustment', total, taxes);
}

/** A kind of line that this version has never heard of. */
export function strangeLine(rawLineType: string, total: string): LineSketch {
  return { ...line('unknown', rawLineType, total, []), rawLineType };
}

/** The same line taken back: quantity and amounts negative, as Shopify writes returns. */
export function back(sketch: LineSketch): LineSketch {
  return { ...sketch, takenBack: true };
}

function line(lineType: SaleLineType, label: string, total: string, taxes: readonly TaxSketch[]): LineSketch {
  return { lineType, rawLineType: lineType.toUpperCase(), label, total, taxes, takenBack: false };
}

/** The sale that Shopify would keep for a line. Tax is inside `total`, rounded half up unless the sketch names it. */
export function saleOf(sketch: LineSketch, id: string, currency: Currency): Sale {
  const sense = (amount: Money) => (sketch.takenBack ? negate(amount) : amount);
  const total = parseMoney(sketch.total, currency);
  const taxes: SaleTax[] = sketch.taxes.map((tax) => ({
    title: tax.title,
    rate: tax.rate,
    ...(tax.remitted ? { channelLiable: true } : {}),
    amount: sense(tax.amount === undefined ? taxInside(total, tax.rate) : parseMoney(tax.amount, currency)),
  }));
  return {
    id: saleId(id),
    lineType: sketch.lineType,
    rawLineType: sketch.rawLineType,
    ...(sketch.quantity === undefined
      ? {}
      : { quantity: BigInt(sketch.quantity) * (sketch.takenBack ? -1n : 1n) }),
    total: sense(total),
    tax: sum(
      currency,
      taxes.map(({ amount }) => amount),
    ),
    taxes,
    label: sketch.label,
    ...(sketch.sku ? { sku: sketch.sku } : {}),
    ...(sketch.variantId ? { item: { lineItemId: id, variantId: sketch.variantId } } : {}),
    ...(sketch.discount
      ? {
          discount: {
            beforeTaxes: sense(parseMoney(sketch.discount[0], currency)),
            afterTaxes: sense(parseMoney(sketch.discount[1], currency)),
          },
        }
      : {}),
  };
}

/** rate ÷ (100 + rate) of a price with tax, half up, in whole minor units. */
export function taxInside(total: Money, rate: string): Money {
  const [whole = '0', fraction = ''] = rate.split('.');
  const scale = 10n ** BigInt(fraction.length);
  const scaled = BigInt(whole + fraction);
  const divisor = 100n * scale + scaled;
  const sign = total.minor < 0n ? -1n : 1n;
  return { ...total, minor: ((total.minor * sign * scaled * 2n + divisor) / (2n * divisor)) * sign };
}
