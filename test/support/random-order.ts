import fc from 'fast-check';
import { currency, type Currency } from '../../app/accounting/currency';
import { agreementId, orderId, orderTransactionId, refundId, saleId } from '../../app/accounting/ids';
import { add, money, negate, subtract, zero, type Money } from '../../app/accounting/money';
import type {
  Agreement,
  AgreementKind,
  Order,
  OrderTransaction,
  Sale,
  SaleLineType,
  SaleTax,
} from '../../app/accounting/order';

/** Currencies of 0, 2 and 3 digits. */
const currencies = ['EUR', 'USD', 'JPY', 'KWD'];
const gateways = ['shopify_payments', 'manual', 'gift_card', 'paypal', 'cash'];

interface LineWish {
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
  { weight: 2, arbitrary: fc.constant([]) },
);

const line: fc.Arbitrary<LineWish> = fc.record({
  type: fc.constantFrom<SaleLineType>(
    'product',
    'product',
    'product',
    'shipping',
    'tip',
    'duty',
    'additional-fee',
    'gift-card',
    'fee',
  ),
  quantity: fc.bigInt({ min: 1n, max: 12n }),
  unit: fc.oneof(fc.constant(0n), fc.bigInt({ min: 1n, max: 99_999n })),
  off: fc.oneof({ weight: 3, arbitrary: fc.constant(0n) }, fc.constantFrom(5n, 33n, 100n)),
  rates,
  remitted: fc.boolean().map((yes) => yes),
});

/** What happens to an order after it was placed. */
type Turn =
  | { readonly kind: 'edit'; readonly lines: readonly LineWish[]; readonly removes: boolean }
  | {
      readonly kind: 'refund' | 'return';
      readonly share: bigint;
      readonly adjustment: bigint;
      readonly fee: bigint;
    };

const turn: fc.Arbitrary<Turn> = fc.oneof(
  fc.record({
    kind: fc.constant('edit' as const),
    lines: fc.array(line, { minLength: 1, maxLength: 3 }),
    removes: fc.boolean(),
  }),
  fc.record({
    kind: fc.constantFrom('refund' as const, 'return' as const),
    share: fc.bigInt({ min: 0n, max: 100n }),
    adjustment: fc.oneof(fc.constant(0n), fc.bigInt({ min: -500n, max: 500n })),
    fee: fc.oneof(fc.constant(0n), fc.bigInt({ min: 1n, max: 500n })),
  }),
);

/** An order of any kind that Shopify can have: its ledger adds up, per tax, in its currency's digits. */
export const anyOrder: fc.Arbitrary<Order> = fc
  .record({
    unit: fc.constantFrom(...currencies),
    taxesIncluded: fc.boolean(),
    lines: fc.array(line, { minLength: 1, maxLength: 6 }),
    turns: fc.array(turn, { maxLength: 4 }),
    payments: fc.array(
      fc.record({
        gateway: fc.constantFrom(...gateways),
        share: fc.bigInt({ min: 1n, max: 110n }),
        refund: fc.boolean(),
        coin: fc.bigInt({ min: -2n, max: 2n }),
      }),
      { maxLength: 4 },
    ),
    marketplace: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, fc.constant(true)),
  })
  .map(({ unit, taxesIncluded, lines, turns, payments, marketplace }) => {
    const ledger = new Ledger(currency(unit), taxesIncluded, marketplace);
    ledger.sells('order', lines, 1n);
    for (const one of turns) ledger.turns(one);
    return orderOf(ledger, payments);
  });

/** Writes agreements whose sales add up, as Shopify's do. */
class Ledger {
  readonly agreements: Agreement[] = [];
  private next = 1000n;

  constructor(
    readonly unit: Currency,
    readonly taxesIncluded: boolean,
    private readonly marketplace: boolean,
  ) {}

  sells(kind: AgreementKind, lines: readonly LineWish[], sign: 1n | -1n): Agreement {
    return this.agree(
      kind,
      lines.map((wish) => this.sale(wish, sign)),
    );
  }

  turns(one: Turn): void {
    if (one.kind === 'edit') {
      this.sells('edit', one.lines, one.removes ? -1n : 1n);
      return;
    }
    const sold = this.agreements[0]?.sales ?? [];
    const back = sold.filter(({ lineType }) => lineType !== 'tip').map((sale) => this.part(sale, one.share));
    const adjustment = one.adjustment === 0n ? [] : [this.plain('adjustment', one.adjustment)];
    const fee =
      one.fee === 0n
        ? []
        : [
            this.sale(
              { type: 'fee', quantity: 1n, unit: one.fee, off: 0n, rates: ['21'], remitted: false },
              1n,
            ),
          ];
    this.agree(one.kind, [...back, ...adjustment, ...fee]);
  }

  private agree(kind: AgreementKind, sales: readonly Sale[]): Agreement {
    const number = this.agreements.length;
    const agreement: Agreement = {
      id: agreementId(String(this.id())),
      kind,
      happenedAt: new Date(Date.UTC(2026, 9, 1 + 3 * number, 12)).toISOString(),
      ...(kind === 'refund' ? { refund: refundId(String(number)) } : {}),
      sales,
    };
    this.agreements.push(agreement);
    return agreement;
  }

  private id = () => (this.next += 1n);
  private money = (minor: bigint): Money => ({ minor, currency: this.unit });

