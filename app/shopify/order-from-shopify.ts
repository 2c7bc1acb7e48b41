import { currency } from '../accounting/currency';
import { agreementId, orderId, refundId, saleId } from '../accounting/ids';
import { isZero, parseMoney, type Money } from '../accounting/money';
import {
  financialStatuses,
  type Agreement,
  type AgreementKind,
  type FinancialStatus,
  type Order,
  type OrderTotals,
  type PaymentTerms,
  type Sale,
  type SaleLineType,
  type SoldItem,
} from '../accounting/order';
import { readAnswer, tailOfGid, type MoneyBag } from './answer';
import { buyerFromShopify } from './buyer-from-shopify';
import { orderShape, type ShopifyAgreement, type ShopifyOrder, type ShopifySale } from './order-shape';
import { transactionsFromShopify } from './transactions-from-shopify';

/** Which of the two currencies of a MoneyBag the documents are made in: a setting of the merchant. */
export type DocumentCurrency = 'shop' | 'presentment';

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

/** Shopify's order, read whole, in our words. Throws ShopifyAnswerUnexpected on a shape that this version does not know. */
export function orderFromShopify(node: unknown, documentCurrency: DocumentCurrency = 'shop'): Order {
  const read = readAnswer(orderShape, node, 'an order');
  const take = (bag: MoneyBag): Money => {
    const side = documentCurrency === 'shop' ? bag.shopMoney : bag.presentmentMoney;
    return parseMoney(side.amount, side.currencyCode);
  };
  const place = taxPlaceOf(read);
  const status = financialStatusOf(read);
  const totals = totalsOf(read, take);
  const terms = read.paymentTerms ? termsOf(read.paymentTerms) : undefined;
  const po = read.poNumber?.trim();
  return {
    id: orderId(tailOfGid(read.id)),
    name: read.name,
    test: read.test,
    createdAt: read.createdAt,
    ...(read.cancelledAt ? { cancelledAt: read.cancelledAt } : {}),
    currency: currency(documentCurrency === 'shop' ? read.currencyCode : read.presentmentCurrencyCode),
    presentmentCurrency: currency(read.presentmentCurrencyCode),
    taxesIncluded: read.taxesIncluded,
    ...(place?.country ? { taxCountry: place.country } : {}),
    ...(place?.province ? { taxProvince: place.province } : {}),
    buyer: buyerFromShopify(read),
    ...(status ? { financialStatus: status } : {}),
    ...(read.processedAt ? { processedAt: read.processedAt } : {}),
    ...(read.updatedAt ? { updatedAt: read.updatedAt } : {}),
    ...(po ? { poNumber: po } : {}),
    ...(terms ? { paymentTerms: terms } : {}),
    ...(totals ? { totals } : {}),
    agreements: read.agreements.nodes.map((agreement) => agreementOf(agreement, take)),
    transactions: transactionsFromShopify(read, take),
  };
}

/**
 * Where its taxes belong: where it is delivered. What a shop's own till sold and nobody delivers was handed over in that
 * shop, wherever its customer lives: its country (and province) is the retail location's. Else where it is billed.
 */
function taxPlaceOf(order: ShopifyOrder) {
  const retail = order.retailLocation?.address;
  if (!order.shippingAddress && retail?.countryCode) {
    return { country: retail.countryCode, province: retail.provinceCode };
  }
  const address = order.shippingAddress ?? order.billingAddress;
  return address ? { country: address.countryCodeV2, province: address.provinceCode } : undefined;
}

function financialStatusOf(order: ShopifyOrder): FinancialStatus | undefined {
  const word = order.displayFinancialStatus?.toLowerCase().replaceAll('_', '-');
  return financialStatuses.find((status) => status === word);
}

function totalsOf(order: ShopifyOrder, take: (bag: MoneyBag) => Money): OrderTotals | undefined {
  // totalPriceSet and totalTaxSet are before returns but after edits (as recorded): of an order that was edited, Shopify
  // says what the total was, and not what tax was in it.
  const original = order.originalTotalPriceSet ?? order.totalPriceSet;
  const edited = order.totalPriceSet && original?.shopMoney.amount !== order.totalPriceSet.shopMoney.amount;
  const bags = {
    original,
    originalTax: edited ? undefined : order.totalTaxSet,
    current: order.currentTotalPriceSet,
    currentTax: order.currentTotalTaxSet,
    netPayment: order.netPaymentSet,
    received: order.totalReceivedSet,
    refunded: order.totalRefundedSet,
    outstanding: order.totalOutstandingSet,
  };
  const given = Object.entries(bags).flatMap(([name, bag]) => (bag ? [[name, take(bag)] as const] : []));
  return given.length > 0 ? Object.fromEntries(given) : undefined;
}

/** Due when the first instalment that is not paid is due; the last one when all are. */
function termsOf(terms: NonNullable<ShopifyOrder['paymentTerms']>): PaymentTerms {
  const schedules = terms.paymentSchedules.nodes;
  const next = schedules.find(({ completedAt }) => !completedAt) ?? schedules.at(-1);
  return { name: terms.paymentTermsName, ...(next?.dueAt ? { dueAt: next.dueAt } : {}) };
}

function agreementOf(agreement: ShopifyAgreement, take: (bag: MoneyBag) => Money): Agreement {
  return {
    id: agreementId(tailOfGid(agreement.id)),
    kind: agreementKinds[agreement.__typename] ?? 'unknown',
    happenedAt: agreement.happenedAt,
    ...(agreement.refund ? { refund: refundId(tailOfGid(agreement.refund.id)) } : {}),
    sales: agreement.sales.nodes.map((sale) => saleOf(sale, take)),
  };
}

function saleOf(sale: ShopifySale, take: (bag: MoneyBag) => Money): Sale {
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
    ...discountOf(sale, take),
    ...(sale.lineItem ? itemOf(sale.lineItem) : {}),
  };
}

function discountOf(sale: ShopifySale, take: (bag: MoneyBag) => Money): Pick<Sale, 'discount'> {
  if (!sale.totalDiscountAmountBeforeTaxes || !sale.totalDiscountAmountAfterTaxes) return {};
  const beforeTaxes = take(sale.totalDiscountAmountBeforeTaxes);
  const afterTaxes = take(sale.totalDiscountAmountAfterTaxes);
  return isZero(beforeTaxes) && isZero(afterTaxes) ? {} : { discount: { beforeTaxes, afterTaxes } };
}

function itemOf(line: NonNullable<ShopifySale['lineItem']>): { item?: SoldItem } {
  if (!line.id) return {};
  const barcode = line.variant?.barcode?.trim();
  return {
    item: {
      lineItemId: tailOfGid(line.id),
      ...(line.product ? { productId: tailOfGid(line.product.id) } : {}),
      ...(line.variant ? { variantId: tailOfGid(line.variant.id) } : {}),
      ...(barcode ? { barcode } : {}),
      ...(typeof line.requiresShipping === 'boolean' ? { shipped: line.requiresShipping } : {}),
    },
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
