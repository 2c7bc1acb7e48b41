import fc from 'fast-check';
import type { Currency } from '../../app/accounting/currency';
import { agreementId, refundId, saleId } from '../../app/accounting/ids';
import { add, negate, subtract, type Money } from '../../app/accounting/money';
import type { Agreement, AgreementKind, Sale, SaleLineType, SaleTax } from '../../app/accounting/order';

export interface LineWish {
  readonly type: SaleLineType;
  readonly quantity: bigint;
  readonly unit: bigint;
  /** Hundredths of the price that discounts take off. */
  readonly off: bigint;
  readonly rates: readonly string[];
  readonly remitted: boolean;
}

const rates = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(['21'], ['9'], ['5.5']) },
  { weight: 2, arbitrary: fc.constantFrom(['5', '9.975'], ['21', '9']) },
  { weight: 2, arbitrary: fc.constantFrom([], ['0']) },
);

/** Goods (in bundles of several lines, free, at 100 % discount), shipping (several lines), and all else that is sold. */
export const anyLine: fc.Arbitrary<LineWish> = fc.record({
  type: fc.constantFrom<SaleLineType>(
    ...(['product', 'product', 'product', 'shipping', 'shipping'] as const),
    ...(['tip', 'duty', 'additional-fee', 'gift-card', 'fee'] as const),
  ),
  quantity: fc.bigInt({ min: 1n, max: 12n }),
  unit: fc.oneof(
    { weight: 1, arbitrary: fc.constant(0n) },
    { weight: 4, arbitrary: fc.bigInt({ min: 1n, max: 99_999n }) },
  ),
  off: fc.oneof({ weight: 3, arbitrary: fc.constant(0n) }, fc.constantFrom(5n, 33n, 100n)),
  rates,
  remitted: fc.boolean(),
});

/** What happens to an order after it was placed. */
export type Turn =
  /** Adds lines, takes out those at some places of what was sold until then, and lowers others' price. */
  | {
      readonly kind: 'edit';
      readonly adds: readonly LineWish[];
      readonly takesOut: readonly number[];
      readonly cheaper: readonly number[];
    }
  | {
      readonly kind: 'refund' | 'return';
      /** Hundredths of each line of the order that come back. */
      readonly share: bigint;
      /** Only its shipping. */
      readonly shippingOnly: boolean;
      /** Given back beyond (negative) or short of (positive) the value of those lines. */
      readonly adjustment: bigint;
      /** Kept for restocking or the way back. */
      readonly fee: bigint;
      /** What goes out in exchange. */
      readonly instead: readonly LineWish[];
      /** A refund that lists what the return before it listed. */
      readonly listsAgain: boolean;
    };

const places = fc.array(fc.nat({ max: 9 }), { maxLength: 3 });

export const anyTurn: fc.Arbitrary<Turn> = fc.oneof(
  fc.record({
    kind: fc.constant('edit' as const),
    adds: fc.array(anyLine, { maxLength: 3 }),
    takesOut: places,
    cheaper: places,
  }),
  fc.record({
    kind: fc.constantFrom('refund' as const, 'return' as const),
    share: fc.oneof(fc.constantFrom(0n, 100n), fc.bigInt({ min: 0n, max: 100n })),
    shippingOnly: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, fc.constant(true)),
    adjustment: fc.oneof(fc.constant(0n), fc.bigInt({ min: -500n, max: 500n })),
    fee: fc.oneof(fc.constant(0n), fc.bigInt({ min: 1n, max: 500n })),
    instead: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.array(anyLine, { maxLength: 2 })),
    listsAgain: fc.boolean(),
  }),
);

/** Writes agreements whose sales add up, as Shopify's do. */
export class Ledger {
  readonly agreements: Agreement[] = [];
  private next = 1000n;

  constructor(
    readonly unit: Currency,
    readonly taxesIncluded: boolean,
    /** Shopify pays the taxes of lines that are `remitted`. */
    private readonly marketplace: boolean,
  ) {}

  sells(lines: readonly LineWish[]): void {
    this.agree(
      'order',
      lines.map((wish) => this.sale(wish)),
    );
  }

  turns(turn: Turn): void {
    if (turn.kind === 'edit') this.edits(turn);
    else this.givesBack(turn);
  }

  private edits({ adds, takesOut, cheaper }: Extract<Turn, { kind: 'edit' }>): void {
    const sold = this.soldSoFar();
    const at = (which: readonly number[]) => [...new Set(which)].flatMap((place) => sold[place] ?? []);
    this.agree('edit', [
      ...adds.map((wish) => this.sale(wish)),
      ...at(takesOut).map((sale) => this.part(sale, 100n, sale.quantity)),
      ...at(cheaper).map((sale) => this.part(sale, 10n, 0n)),
    ]);
  }

