import { allocate } from './allocate';
import type { BalanceTransaction } from './balance-transaction';
import type { Account, Books } from './books';
import { compare } from './compare';
import type { Counterpart, OpenItem } from './counterpart';
import type { Finding } from './finding';
import type { DocumentKey, OrderTransactionId } from './ids';
import { isZero, negate, subtract, type Money } from './money';
import type { Order } from './order';
import { matchFoundInvoice, type FoundInvoice } from './match-found-invoice';
import { objectOfTransaction, type MatchResult } from './match-result';
import type { Pairing } from './pair-payments';
import { transactionFamily } from './transaction-family';

/** An order with all that is known of its documents, as a balance transaction meets it. */
export interface KnownOrder {
  readonly order: Order;
  readonly pairings: ReadonlyMap<OrderTransactionId, Pairing>;
  readonly openItems: ReadonlyMap<DocumentKey, OpenItem>;
  /** Documents of before the start date: no open item of ours stands for them. */
  readonly earlier: ReadonlySet<DocumentKey>;
  /** Payments that were registered at capture: what the transaction settles is the item on which their money waits. */
  readonly payment?: (transaction: OrderTransactionId) => OpenItem | undefined;
}

export interface MatchContext {
  readonly books: Books;
  readonly orderOf: (transaction: BalanceTransaction) => KnownOrder | undefined;
  readonly foundInvoices: (transaction: BalanceTransaction) => readonly FoundInvoice[];
  /** The order that Shopify names is known not to exist, or is of before Klopt may read. */
  readonly orderIsMissing: (transaction: BalanceTransaction) => boolean;
  /** What stands against a transaction whose line was posted before, where that is no document of ours: it holds. */
  readonly standing?: (transaction: BalanceTransaction) => Counterpart | undefined;
}

/**
 * What stands against one balance transaction. Charges and refunds settle the documents of their order; every other
 * type goes to the account mapped for it. Nothing is guessed: what has no counterpart is a finding.
 */
export function matchTransaction(transaction: BalanceTransaction, context: MatchContext): MatchResult {
  if (isZero(transaction.amount)) return { counterparts: [] };
  const standing = context.standing?.(transaction);
  if (standing) return { counterparts: [standing] };
  const family = transactionFamily(transaction.type);
  switch (family) {
    case 'charge':
    case 'refund': {
      // A refund that failed brings money back (REFUND_FAILURE): it settles no document, whatever order it names.
      const usual = (family === 'charge') === transaction.amount.minor > 0n;
      return usual
        ? matchPayment(transaction, context)
        : matchByType(transaction, context.books, 'type-unmapped');
    }
    case 'dispute':
    case 'reserve':
    case 'financing':
    case 'shipping-and-duty':
    case 'credit':
    case 'fee':
    case 'adjustment':
    case 'transfer':
    case 'unknown':
      return matchByType(transaction, context.books, family === 'unknown' ? 'type-unknown' : 'type-unmapped');
  }
}

function matchByType(
  transaction: BalanceTransaction,
  books: Books,
  kind: 'type-unmapped' | 'type-unknown',
): MatchResult {
  const account = books.types.get(transaction.type);
  if (account) return { counterparts: [{ kind: 'account', account, gross: transaction.amount }] };
  return {
    finding: {
      kind,
      severity: 'blocks',
      object: objectOfTransaction(transaction),
      actual: transaction.amount,
      facts: { type: transaction.type, reason: transaction.adjustmentReason ?? '' },
      remedy: { page: 'mappings', section: 'types', key: transaction.type },
    },
  };
}

function matchPayment(transaction: BalanceTransaction, context: MatchContext): MatchResult {
  const known = context.orderOf(transaction);
  const registered = transaction.orderTransaction && known?.payment?.(transaction.orderTransaction);
  if (known && (registered || !settlesOnlyEarlier(transaction, known))) {
    return matchKnownOrder(transaction, known, registered, context);
  }
  const found = context.foundInvoices(transaction);
  return found.length > 0
    ? matchFoundInvoice(transaction, found)
    : matchWithoutDocument(transaction, transaction.amount, context);
}

