import type { Call } from './call';
import type { MoneyBag } from './money-form';
import type { Entry } from './read-state';

type Field = (source: Entry, args: Record<string, unknown>, call: Call) => unknown;

const shopAmount =
  (field: string): Field =>
  (source) =>
    (source[field] as MoneyBag | undefined)?.shopMoney ?? null;

/**
 * Fields whose answer depends on an argument or on another field. `undefined` leaves the answer to the state.
 */
export const specialFields: Record<string, Field> = {
  'Order.shippingLines': (order, args, { world }) => {
    const lines = world.entries(order['shippingLines']);
    return args['includeRemovals'] ? lines : lines.filter((line) => line['isRemoved'] !== true);
  },
  'LineItem.discountedTotalSet': (line, args) =>
    args['withCodeDiscounts'] ? (line['discountedTotalSet'] ?? line['originalTotalSet']) : undefined,
  'LineItem.currentQuantity': (line) => line['currentQuantity'] ?? line['quantity'],
  'LineItem.refundableQuantity': (line) =>
    line['refundableQuantity'] ?? line['currentQuantity'] ?? line['quantity'],
  'LineItem.name': (line) => line['name'] ?? line['title'],
  'LineItem.taxable': (line) => line['taxable'] ?? true,
  'LineItem.requiresShipping': (line) => line['requiresShipping'] ?? true,
  'LineItem.discountedTotal': shopAmount('discountedTotalSet'),
  'ShippingLine.discountedPriceSet': (line) => line['discountedPriceSet'] ?? line['originalPriceSet'],
  'ShippingLine.currentDiscountedPriceSet': (line) =>
    line['currentDiscountedPriceSet'] ?? line['discountedPriceSet'] ?? line['originalPriceSet'],
  'TaxLine.ratePercentage': (tax) =>
    tax['ratePercentage'] ??
    (typeof tax['rate'] === 'number' ? Number((tax['rate'] * 100).toFixed(4)) : null),
  'OrderTransaction.formattedGateway': (transaction) =>
    transaction['formattedGateway'] ?? transaction['gateway'],
  'ShopifyPaymentsAccount.disputes': (account, _args, { world }) =>
    account['disputes'] ?? world.list('disputes'),
  'ShopifyPaymentsAccount.balanceTransactions': (account, args, { world }) => {
    const transactions = world.entries(account['balanceTransactions']);
    return args['hideTransfers']
      ? transactions.filter((entry) => entry['type'] !== 'TRANSFER')
      : transactions;
  },
  'ShopifyPaymentsAccount.payouts': (account, args, { world }) => {
    const payouts = world.entries(account['payouts']);
    const wanted = args['transactionType'];
    return wanted ? payouts.filter((payout) => payout['transactionType'] === wanted) : payouts;
  },
};