  private givesBack(turn: Exclude<Turn, { kind: 'edit' }>): void {
    const before = this.agreements.at(-1);
    const again = turn.kind === 'refund' && turn.listsAgain && before?.kind === 'return' ? before.sales : [];
    const sold = (this.agreements[0]?.sales ?? []).filter(({ lineType }) =>
      turn.shippingOnly ? lineType === 'shipping' : lineType !== 'tip',
    );
    const fee: LineWish = {
      type: 'fee',
      quantity: 1n,
      unit: turn.fee,
      off: 0n,
      rates: ['21'],
      remitted: false,
    };
    this.agree(turn.kind, [
      ...again,
      ...sold.map((sale) => this.part(sale, turn.share, turn.share === 0n ? 0n : sale.quantity)),
      ...(turn.adjustment === 0n ? [] : [this.adjustment(turn.adjustment)]),
      ...(turn.fee === 0n ? [] : [this.sale(fee)]),
      ...turn.instead.map((wish) => this.sale(wish)),
    ]);
  }

  /** What edits can take out: it was sold by the order or an edit before. */
  private soldSoFar(): readonly Sale[] {
    return this.agreements
      .filter(({ kind }) => kind === 'order' || kind === 'edit')
      .flatMap(({ sales }) => sales.filter(({ quantity }) => (quantity ?? 0n) > 0n));
  }

  private agree(kind: AgreementKind, sales: readonly Sale[]): void {
    const number = this.agreements.length;
    this.agreements.push({
      id: agreementId(String(this.id())),
      kind,
      happenedAt: new Date(Date.UTC(2026, 9, 1 + 3 * number, 12)).toISOString(),
      ...(kind === 'refund' ? { refund: refundId(String(number)) } : {}),
      sales,
    });
  }

  private id = () => (this.next += 1n);
  private money = (minor: bigint): Money => ({ minor, currency: this.unit });

  private sale(wish: LineWish): Sale {
    const gross = wish.quantity * wish.unit;
    const off = (gross * wish.off) / 100n;
    const whole = gross - off;
    const taxed = wish.type === 'tip' || wish.type === 'gift-card' ? [] : wish.rates;
    const taxes = taxed.map((rate): SaleTax => ({
      title: `VAT ${rate}`,
      rate,
      amount: this.money(this.taxOf(whole, rate, taxed)),
      ...(this.marketplace && wish.remitted ? { channelLiable: true } : {}),
    }));
    const tax = taxes.reduce((total, { amount }) => add(total, amount), this.money(0n));
    const discount = { beforeTaxes: this.money(off), afterTaxes: this.money(off) };
    return {
      id: saleId(String(this.id())),
      lineType: wish.type,
      rawLineType: wish.type.toUpperCase(),
      quantity: wish.quantity,
      total: this.taxesIncluded ? this.money(whole) : add(this.money(whole), tax),
      tax,
      taxes,
      label: `${wish.type} ${String(wish.unit)}`,
      ...(off === 0n ? {} : { discount }),
    };
  }

  private taxOf(whole: bigint, rate: string, all: readonly string[]): bigint {
    const [part, sum] = [milli(rate), all.reduce((total, one) => total + milli(one), 0n)];
    const base = this.taxesIncluded ? 100_000n + sum : 100_000n;
    return (2n * whole * part + base) / (2n * base);
  }

  /** So many hundredths of a sale, taken back, with so many of its pieces. */
  private part(sale: Sale, share: bigint, pieces: bigint | undefined): Sale {
    const cut = (amount: Money) => this.money(-(amount.minor * share) / 100n);
    const taxes = sale.taxes.map((tax) => ({ ...tax, amount: cut(tax.amount) }));
    const tax = taxes.reduce((total, { amount }) => add(total, amount), this.money(0n));
    const discount = sale.discount && {
      beforeTaxes: cut(sale.discount.beforeTaxes),
      afterTaxes: cut(sale.discount.afterTaxes),
    };
    return {
      ...sale,
      id: saleId(String(this.id())),
      quantity: -(pieces ?? 1n),
      total: add(cut(subtract(sale.total, sale.tax)), tax),
      tax,
      taxes,
      ...(discount ? { discount } : {}),
    };
  }

  private adjustment(minor: bigint): Sale {
    return {
      id: saleId(String(this.id())),
      lineType: 'adjustment',
      rawLineType: 'ADJUSTMENT',
      total: this.money(minor),
      tax: this.money(0n),
      taxes: [],
      label: 'adjustment',
    };
  }
}

/** The same sale, taken back whole. */
export function reversed(sale: Sale, id: string): Sale {
  return {
    ...sale,
    id: saleId(id),
    quantity: -(sale.quantity ?? 1n),
    total: negate(sale.total),
    tax: negate(sale.tax),
    taxes: sale.taxes.map((tax) => ({ ...tax, amount: negate(tax.amount) })),
    ...(sale.discount
      ? {
          discount: {
            beforeTaxes: negate(sale.discount.beforeTaxes),
            afterTaxes: negate(sale.discount.afterTaxes),
          },
        }
      : {}),
  };
}

const milli = (rate: string) => {
  const [whole = '0', fraction = ''] = rate.split('.');
  return BigInt(whole + fraction.padEnd(3, '0'));
};
