import { gidNumber } from './gid';
import type { Entry } from './read-state';
import { textOf } from './text-of';
import type { ShopWorld } from './shop-world';

export type SearchValue = (entry: Entry, world: ShopWorld) => unknown;

const money = (field: string) => (entry: Entry) => (entry[field] as Entry | undefined)?.['amount'];
const currency = (field: string) => (entry: Entry) => (entry[field] as Entry | undefined)?.['currencyCode'];
const field = (name: string) => (entry: Entry) => entry[name];
const id: SearchValue = (entry) => gidNumber(textOf(entry['id']));

function payoutOf(transaction: Entry, world: ShopWorld): Entry | undefined {
  const gid = (transaction['associatedPayout'] as Entry | undefined)?.['id'];
  return typeof gid === 'string' ? world.find(gid) : undefined;
}

/** What each type can be searched by, as the schema's descriptions of its `query` argument list it. */
export const searchValues: Record<string, Record<string, SearchValue>> = {
  ShopifyPaymentsPayout: {
    id,
    amount: money('net'),
    currency: currency('net'),
    issued_at: field('issuedAt'),
    ledger_type: field('transactionType'),
    status: field('status'),
  },
  ShopifyPaymentsBalanceTransaction: {
    id,
    currency: currency('amount'),
    available_on: (entry, world) => payoutOf(entry, world)?.['issuedAt'],
    payments_transfer_id: (entry) =>
      entry['__listedUnder'] ?? gidNumber(textOf((entry['associatedPayout'] as Entry | undefined)?.['id'])),
    payout_date: (entry, world) => payoutOf(entry, world)?.['issuedAt'],
    payout_status: (entry) => (entry['associatedPayout'] as Entry | undefined)?.['status'],
    processed_at: field('transactionDate'),
    transaction_type: field('type'),
  },
  ShopifyPaymentsDispute: { id, status: field('status'), initiated_at: field('initiatedAt') },
  Order: {
    id,
    name: field('name'),
    created_at: field('createdAt'),
    updated_at: field('updatedAt'),
    processed_at: field('processedAt'),
    financial_status: field('displayFinancialStatus'),
    fulfillment_status: field('displayFulfillmentStatus'),
    status: (entry) => {
      const closed = entry['closedAt'] ? ['closed'] : ['not_closed'];
      if (entry['cancelledAt']) return ['cancelled', ...closed];
      return entry['closedAt'] ? closed : ['open', ...closed];
    },
    test: field('test'),
    po_number: field('poNumber'),
    customer_id: (entry, world) => gidNumber(textOf(world.entry(entry['customer'])?.['id'])),
    gateway: field('paymentGatewayNames'),
    tag: field('tags'),
  },
  Product: {
    id,
    title: field('title'),
    status: field('status'),
    vendor: field('vendor'),
    created_at: field('createdAt'),
    updated_at: field('updatedAt'),
    sku: (entry, world) => world.entries(entry['variants']).map((variant) => variant['sku']),
  },
  ProductVariant: { id, sku: field('sku'), title: field('title'), updated_at: field('updatedAt') },
  Customer: {
    id,
    email: (entry, world) => world.entry(entry['defaultEmailAddress'])?.['emailAddress'],
    first_name: field('firstName'),
    last_name: field('lastName'),
    updated_at: field('updatedAt'),
  },
};

/** Sort keys whose field does not follow from their name. */
export const sortValues: Record<string, SearchValue> = {
  PROCESSED_AT: (entry) => entry['processedAt'] ?? entry['transactionDate'],
  ORDER_NUMBER: field('number'),
  AMOUNT: (entry) => (entry['net'] as Entry | undefined)?.['amount'],
  ISSUED_AT: field('issuedAt'),
  CREATED_AT: field('createdAt'),
  UPDATED_AT: field('updatedAt'),
  TITLE: field('title'),
  NAME: field('name'),
};
