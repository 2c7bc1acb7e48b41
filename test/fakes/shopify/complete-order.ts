import { toDecimal, toUnits } from './decimal';
import { gidNumber } from './gid';
import type { MoneyBag } from './money-form';
import type { Entry } from './read-state';
import type { ShopWorld } from './shop-world';

type Units = { shop: bigint; presentment: bigint };
const zero: Units = { shop: 0n, presentment: 0n };

/** Fills in the fields of an order that follow from its agreements and transactions and were left out. */
export function completeOrder(world: ShopWorld, order: Entry): void {
  const number = gidNumber(String(order['id']));
  setDefault(order, {
    name: `#${number}`,
    number: Number(number),
    currencyCode: world.currency,
    presentmentCurrencyCode: order['currencyCode'] ?? world.currency,
    taxesIncluded: world.state.shop['taxesIncluded'] ?? false,
    confirmed: true,
    displayFulfillmentStatus: 'FULFILLED',
    returnStatus: 'NO_RETURN',
  });
  const agreements = world.entries(order['agreements']);
  const transactions = world.entries(order['transactions']);
  const date = order['processedAt'] ?? order['createdAt'] ?? agreements[0]?.['happenedAt'];
  setDefault(order, {
    createdAt: date,
    processedAt: date,
    updatedAt: agreements.at(-1)?.['happenedAt'] ?? date,
  });

  const shop = String(order['currencyCode']);
  const presentment = String(order['presentmentCurrencyCode']);
  const bag = ({ shop: a, presentment: b }: Units): MoneyBag => ({
    shopMoney: { amount: toDecimal(a), currencyCode: shop },
    presentmentMoney: { amount: toDecimal(b), currencyCode: presentment },
  });
  for (const sale of agreements.flatMap((agreement) => world.entries(agreement['sales']))) {
    sale['totalTaxAmount'] ??= bag(sum(world.entries(sale['taxes']).map((tax) => tax['amount'])));
    sale['totalDiscountAmountBeforeTaxes'] ??= bag(zero);
    sale['totalDiscountAmountAfterTaxes'] ??= bag(zero);
    sale['actionType'] ??= 'ORDER';
  }
  const salesOf = (list: Entry[]) => list.flatMap((agreement) => world.entries(agreement['sales']));
  const first = salesOf(agreements.slice(0, 1));
  const every = salesOf(agreements);
  const moved = (kinds: string[]) =>
    sum(
      transactions
        .filter((t) => kinds.includes(String(t['kind'])) && (t['status'] ?? 'SUCCESS') === 'SUCCESS')
        .map((t) => t['amountSet']),
    );
  const received = moved(['SALE', 'CAPTURE']);
  const refunded = moved(['REFUND']);
  const current = sum(every.map((sale) => sale['totalAmount']));
  setDefault(order, {
    totalPriceSet: bag(sum(first.map((sale) => sale['totalAmount']))),
    totalTaxSet: bag(sum(first.map((sale) => sale['totalTaxAmount']))),
    currentTotalPriceSet: bag(current),
    currentTotalTaxSet: bag(sum(every.map((sale) => sale['totalTaxAmount']))),
    totalReceivedSet: bag(received),
    totalRefundedSet: bag(refunded),
    netPaymentSet: bag(minus(received, refunded)),
    totalOutstandingSet: bag(minus(current, minus(received, refunded))),
    displayFinancialStatus: financialStatus(received, refunded),
    paymentGatewayNames: [...new Set(transactions.map((t) => t['gateway']).filter(Boolean))],
  });
  order['originalTotalPriceSet'] ??= order['totalPriceSet'];
  for (const transaction of transactions) {
    setDefault(transaction, {
      status: 'SUCCESS',
      processedAt: date,
      createdAt: transaction['processedAt'] ?? date,
    });
  }
}

function setDefault(entry: Entry, fields: Entry): void {
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) entry[name] ??= value;
}

function sum(bags: unknown[]): Units {
  return bags.reduce<Units>((total, bag) => {
    if (bag === undefined || bag === null) return total;
    const { shopMoney, presentmentMoney } = bag as MoneyBag;
    return {
      shop: total.shop + toUnits(shopMoney.amount),
      presentment: total.presentment + toUnits(presentmentMoney.amount),
    };
  }, zero);
}

function minus(a: Units, b: Units): Units {
  return { shop: a.shop - b.shop, presentment: a.presentment - b.presentment };
}

function financialStatus(received: Units, refunded: Units): string {
  if (received.shop === 0n) return 'PENDING';
  if (refunded.shop === 0n) return 'PAID';
  return refunded.shop >= received.shop ? 'REFUNDED' : 'PARTIALLY_REFUNDED';
}
