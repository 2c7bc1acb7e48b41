import { existsSync } from 'node:fs';
import { toDecimal } from '../fakes/shopify/decimal';
import {
  agreementsOfRecordedOrder,
  type DerivedAgreement,
  type DerivedSale,
} from './agreements-of-recorded-order';
import { readStories } from './read-stories';
import {
  isJson,
  textOf,
  unitsOf,
  type RecordedMoment,
  type RecordedStory,
  type Units,
} from './recorded-story';

export const capturesFolder = `${process.cwd()}/../shared/real/captures`;

/** The recorded answers are beside the repository, not in it. */
export const hasCaptures = existsSync(capturesFolder);

/** An order that Shopify recorded, as orderFromShopify reads it, with what Shopify said it comes to. */
export interface RecordedOrder {
  readonly id: string;
  readonly name: string;
  readonly file: string;
  /** In orderFromShopify's shape. */
  readonly node: Record<string, unknown>;
  /** False where some answers hold only the shop's side of amounts in two currencies. */
  readonly inBothCurrencies: boolean;
  readonly moments: readonly RecordedMoment[];
  readonly agreements: readonly DerivedAgreement[];
}

export interface RecordedOrders {
  readonly orders: readonly RecordedOrder[];
  /** Named in the captures without any line priced (nothing to make), or without any total (nothing to compare with). */
  readonly without: readonly {
    readonly what: 'lines' | 'figures';
    readonly name: string;
    readonly file: string;
  }[];
}

/** Every order of the captures; empty where there are none beside the repository. */
export function recordedOrders(): RecordedOrders {
  if (!hasCaptures) return { orders: [], without: [] };
  const stories = [...readStories(capturesFolder).values()];
  const complete = (story: RecordedStory) =>
    story.moments.length > 0 && (story.lines.length > 0 || story.input.length > 0);
  return {
    orders: stories.filter(complete).map(recordedOrder),
    without: stories
      .filter((story) => !complete(story))
      .map((story) => ({
        what: story.moments.length > 0 ? 'lines' : 'figures',
        name: nameOf(story),
        file: story.file,
      })),
  };
}

function nameOf(story: RecordedStory): string {
  return textOf(story.fields['name'], `#${story.id.split('/').at(-1) ?? ''}`);
}

function recordedOrder(story: RecordedStory): RecordedOrder {
  const agreements = agreementsOfRecordedOrder(story);
  const inBothCurrencies = customersCurrencies(story, agreements).size === 1;
  const bag = inBothCurrencies ? bothSides : shopSide;
  const number = story.id.split('/').at(-1) ?? '';
  const first = agreements[0]?.sales[0]?.total;
  const money = first ?? story.moments[0]?.total;
  if (!money) throw new Error(`${story.id} holds no money`);
  const at = textOf(story.fields['createdAt'], '2026-07-01T10:00:00Z');
  const minute = (index: number) => new Date(Date.parse(at) + index * 60_000).toISOString();
  const done = { hasNextPage: false, endCursor: null };
  const totals = Object.fromEntries(
    Object.entries(story.fields).flatMap(([name, value]) => {
      const units = name.endsWith('Set') ? unitsOf(value) : undefined;
      return units ? [[name, bag(units)]] : [];
    }),
  );
  const node = {
    __typename: 'Order',
    ...totals,
    id: story.id,
    name: nameOf(story),
    // The recorder marked its orders as tests, which are left out of the books; read as real ones they prove something.
    test: false,
    createdAt: at,
    processedAt: textOf(story.fields['processedAt'], at),
    updatedAt: textOf(story.fields['updatedAt'], at),
    cancelledAt: story.fields['cancelledAt'] ?? null,
    currencyCode: money.shopCurrency,
    presentmentCurrencyCode: inBothCurrencies ? money.presentmentCurrency : money.shopCurrency,
    taxesIncluded: false,
    displayFinancialStatus: story.fields['displayFinancialStatus'] ?? null,
    email: story.fields['email'] ?? null,
    poNumber: story.fields['poNumber'] ?? null,
    customer: isJson(story.fields['customer']) ? story.fields['customer'] : null,
    billingAddress: story.fields['billingAddress'] ?? null,
    shippingAddress: story.fields['shippingAddress'] ?? null,
    paymentTerms: story.paymentTerms ?? null,
    transactions: [...story.transactions].map(([key, transaction], index) => ({
      id: `gid://shopify/OrderTransaction/${number}7${String(index)}`,
      processedAt: minute(index),
      fees: [],
      ...transaction,
      key,
      amountSet: bag(unitsOf(transaction['amountSet']) ?? money),
    })),
    refunds: [...story.refunds.values()].map((refund) => ({
      id: refund.id,
      transactions: { nodes: refund.transactions.map((id) => ({ id })) },
    })),
    agreements: {
      pageInfo: done,
      nodes: agreements.map((agreement, index) => ({
        __typename: { order: 'OrderAgreement', edit: 'OrderEditAgreement', refund: 'RefundAgreement' }[
          agreement.kind
        ],
        id: `gid://shopify/SalesAgreement/${number}0${String(index)}`,
        happenedAt: minute(index),
        refund: agreement.refund ? { id: agreement.refund.id } : null,
        sales: {
          pageInfo: done,
          nodes: agreement.sales.map((sale, place) =>
            saleNode(sale, `${number}${String(index)}5${String(place)}`, bag),
          ),
        },
      })),
    },
  };
  const { id, file, moments } = story;
  return { id, name: node.name, file, node, inBothCurrencies, moments, agreements };
}

