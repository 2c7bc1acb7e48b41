import { currency } from '../accounting/currency';
import {
  agreementId,
  orderId,
  orderTransactionId,
  refundId,
  saleId,
  type OrderTransactionId,
  type RefundId,
} from '../accounting/ids';
import { parseMoney, type Money } from '../accounting/money';
import type {
  Address,
  Agreement,
  AgreementKind,
  Buyer,
  Order,
  OrderTransaction,
  OrderTransactionKind,
  Sale,
  SaleLineType,
} from '../accounting/order';
import { readAnswer, tailOfGid } from './answer';
import {
  orderShape,
  type ShopifyAddress,
  type ShopifyAgreement,
  type ShopifyOrder,
  type ShopifySale,
} from './order-shape';

/** Which of the two currencies of a MoneyBag the documents are made in: a setting of the merchant. */
export type DocumentCurrency = 'shop' | 'presentment';

interface Bag {
  readonly shopMoney: { readonly amount: string; readonly currencyCode: string };
  readonly presentmentMoney: { readonly amount: string; readonly currencyCode: string };
}

const lineTypes: Readonly<Record<string, SaleLineType>> = {
  PRODUCT: 'product',
  SHIPPING: 'shipping',
  GIFT_CARD: 'gift-card',
  TIP: 'tip',
  DUTY: 'duty',
  FEE: 'fee',
  ADDITIONAL_FEE: 'additional-fee',
  ADJUSTMENT: 'adjustment',
};

const agreementKinds: Readonly<Record<string, AgreementKind>> = {
  OrderAgreement: 'order',
  OrderEditAgreement: 'edit',
  RefundAgreement: 'refund',
  ReturnAgreement: 'return',
};

const transactionKinds: Readonly<Record<string, OrderTransactionKind>> = {
  SALE: 'sale',
  AUTHORIZATION: 'authorization',
  EMV_AUTHORIZATION: 'authorization',
  CAPTURE: 'capture',
  REFUND: 'refund',
  VOID: 'void',
  CHANGE: 'change',
};

/** Shopify's order, read whole, in our words. Throws ShopifyAnswerUnexpected on a shape that this version does not know. */
export function orderFromShopify(node: unknown, documentCurrency: DocumentCurrency = 'shop'): Order {
  const read = readAnswer(orderShape, node, 'an order');
  const take = (bag: Bag): Money => {
    const side = documentCurrency === 'shop' ? bag.shopMoney : bag.presentmentMoney;
    return parseMoney(side.amount, side.currencyCode);
  };
  const place = read.shippingAddress ?? read.billingAddress;
  return {
    id: orderId(tailOfGid(read.id)),
    name: read.name,
    test: read.test,
    createdAt: read.createdAt,
    ...(read.cancelledAt ? { cancelledAt: read.cancelledAt } : {}),
    currency: currency(documentCurrency === 'shop' ? read.currencyCode : read.presentmentCurrencyCode),
    presentmentCurrency: currency(read.presentmentCurrencyCode),
    taxesIncluded: read.taxesIncluded,
    ...(place?.countryCodeV2 ? { taxCountry: place.countryCodeV2 } : {}),
    ...(place?.provinceCode ? { taxProvince: place.provinceCode } : {}),
    buyer: buyerOf(read),
    agreements: read.agreements.nodes.map((agreement) => agreementOf(agreement, take)),
    transactions: transactionsOf(read, take),
  };
}

function agreementOf(agreement: ShopifyAgreement, take: (bag: Bag) => Money): Agreement {
  return {
    id: agreementId(tailOfGid(agreement.id)),
    kind: agreementKinds[agreement.__typename] ?? 'unknown',
    happenedAt: agreement.happenedAt,
    ...(agreement.refund ? { refund: refundId(tailOfGid(agreement.refund.id)) } : {}),
    sales: agreement.sales.nodes.map((sale) => saleOf(sale, take)),
  };
}