  private sale(wish: LineWish, sign: 1n | -1n): Sale {
    const gross = wish.quantity * wish.unit;
    const off = (gross * wish.off) / 100n;
    const whole = gross - off;
    const taxed = wish.type === 'tip' || wish.type === 'gift-card' ? [] : wish.rates;
    const taxes = taxed.map((rate): SaleTax => ({
      title: `VAT ${rate}`,
      rate,
      amount: this.money(sign * this.taxOf(whole, rate, taxed)),
      ...(this.marketplace && wish.remitted ? { channelLiable: true } : {}),
    }));
    const tax = taxes.reduce((total, { amount }) => add(total, amount), this.money(0n));
    const total = this.taxesIncluded ? this.money(sign * whole) : add(this.money(sign * whole), tax);
    return {
      id: saleId(String(this.id())),
      lineType: wish.type,
      rawLineType: wish.type.toUpperCase(),
      quantity: sign * wish.quantity,
      total,
      tax,
      taxes,
      label: `${wish.type} ${String(wish.unit)}`,
      ...(off === 0n
        ? {}
        : { discount: { beforeTaxes: this.money(sign * off), afterTaxes: this.money(sign * off) } }),
    };
  }

  private taxOf(whole: bigint, rate: string, all: readonly string[]): bigint {
    const [part, sum] = [milli(rate), all.reduce((total, one) => total + milli(one), 0n)];
    const base = this.taxesIncluded ? 100_000n + sum : 100_000n;
    return (2n * whole * part + base) / (2n * base);
  }

  /** So many hundredths of a sale, taken back. */
  private part(sale: Sale, share: bigint): Sale {
    const cut = (amount: Money) => this.money(-(amount.minor * share) / 100n);
    const taxes = sale.taxes.map((tax) => ({ ...tax, amount: cut(tax.amount) }));
    const tax = taxes.reduce((total, { amount }) => add(total, amount), this.money(0n));
    const untaxed = cut(subtract(sale.total, sale.tax));
    return {
      ...sale,
      id: saleId(String(this.id())),
      quantity: share === 0n ? 0n : -(sale.quantity ?? 1n),
      total: add(untaxed, tax),
      tax,
      taxes,
      ...(sale.discount
        ? {
            discount: {
              beforeTaxes: cut(sale.discount.beforeTaxes),
              afterTaxes: cut(sale.discount.afterTaxes),
            },
          }
        : {}),
    };
  }

  private plain(lineType: SaleLineType, minor: bigint): Sale {
    return {
      id: saleId(String(this.id())),
      lineType,
      rawLineType: lineType.toUpperCase(),
      total: this.money(minor),
      tax: this.money(0n),
      taxes: [],
      label: lineType,
    };
  }
}

const milli = (rate: string) => {
  const [whole = '0', fraction = ''] = rate.split('.');
  return BigInt(whole + fraction.padEnd(3, '0'));
};

function orderOf(
  ledger: Ledger,
  payments: readonly { gateway: string; share: bigint; refund: boolean; coin: bigint }[],
): Order {
  const { unit, agreements, taxesIncluded } = ledger;
  const total = agreements
    .flatMap(({ sales }) => sales)
    .reduce((sum, sale) => add(sum, sale.total), zero(unit));
  const first = (agreements[0]?.sales ?? []).reduce((sum, sale) => add(sum, sale.total), zero(unit));
  return {
    id: orderId('5001'),
    name: '#1001',
    test: false,
    createdAt: '2026-10-01T12:00:00Z',
    currency: unit,
    presentmentCurrency: unit,
    taxesIncluded,
    taxCountry: 'NL',
    buyer: { name: 'Ann de Wit', isCompany: false },
    totals: { original: first, current: total },
    agreements,
    transactions: payments.map(({ gateway, share, refund, coin }, index): OrderTransaction => ({
      id: orderTransactionId(String(9000 + index)),
      kind: refund ? 'refund' : 'sale',
      succeeded: true,
      gateway,
      processedAt: new Date(Date.UTC(2026, 9, 1 + index, 13)).toISOString(),
      amount: money((first.minor * share) / 100n, unit),
      ...(gateway === 'cash' && coin !== 0n ? { rounding: money(coin, unit) } : {}),
      fees: [],
    })),
  };
}

/** The order after an edit that was taken back whole: every sale of the edit again, with the other sign. */
export function withEditTakenBack(order: Order, lines: readonly Sale[]): Order {
  const at = (day: number) => new Date(Date.UTC(2026, 10, day)).toISOString();
  const reverse = (sale: Sale, index: number): Sale => ({
    ...sale,
    id: saleId(String(800_000 + index)),
    quantity: -(sale.quantity ?? 1n),
    total: negate(sale.total),
    tax: negate(sale.tax),
    taxes: sale.taxes.map((tax) => ({ ...tax, amount: negate(tax.amount) })),
  });
  const copied = lines.map((sale, index) => ({ ...sale, id: saleId(String(700_000 + index)) }));
  return {
    ...order,
    agreements: [
      ...order.agreements,
      { id: agreementId('700'), kind: 'edit', happenedAt: at(1), sales: copied },
      { id: agreementId('800'), kind: 'edit', happenedAt: at(2), sales: copied.map(reverse) },
    ],
  };
}
