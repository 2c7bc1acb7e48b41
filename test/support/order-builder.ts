import { currency as readCurrency, type Currency } from '../../app/accounting/currency';
import { agreementId, orderId, orderTransactionId, refundId, type RefundId } from '../../app/accounting/ids';
import { parseMoney } from '../../app/accounting/money';
import type {
  Agreement,
  AgreementKind,
  Buyer,
  Order,
  OrderTransaction,
  OrderTransactionKind,
  PaymentTerms,
} from '../../app/accounting/order';
import { saleOf, type LineSketch } from './sale-lines';

export interface OrderTraits {
  readonly currency?: string;
  readonly presentment?: string;
  readonly taxesIncluded?: boolean;
  readonly country?: string;
  readonly at?: string;
  readonly buyer?: Partial<Buyer>;
  readonly poNumber?: string;
  readonly paymentTerms?: PaymentTerms;
}

/** An order told as a story: `anOrder('#1001').with(product(…)).paid('24.93').refunded([back(…)], '9.99').build()`. */
export function anOrder(name = '#1001', traits: OrderTraits = {}): OrderStory {
  return new OrderStory(name, traits);
}

class OrderStory {
  private readonly agreements: Agreement[] = [];
  private readonly transactions: OrderTransaction[] = [];
  private readonly currency: Currency;
  private readonly number: string;
  private readonly start: number;
  private sales = 0;
  private moments = 0;

  constructor(
    private readonly name: string,
    private readonly traits: OrderTraits,
  ) {
    this.currency = readCurrency(traits.currency ?? 'EUR');
    this.number = name.replaceAll(/\D/g, '') || '1';
    this.start = Date.parse(traits.at ?? '2026-06-01T10:00:00Z');
  }

  with(...lines: LineSketch[]): this {
    return this.agree('order', lines);
  }

  edited(...lines: LineSketch[]): this {
    return this.agree('edit', lines);
  }

  returned(...lines: LineSketch[]): this {
    return this.agree('return', lines);
  }

  /** A refund agreement; with `money`, also the refund transaction that pays it back. */
  refunded(lines: readonly LineSketch[], money?: string): this {
    const refund = refundId(`${this.number}9${String(this.agreements.length)}`);
    this.agree('refund', lines, refund);
    return money === undefined ? this : this.transact('refund', money, { refund });
  }

  paid(amount: string): this {
    return this.transact('sale', amount);
  }

  captured(amount: string): this {
    return this.transact('capture', amount);
  }

  authorized(amount: string): this {
    return this.transact('authorization', amount);
  }

  /** A payment that was tried and did not succeed. */
  declined(amount: string): this {
    return this.transact('sale', amount, { succeeded: false });
  }

  /** Money given back without a refund agreement of its own. */
  moneyBack(amount: string): this {
    return this.transact('refund', amount);
  }

  build(): Order {
    return {
      id: orderId(this.number),
      name: this.name,
      test: false,
      createdAt: new Date(this.start).toISOString(),
      currency: this.currency,
      presentmentCurrency: readCurrency(this.traits.presentment ?? this.currency),
      taxesIncluded: this.traits.taxesIncluded ?? true,
      taxCountry: this.traits.country ?? 'NL',
      buyer: { name: 'Roos de Wit', isCompany: false, ...this.traits.buyer },
      ...(this.traits.poNumber ? { poNumber: this.traits.poNumber } : {}),
      ...(this.traits.paymentTerms ? { paymentTerms: this.traits.paymentTerms } : {}),
      agreements: [...this.agreements],
      transactions: [...this.transactions],
    };
  }

  private agree(kind: AgreementKind, lines: readonly LineSketch[], refund?: RefundId): this {
    this.agreements.push({
      id: agreementId(`${this.number}0${String(this.agreements.length + 1)}`),
      kind,
      happenedAt: this.nextMoment(),
      ...(refund ? { refund } : {}),
      sales: lines.map((line) => saleOf(line, `${this.number}5${String(++this.sales)}`, this.currency)),
    });
    return this;
  }

  private transact(
    kind: OrderTransactionKind,
    amount: string,
    more: { refund?: RefundId; succeeded?: boolean } = {},
  ): this {
    this.transactions.push({
      id: orderTransactionId(`${this.number}7${String(this.transactions.length + 1)}`),
      kind,
      succeeded: more.succeeded ?? true,
      gateway: 'shopify_payments',
      processedAt: this.nextMoment(),
      amount: parseMoney(amount, this.currency),
      fees: [],
      ...(more.refund ? { refund: more.refund } : {}),
    });
    return this;
  }

  /** One minute later than what was told before. */
  private nextMoment(): string {
    return new Date(this.start + 60_000 * this.moments++).toISOString();
  }
}