/** What no document of ours stands for goes to the account that the merchant mapped for that. */
function matchWithoutDocument(
  transaction: BalanceTransaction,
  gross: Money,
  { books, orderIsMissing }: MatchContext,
): MatchResult {
  const account = books.chargeWithoutDocument ?? books.types.get(transaction.type);
  if (account) return { counterparts: [{ kind: 'account', account, gross }] };
  return {
    finding: {
      kind: orderIsMissing(transaction) ? 'order-missing' : 'invoice-not-found',
      severity: 'blocks',
      object: objectOfTransaction(transaction),
      actual: gross,
      facts: { order: transaction.order?.name ?? '—' },
      remedy: { page: 'mappings', section: 'accounts', key: 'charge-without-document' },
    },
  };
}

/** Whether all that it pays (or gives back) is of before the start date: what stands for that was not made by Klopt. */
export function settlesOnlyEarlier(
  { orderTransaction }: BalanceTransaction,
  { pairings, earlier }: Pick<KnownOrder, 'pairings' | 'earlier'>,
): boolean {
  const { shares = [] } = (orderTransaction && pairings.get(orderTransaction)) || {};
  return shares.length > 0 && shares.every(({ document }) => earlier.has(document));
}

/**
 * Each document of ours gets its share; the share of those of before the start date goes where no document stands. Where
 * the payment was registered at capture, the item on which its money waits gets all.
 */
function matchKnownOrder(
  transaction: BalanceTransaction,
  { order, earlier, pairings, openItems }: KnownOrder,
  registered: OpenItem | undefined,
  context: MatchContext,
): MatchResult {
  const pairing = transaction.orderTransaction && pairings.get(transaction.orderTransaction);
  if (!pairing || isZero(pairing.amount)) {
    return { finding: paymentFinding('charge-without-transaction', transaction, order, {}) };
  }
  if (!registered && !isZero(pairing.unmatched)) {
    return {
      finding: paymentFinding(
        'payment-exceeds-documents',
        transaction,
        order,
        compare(subtract(pairing.amount, pairing.unmatched), pairing.amount),
      ),
    };
  }
  const shares: readonly { readonly document?: DocumentKey; readonly amount: Money }[] = registered
    ? [{ amount: pairing.amount }]
    : pairing.shares;
  const sense = (amount: Money) => (transaction.amount.minor < 0n ? negate(amount) : amount);
  const sameCurrency = order.currency === transaction.amount.currency;
  // In one currency an item is settled by what Shopify says the transaction was; in two, its share of the gross.
  const grosses = sameCurrency
    ? shares.map(({ amount }) => sense(amount))
    : allocate(
        transaction.amount,
        shares.map(({ amount }) => amount.minor),
      );
  const counterparts: Counterpart[] = [];
  for (const [index, { document, amount }] of shares.entries()) {
    const gross = grosses[index] ?? sense(amount);
    if (document && earlier.has(document)) {
      const result = matchWithoutDocument(transaction, gross, context);
      if ('finding' in result) return result;
      counterparts.push(...result.counterparts);
      continue;
    }
    const item = document ? openItems.get(document) : registered;
    if (!item) return { finding: paymentFinding('charge-without-transaction', transaction, order, {}) };
    counterparts.push({ kind: 'open-item', item, gross, amount: sense(amount) });
  }
  if (!sameCurrency) return { counterparts };
  const difference = subtract(transaction.amount, sense(pairing.amount));
  if (isZero(difference)) return { counterparts };
  const converted = order.presentmentCurrency !== transaction.amount.currency;
  const exchange: Account | undefined = context.books.exchangeAccount;
  if (!converted || !exchange) {
    return {
      finding: paymentFinding(
        'payment-exceeds-documents',
        transaction,
        order,
        compare(sense(pairing.amount), transaction.amount),
      ),
    };
  }
  return { counterparts: [...counterparts, { kind: 'exchange', account: exchange, gross: difference }] };
}

function paymentFinding(
  kind: 'charge-without-transaction' | 'payment-exceeds-documents',
  transaction: BalanceTransaction,
  order: Order,
  figures: Partial<Pick<Finding, 'expected' | 'actual' | 'residual'>>,
): Finding {
  return {
    kind,
    severity: 'blocks',
    object: objectOfTransaction(transaction),
    actual: transaction.amount,
    ...figures,
    facts: { order: order.name },
    remedy: { page: 'shopify-order', id: order.id },
  };
}