function saleOf(sale: ShopifySale, take: (bag: Bag) => Money): Sale {
  const lineType = lineTypes[sale.lineType] ?? 'unknown';
  return {
    id: saleId(tailOfGid(sale.id)),
    lineType,
    rawLineType: sale.lineType,
    ...(typeof sale.quantity === 'number' ? { quantity: BigInt(sale.quantity) } : {}),
    total: take(sale.totalAmount),
    tax: take(sale.totalTaxAmount),
    taxes: sale.taxes.map(({ amount, taxLine }) => ({
      title: taxLine.title,
      rate: percentage(taxLine.ratePercentage, taxLine.rate),
      amount: take(amount),
      ...(typeof taxLine.channelLiable === 'boolean' ? { channelLiable: taxLine.channelLiable } : {}),
    })),
    label: labelOf(sale, lineType),
    ...(sale.lineItem?.sku?.trim() ? { sku: sale.lineItem.sku.trim() } : {}),
  };
}

/** "21", "5.5": Shopify gives a percentage, or only a fraction (0.21); at most four decimals of it are a rate. */
function percentage(ratePercentage: number | null | undefined, rate: number | null | undefined): string {
  const text =
    typeof ratePercentage === 'number' ? ratePercentage.toFixed(4) : ((rate ?? 0) * 100).toFixed(4);
  return text.replace(/\.?0+$/, '');
}

function labelOf(sale: ShopifySale, lineType: SaleLineType): string {
  const item = sale.lineItem;
  if (item) return item.variantTitle ? `${item.title} – ${item.variantTitle}` : item.title;
  if (sale.shippingLine) return sale.shippingLine.title;
  if (sale.additionalFee) return sale.additionalFee.name;
  const words = lineType === 'unknown' ? sale.lineType.toLowerCase() : lineType;
  return words.charAt(0).toUpperCase() + words.slice(1).replaceAll(/[-_]/g, ' ');
}

function transactionsOf(order: ShopifyOrder, take: (bag: Bag) => Money): OrderTransaction[] {
  const refundOf = new Map<OrderTransactionId, RefundId>();
  for (const refund of order.refunds) {
    for (const { id } of refund.transactions.nodes) {
      refundOf.set(orderTransactionId(tailOfGid(id)), refundId(tailOfGid(refund.id)));
    }
  }
  return order.transactions.map((transaction) => {
    const id = orderTransactionId(tailOfGid(transaction.id));
    const refund = refundOf.get(id);
    return {
      id,
      kind: transactionKinds[transaction.kind] ?? 'other',
      succeeded: transaction.status === 'SUCCESS',
      gateway: transaction.gateway ?? '',
      processedAt: transaction.processedAt ?? transaction.createdAt ?? order.createdAt,
      amount: take(transaction.amountSet),
      fees: transaction.fees.map(({ amount, taxAmount }) => ({
        amount: parseMoney(amount.amount, amount.currencyCode),
        tax: parseMoney(taxAmount.amount, taxAmount.currencyCode),
      })),
      ...(refund ? { refund } : {}),
    };
  });
}

function buyerOf(order: ShopifyOrder): Buyer {
  const company =
    order.purchasingEntity?.__typename === 'PurchasingCompany' ? order.purchasingEntity : undefined;
  const billing = addressOf(order.billingAddress ?? order.shippingAddress);
  const vat = company?.location?.taxSettings?.taxRegistrationId;
  const email = order.customer?.defaultEmailAddress?.emailAddress ?? order.email;
  return {
    ...(order.customer ? { id: tailOfGid(order.customer.id) } : {}),
    name:
      company?.company?.name ??
      order.customer?.displayName ??
      billing?.name ??
      billing?.company ??
      email ??
      order.name,
    ...(email ? { email } : {}),
    ...(vat ? { vat } : {}),
    isCompany: Boolean(company),
    ...(billing ? { billing } : {}),
  };
}

function addressOf(address: ShopifyAddress): Address | undefined {
  if (!address) return undefined;
  const fields = {
    name: address.name,
    company: address.company,
    street: address.address1,
    street2: address.address2,
    zip: address.zip,
    city: address.city,
    province: address.provinceCode,
    country: address.countryCodeV2,
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => Boolean(value)));
}
