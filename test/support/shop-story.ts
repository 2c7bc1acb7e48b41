import type { ShopState } from '../fakes/shopify/shop-state';
import { bag, nothing } from '../trade-wins/amount';
import { products } from '../trade-wins/catalogue';
import { customers } from '../trade-wins/customers';
import {
  balanceTransactions,
  charge,
  disputeWithdrawal,
  other,
  payoutJson,
  refund,
  type Movement,
} from '../trade-wins/ledger';
import { makeOrder } from '../trade-wins/make-order';
import type { MadeOrder } from '../trade-wins/made-order';
import { refundOrder, wholeOrder, type RefundWish } from '../trade-wins/refund-order';
import { shopState } from '../trade-wins/shop';

interface PayoutTold {
  readonly number: number;
  readonly day: string;
  status: string;
  readonly movements: Movement[];
  /** Where the payout's own figure is another than the sum of its transactions. */
  net?: string;
}

/**
 * A small shop told as a story: `aShop().sells(1).refunds(1, {…}).pays(71)`. Orders are numbered; one product each
 * unless said otherwise, from a customer of the Netherlands. Everything that was not paid out yet goes in the next payout.
 */
export class ShopStory {
  private readonly orders = new Map<number, MadeOrder>();
  private readonly payouts: PayoutTold[] = [];
  private readonly missing = new Set<number>();
  private pending: Movement[] = [];

  constructor(private readonly domain = 'trade-wins.myshopify.com') {}

  /** An order of two products (or so many) with shipping, and its charge. */
  sells(
    number: number,
    {
      units = 1,
      lines = 2,
      at = '2026-11-03T10:00:00Z',
      to = 'NL',
      gateway = 'shopify_payments',
    }: {
      units?: number;
      lines?: number;
      at?: string;
      to?: string;
      gateway?: 'shopify_payments' | 'Bank Deposit';
    } = {},
  ): this {
    const customer = customers.find(({ country, company }) => country === to && !company);
    if (!customer) throw new Error(`Trade Wins has no customer in ${to}`);
    const [first, ...others] = products
      .map((_, index) => products[(number + 7 * index) % products.length])
      .filter((product) => product !== undefined)
      .slice(0, lines);
    if (!first) throw new Error('Trade Wins has no products');
    const order = makeOrder({
      number,
      at,
      customer,
      gateway,
      lines: [{ product: first, quantity: units }, ...others.map((product) => ({ product, quantity: 2 }))],
    });
    this.orders.set(number, order);
    if (gateway === 'shopify_payments') this.pending.push(charge(order));
    return this;
  }

  refunds(number: number, wish: Partial<RefundWish> = {}): this {
    const whole: RefundWish = { at: '2026-11-05T10:00:00Z', lines: [{ index: 0, quantity: 1 }], ...wish };
    this.pending.push(refund(refundOrder(this.order(number), whole)));
    return this;
  }

  /** Nobody has paid this order (by bank deposit) yet. */
  owes(number: number): this {
    const { json } = this.order(number);
    json.transactions.length = 0;
    json['displayFinancialStatus'] = 'PENDING';
    return this;
  }

  /** Shopify takes back the whole of an order that nobody has paid. */
  cancels(number: number, at = '2026-11-05T10:00:00Z'): this {
    const order = this.order(number);
    refundOrder(order, { at, ...wholeOrder(order) });
    order.json.transactions.length = 0;
    Object.assign(order.json.refunds.at(-1) ?? {}, {
      transactions: [],
      totalRefundedSet: bag(nothing, order.currencies),
    });
    Object.assign(order.json, { cancelledAt: at, displayFinancialStatus: 'VOIDED' });
    return this;
  }

  disputes(number: number): this {
    this.pending.push(disputeWithdrawal(this.order(number), '2026-11-06T10:00:00Z', 88_000_000 + number));
    return this;
  }

  moves(type: string, cents: bigint, at = '2026-11-06T12:00:00Z'): this {
    this.pending.push(other(type, at, cents));
    return this;
  }

  /** Shopify does not have (or show) this order any more; its charge stays. */
  loses(number: number): this {
    this.missing.add(number);
    return this;
  }

  pays(
    number: number,
    { day = '2026-11-10', status = 'PAID' }: { day?: string; status?: string } = {},
  ): this {
    this.payouts.push({ number, day, status, movements: this.pending });
    this.pending = [];
    return this;
  }

  /** What Shopify says of a payout later. */
  turns(number: number, status: string): this {
    const payout = this.payouts.find((one) => one.number === number);
    if (payout) payout.status = status;
    return this;
  }

  order(number: number): MadeOrder {
    const order = this.orders.get(number);
    if (!order) throw new Error(`The story has no order ${String(number)}`);
    return order;
  }

  /** The state for the fake Shopify. */
  state(): ShopState {
    const told = (status: string) => status as 'PAID';
    const payouts = this.payouts.map((payout) => ({ ...payout, status: told(payout.status) }));
    const state = shopState({
      orders: [...this.orders.values()].filter(({ number }) => !this.missing.has(number)),
      payouts: payouts.map(payoutJson),
      balanceTransactions: payouts.flatMap(balanceTransactions),
      balance: 0n,
    });
    const shop = { ...state.shop, myshopifyDomain: this.domain };
    return structuredClone({ ...state, shop });
  }
}

export const aShop = (domain?: string) => new ShopStory(domain);
