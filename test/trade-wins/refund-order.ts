import type { JsonObject } from '../fakes/shopify/shop-state';
import { bag, divided, each, minus, negative, nothing, plus, taxInside, times, type Amount } from './amount';
import type { MadeLine, MadeOrder } from './made-order';
import { saleOf } from './sale-json';

export type RefundWish = {
  at: string;
  /** Units of a line (by its place in the order) that come back. */
  lines?: readonly { index: number; quantity: number }[];
  shipping?: boolean;
  /** Paid back without a line for it, in cents of the shop's currency. */
  goodwill?: bigint;
  note?: string;
};

export type MadeRefund = { order: MadeOrder; at: string; total: Amount; transaction: number };

/** Everything that a customer can get back. */
export function wholeOrder(order: MadeOrder): Required<Pick<RefundWish, 'lines' | 'shipping'>> {
  return { lines: order.lines.map(({ quantity }, index) => ({ index, quantity })), shipping: true };
}

/** Adds a refund to the order: its agreement with negative sales, its refund and its transaction. */
export function refundOrder(order: MadeOrder, wish: RefundWish): MadeRefund {
  const { currencies, number, json } = order;
  const serial = json.refunds.length + 1;
  const refundId = `gid://shopify/Refund/${1_010_000_000_000 + number * 10 + serial}`;
  const transaction = order.paidBy + 4 + serial;
  const back = (wish.lines ?? []).map(({ index, quantity }) => partOf(order.lines[index], quantity, order));
  const shippingBack = wish.shipping ? [order.shipping] : [];
  const goodwill: Amount = { shop: wish.goodwill ?? 0n, presentment: wish.goodwill ?? 0n };
  const total = plus(...[...back, ...shippingBack].map((line) => line.total), goodwill);

  json.refunds.push({
    id: refundId,
    createdAt: wish.at,
    processedAt: wish.at,
    updatedAt: wish.at,
    note: wish.note ?? '',
    totalRefundedSet: bag(total, currencies),
    refundLineItems: back.map((line, index) => ({
      id: `gid://shopify/RefundLineItem/${620_000_000_000 + number * 100 + serial * 10 + index}`,
      quantity: line.quantity,
      restockType: 'RETURN',
      restocked: true,
      lineItem: line.id,
      priceSet: bag(
        each(line.total, (cents) => divided(cents, BigInt(line.quantity))),
        currencies,
      ),
      subtotalSet: bag(line.total, currencies),
      totalTaxSet: bag(line.tax, currencies),
    })),
    refundShippingLines: shippingBack.map((line) => ({
      id: `gid://shopify/RefundShippingLine/${630_000_000_000 + number * 10 + serial}`,
      shippingLine: line.id,
      subtotalAmountSet: bag(line.total, currencies),
      taxAmountSet: bag(line.tax, currencies),
    })),
    orderAdjustments:
      goodwill.shop === 0n
        ? []
        : [
            {
              id: `gid://shopify/OrderAdjustment/${640_000_000_000 + number * 10 + serial}`,
              reason: 'REFUND_DISCREPANCY',
              amountSet: bag(negative(goodwill), currencies),
              taxAmountSet: bag(nothing, currencies),
            },
          ],
    transactions: [`gid://shopify/OrderTransaction/${transaction}`],
  });
  json.transactions.push({
    id: `gid://shopify/OrderTransaction/${transaction}`,
    kind: 'REFUND',
    status: 'SUCCESS',
    gateway: order.gateway,
    formattedGateway: 'Shopify Payments',
    test: false,
    processedAt: wish.at,
    createdAt: wish.at,
    amountSet: bag(total, currencies),
    paymentId: `${number}.${serial + 1}`,
    parentTransaction: `gid://shopify/OrderTransaction/${order.paidBy}`,
    settlementCurrency: currencies.shop,
  });
  json.agreements.push(
    refundAgreement(order, wish.at, serial, refundId, [...back, ...shippingBack], goodwill),
  );
  json['updatedAt'] = wish.at;
  lowerCurrentFigures(order, wish, total, plus(...back.map((line) => line.total)));
  return { order, at: wish.at, total, transaction };
}

/** Some units of a line, with their share of its total. */
function partOf(line: MadeLine | undefined, quantity: number, { name }: MadeOrder): MadeLine {
  if (!line || quantity > line.quantity) throw new Error(`${name} has no such line to refund.`);
  if (quantity === line.quantity) return line;
  const total = each(times(line.total, quantity), (cents) => divided(cents, BigInt(line.quantity)));
  return { ...line, quantity, total, tax: each(total, (cents) => taxInside(cents, line.rate)) };
}

function refundAgreement(
  order: MadeOrder,
  at: string,
  serial: number,
  refund: string,
  lines: MadeLine[],
  goodwill: Amount,
): JsonObject {
  const saleId = (index: number) =>
    `gid://shopify/Sale/${9_500_000_000_000 + order.number * 1000 + serial * 100 + index}`;
  const sales: JsonObject[] = lines.map((line, index) => ({
    id: saleId(index),
    actionType: 'RETURN',
    ...saleOf(
      { ...line, quantity: -line.quantity, total: negative(line.total), tax: negative(line.tax) },
      order,
    ),
  }));
  if (goodwill.shop !== 0n) {
    sales.push({
      id: saleId(99),
      actionType: 'RETURN',
      lineType: 'ADJUSTMENT',
      totalAmount: bag(negative(goodwill), order.currencies),
      totalTaxAmount: bag(nothing, order.currencies),
      taxes: [],
    });
  }
  const id = `gid://shopify/SalesAgreement/${3_400_000_000_000 + order.number * 10 + serial}`;
  return { id, reason: 'REFUND', happenedAt: at, refund, sales };
}

function lowerCurrentFigures(order: MadeOrder, wish: RefundWish, total: Amount, goods: Amount): void {
  const { json, currencies } = order;
  for (const { index, quantity } of wish.lines ?? []) {
    const item = json.lineItems[index];
    if (!item) continue;
    item['currentQuantity'] = Number(item['currentQuantity']) - quantity;
    item['refundableQuantity'] = item['currentQuantity'];
  }
  const ordered = plus(...order.lines.map((line) => line.total));
  json['currentSubtotalPriceSet'] = bag(minus(ordered, goods), currencies);
  if (wish.shipping) {
    json['currentShippingPriceSet'] = bag(nothing, currencies);
    json['totalRefundedShippingSet'] = bag(order.shipping.total, currencies);
  }
  json['totalRefundedSet'] = bag(total, currencies);
}
