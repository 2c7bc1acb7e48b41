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
  const ordered = salesOf(agreements.slice(0, 1));
  // What Shopify calls the total is before returns and refunds, but after edits (as recorded).
  const edited = salesOf(agreements.filter((agreement) => !agreement['refund'] && !agreement['return']));
  const every = salesOf(agreements);
  const totalOf = (sales: Entry[]) => sum(sales.map((sale) => sale['totalAmount']));
  const taxOf = (sales: Entry[]) => sum(sales.map((sale) => sale['totalTaxAmount']));
  const payments = paymentsOf(transactions);
  const current = totalOf(every);
  setDefault(order, {
    originalTotalPriceSet: bag(totalOf(ordered)),
    totalPriceSet: bag(totalOf(edited)),
    totalTaxSet: bag(taxOf(edited)),
    currentTotalPriceSet: bag(current),
    currentTotalTaxSet: bag(taxOf(every)),
    totalReceivedSet: bag(payments.received),
    totalRefundedSet: bag(payments.refunded),
    netPaymentSet: bag(minus(payments.received, payments.refunded)),
    // An authorization counts as money that is there (as recorded); a lapsed or voided one does not.
    totalOutstandingSet: bag(
      minus(minus(current, minus(payments.received, payments.refunded)), payments.authorized),
    ),
    displayFinancialStatus: financialStatus(order, current, payments),
    paymentGatewayNames: [...new Set(transactions.map((t) => t['gateway']).filter(Boolean))],
  });
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

interface Payments {
  received: Units;
  refunded: Units;
  /** Authorized, and neither captured nor voided. */
  authorized: Units;
  voided: boolean;
}

function paymentsOf(transactions: Entry[]): Payments {
  const done = transactions.filter((t) => (t['status'] ?? 'SUCCESS') === 'SUCCESS');
  const moved = (...kinds: string[]) =>
    sum(done.filter((t) => kinds.includes(String(t['kind']))).map((t) => t['amountSet']));
  const voided = done.some((t) => t['kind'] === 'VOID');
  const open = minus(moved('AUTHORIZATION', 'EMV_AUTHORIZATION'), moved('CAPTURE'));
  return {
    received: moved('SALE', 'CAPTURE'),
    refunded: moved('REFUND'),
    authorized: voided || open.presentment < 0n ? zero : open,
    voided,
  };
}

/** In the customer's currency: in the shop's, what was paid may differ from the total by the rate of its day. */
function financialStatus(order: Entry, current: Units, payments: Payments): string {
  const received = payments.received.presentment;
  const refunded = payments.refunded.presentment;
  if (refunded > 0n) return refunded >= received ? 'REFUNDED' : 'PARTIALLY_REFUNDED';
  if (received > 0n) return received < current.presentment ? 'PARTIALLY_PAID' : 'PAID';
  if (payments.voided) return 'VOIDED';
  if (payments.authorized.presentment > 0n) return 'AUTHORIZED';
  if (order['cancelledAt']) return 'VOIDED';
  return current.presentment === 0n ? 'PAID' : 'PENDING';
}
