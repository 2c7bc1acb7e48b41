import type { JsonObject } from '../fakes/shopify/shop-state';
import { bag, minus, nothing, plus, type Amount, type Currencies } from './amount';
import { isReverseCharge } from './customers';
import { inBoth } from './price-order';
import { priceSold, takenBack, type PricedSold } from './price-sold';
import type { Sold } from './sold';
import { lineItemOf, saleOfSold, shippingLineOf, type SoldContext } from './sold-json';
import { paymentJson, type PaymentWish } from './story-payment';
import { placeOf, storyHead, type StoryWish } from './story-wish';

type Back = { line: Sold; quantity?: number };
type Told = { id: string; line: PricedSold; back: number };
type Agreement = 'order' | 'edit' | 'return' | 'refund';
const reasons: Record<Agreement, string> = {
  order: 'ORDER',
  edit: 'ORDER_EDIT',
  return: 'RETURN',
  refund: 'REFUND',
};

/**
 * One order, told from its beginning: `new OrderStory({…}).sells(spade).pays('paypal').refunds(at, [{ line: spade }], 'paypal')`.
 * Every figure follows from its lines. What follows from agreements and payments (totals, status) is the fake's work.
 */
export class OrderStory {
  readonly #context: SoldContext;
  readonly #json: JsonObject;
  readonly #lines = new Map<Sold, Told>();
  readonly #lists = {
    lineItems: [] as JsonObject[],
    shippingLines: [] as JsonObject[],
    agreements: [] as JsonObject[],
    transactions: [] as JsonObject[],
    refunds: [] as JsonObject[],
    returns: [] as JsonObject[],
  };
  #sales = 0;
  #total: Amount = nothing;
  #paid: Amount = nothing;

  constructor(private readonly wish: StoryWish) {
    const { presentment } = wish;
    const currencies: Currencies = { shop: 'EUR', presentment: presentment?.currency ?? 'EUR' };
    this.#context = {
      currencies,
      exchange: presentment?.exchange ?? { numerator: 1n, denominator: 1n },
      taxTitle: placeOf(wish).taxTitle,
      channelLiable: wish.channelLiable === true,
    };
    this.#json = storyHead(wish, currencies);
  }

  /** The order itself. */
  sells(...things: Sold[]): this {
    return this.#agrees('order', this.wish.at, things, []);
  }

  /** Adds lines, takes lines out. */
  edits(at: string, added: Sold[], removed: Back[] = []): this {
    return this.#agrees('edit', at, added, removed);
  }

  /** A return: what comes back, and what is kept or sent in exchange (fees, other goods). */
  returns(at: string, back: Back[], more: Sold[] = []): this {
    const id = `gid://shopify/Return/${this.#serial(20_000_000_000)}`;
    this.#lists.returns.push({ id, name: `#${this.wish.number}-R1`, status: 'CLOSED' });
    return this.#agrees('return', at, more, back, { return: id });
  }

  /** Money back, for these lines (or for an adjustment alone); all that they come to unless `payment` says otherwise. */
  refunds(
    at: string,
    back: Back[],
    gateway?: string,
    { more = [], ...payment }: PaymentWish & { more?: Sold[] } = {},
  ): this {
    const before = this.#total;
    const refund = `gid://shopify/Refund/${1_010_000_000_000 + this.wish.number * 10 + this.#lists.refunds.length + 1}`;
    this.#agrees('refund', at, more, back, { refund });
    const owed = minus(before, this.#total);
    const transactions = gateway
      ? [this.#transaction(gateway, { kind: 'REFUND', at, ...payment }, owed)]
      : [];
    this.#lists.refunds.push({
      id: refund,
      createdAt: at,
      processedAt: at,
      updatedAt: at,
      note: '',
      totalRefundedSet: bag(owed, this.#context.currencies),
      transactions,
    });
    return this;
  }

  /** Money of a refund that an earlier agreement (a return, an edit) called for. */
  paysBack(gateway: string, payment: PaymentWish = {}): this {
    this.#transaction(gateway, { kind: 'REFUND', ...payment }, minus(this.#paid, this.#total));
    return this;
  }

  pays(gateway: string, payment: PaymentWish = {}): this {
    this.#transaction(gateway, payment, minus(this.#total, this.#paid));
    return this;
  }

  cancelled(at: string): this {
    return this.with({ cancelledAt: at, cancelReason: 'CUSTOMER' });
  }

  with(fields: JsonObject): this {
    Object.assign(this.#json, fields);
    return this;
  }

  /** In cents of the shop's currency, as it stands now. */
  get total(): bigint {
    return this.#total.shop;
  }

  /** What Shopify serves. */
  json(): JsonObject {
    const codes = [...this.#lines.keys()].flatMap(({ discounts }) =>
      discounts.flatMap(({ how, title }) => (how === 'code' ? [title] : [])),
    );
    const times = this.#lists.agreements.map((one) => String(one['happenedAt']));
    const paid = this.#lists.transactions.map((one) => String(one['processedAt']));
    return {
      ...this.#json,
      updatedAt: [this.wish.at, ...times, ...paid].toSorted().at(-1),
      discountCodes: [...new Set(codes)],
      ...this.#lists,
    };
  }

  #agrees(kind: Agreement, at: string, added: Sold[], removed: Back[], more: JsonObject = {}): this {
    const { number } = this.wish;
    const sales = [...removed.map((one) => this.#takeBack(one)), ...added.map((sold) => this.#add(sold))].map(
      ({ id, line }) => {
        this.#total = plus(this.#total, line.total);
        return saleOfSold(
          `gid://shopify/Sale/${9_500_000_000_000 + number * 1000 + this.#sales++}`,
          line,
          id,
          this.#context,
        );
      },
    );
    const id = `gid://shopify/SalesAgreement/${3_400_000_000_000 + number * 10 + this.#lists.agreements.length}`;
    this.#lists.agreements.push({ id, reason: reasons[kind], happenedAt: at, ...more, sales });
    return this;
  }

  #add(sold: Sold): Told {
    const line = priceSold(sold, {
      exchange: this.#context.exchange,
      included: !this.wish.pricesWithoutTax,
      percentOf: (one) => this.#percentOf(one),
    });
    const index = this.#lines.size;
    const told = { id: this.#lineId(sold, index), line, back: 0 };
    this.#lines.set(sold, told);
    if (sold.lineType === 'SHIPPING') {
      this.#lists.shippingLines.push(shippingLineOf(told.id, line, this.#context));
    } else if (sold.lineType === 'PRODUCT' || sold.lineType === 'GIFT_CARD') {
      this.#lists.lineItems.push(lineItemOf(told.id, line, this.#context));
    }
    return told;
  }

  #takeBack({ line: sold, quantity = sold.quantity }: Back): Told {
    const told = this.#lines.get(sold);
    if (!told || told.back + quantity > told.line.quantity) {
      throw new Error(`#${this.wish.number} has no ${sold.title} to take back.`);
    }
    told.back += quantity;
    const item = this.#lists.lineItems.find(({ id }) => id === told.id);
    if (item) item['currentQuantity'] = item['refundableQuantity'] = told.line.quantity - told.back;
    return { ...told, line: takenBack(told.line, quantity) };
  }

  #transaction(gateway: string, wish: PaymentWish, whole: Amount): string {
    const { kind = 'SALE', status = 'SUCCESS', at = this.wish.at, cents } = wish;
    const amount = cents === undefined ? whole : inBoth(cents, this.#context.exchange);
    if (status === 'SUCCESS') {
      if (kind === 'SALE' || kind === 'CAPTURE') this.#paid = plus(this.#paid, amount);
      if (kind === 'REFUND') this.#paid = minus(this.#paid, amount);
    }
    const id = `gid://shopify/OrderTransaction/${7_300_000_000_000 + this.wish.number * 10 + this.#lists.transactions.length}`;
    this.#lists.transactions.push(
      paymentJson(
        id,
        gateway,
        amount,
        { ...wish, kind, status, at },
        {
          ...this.#context,
          test: this.#json['test'],
        },
      ),
    );
    return id;
  }

  #percentOf({ taxed, lineType }: Sold): bigint | undefined {
    if (taxed === 'none' || isReverseCharge(this.wish.customer)) return undefined;
    const place = placeOf(this.wish);
    return taxed === 'reduced' && lineType === 'PRODUCT' ? place.reduced : place.standard;
  }

  #lineId({ lineType }: Sold, index: number): string {
    const number = this.#serial(index);
    switch (lineType) {
      case 'PRODUCT':
      case 'GIFT_CARD':
        return `gid://shopify/LineItem/${15_000_000_000_000 + number}`;
      case 'SHIPPING':
        return `gid://shopify/ShippingLine/${5_100_000_000_000 + number}`;
      case 'DUTY':
        return `gid://shopify/Duty/${640_000_000_000 + number}`;
      case 'ADDITIONAL_FEE':
        return `gid://shopify/SaleAdditionalFee/${650_000_000_000 + number}`;
      case 'TIP':
      case 'FEE':
      case 'ADJUSTMENT':
        return '';
      default:
        return lineType satisfies never;
    }
  }

  #serial(within: number): number {
    return this.wish.number * 100 + within;
  }
}