const saleTypes = { PRODUCT: 'ProductSale', SHIPPING: 'ShippingLineSale', ADJUSTMENT: 'AdjustmentSale' };

function saleNode(
  { lineType, quantity, total, taxes, line }: DerivedSale,
  number: string,
  bag: (units: Units) => Bag,
) {
  const tax = taxes.reduce(
    (sum, { amount }) => ({
      ...sum,
      shop: sum.shop + amount.shop,
      presentment: sum.presentment + amount.presentment,
    }),
    { ...total, shop: 0n, presentment: 0n },
  );
  return {
    __typename: saleTypes[lineType],
    id: `gid://shopify/Sale/${number}`,
    lineType,
    quantity,
    totalAmount: bag(total),
    totalTaxAmount: bag(tax),
    taxes: taxes.map(({ title, rate, amount }) => ({
      amount: bag(amount),
      taxLine: { title, rate, ratePercentage: Number((rate * 100).toFixed(4)) },
    })),
    lineItem:
      lineType === 'PRODUCT' && line
        ? { id: line.id ?? `gid://shopify/LineItem/${number}`, title: line.title, sku: line.sku ?? null }
        : null,
    shippingLine: lineType === 'SHIPPING' && line ? { title: line.title } : null,
  };
}

type Bag = ReturnType<typeof bothSides>;

function bothSides({ shop, presentment, shopCurrency, presentmentCurrency }: Units) {
  return {
    shopMoney: { amount: toDecimal(shop), currencyCode: shopCurrency },
    presentmentMoney: { amount: toDecimal(presentment), currencyCode: presentmentCurrency },
  };
}

function shopSide(units: Units): Bag {
  const { shopMoney } = bothSides(units);
  return { shopMoney, presentmentMoney: shopMoney };
}

/** More than one where answers of the same order name the customer's currency and others leave it out. */
function customersCurrencies(story: RecordedStory, agreements: readonly DerivedAgreement[]): Set<string> {
  const sales = agreements.flatMap((agreement) => agreement.sales);
  const amounts = [
    ...sales.map(({ total }) => total),
    ...sales.flatMap(({ taxes }) => taxes.map(({ amount }) => amount)),
    ...sales.flatMap(({ line }) => (line?.discount ? [line.discount] : [])),
    ...story.moments.flatMap(({ total, current, tax }) => [total, current, tax]),
    ...[...story.transactions.values()].map((transaction) => unitsOf(transaction['amountSet'])),
  ];
  return new Set(amounts.flatMap((units) => (units ? [units.presentmentCurrency] : [])));
}
