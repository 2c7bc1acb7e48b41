import { allocate } from './allocate';
import type { BalanceTransaction } from './balance-transaction';
import type { Account, Books } from './books';
import { compare } from './compare';
import type { Counterpart, OpenItem } from './counterpart';
import type { Finding } from './finding';
import type { DocumentKey, OrderTransactionId } from './ids';
import { absolute, isZero, negate, subtract, type Money } from './money';
import type { Order } from './order';
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

/** What Odoo holds for an order that Klopt does not know: invoices by the order's name. */
export interface FoundInvoice {
  readonly item: OpenItem;
  /** What is still open on it, in the payout's currency; positive for an invoice, negative for a credit note. */
  readonly open: Money;
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

export type MatchResult = { readonly counterparts: readonly Counterpart[] } | { readonly finding: Finding };

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
      object: objectOf(transaction),
      actual: transaction.amount,
      facts: { type: transaction.type, reason: transaction.adjustmentReason ?? '' },
      remedy: { page: 'mappings', section: 'types', key: transaction.type },
    },
  };
}

function matchPayment(transaction: BalanceTransaction, context: MatchContext): MatchResult {
  const mapped = context.books.types.get(transaction.type);
  const known = context.orderOf(transaction);
  const paid = transaction.orderTransaction && known?.payment?.(transaction.orderTransaction);
  if (paid) {
    const { amount } = transaction;
    return { counterparts: [{ kind: 'open-item', item: paid, gross: amount, amount }] };
  }
  if (known && !settlesEarlier(transaction, known)) {
    return matchKnownOrder(transaction, known, context.books);
  }
  const found = context.foundInvoices(transaction);
  if (found.length > 0) return matchFoundInvoice(transaction, found);
  const fallback = context.books.chargeWithoutDocument ?? mapped;
  if (fallback) return { counterparts: [{ kind: 'account', account: fallback, gross: transaction.amount }] };
  return {
    finding: {
      kind: context.orderIsMissing(transaction) ? 'order-missing' : 'invoice-not-found',
      severity: 'blocks',
      object: objectOf(transaction),
      actual: transaction.amount,
      facts: { order: transaction.order?.name ?? '—' },
      remedy: { page: 'mappings', section: 'accounts', key: 'charge-without-document' },
    },
  };
}

/** Whether it pays (or gives back) something of before the start date: what stands for that was not made by Klopt. */
function settlesEarlier({ orderTransaction }: BalanceTransaction, known: KnownOrder): boolean {
  const pairing = orderTransaction && known.pairings.get(orderTransaction);
  return pairing?.shares.some(({ document }) => known.earlier.has(document)) ?? false;
}

function matchKnownOrder(transaction: BalanceTransaction, known: KnownOrder, books: Books): MatchResult {
  const { order } = known;
  const pairing = transaction.orderTransaction && known.pairings.get(transaction.orderTransaction);
  if (!pairing || isZero(pairing.amount)) {
    return { finding: paymentFinding('charge-without-transaction', transaction, order, {}) };
  }
  if (!isZero(pairing.unmatched)) {
    return {
      finding: paymentFinding(
        'payment-exceeds-documents',
        transaction,
        order,
        compare(subtract(pairing.amount, pairing.unmatched), pairing.amount),
      ),
    };
  }
  const sense = (amount: Money) => (transaction.amount.minor < 0n ? negate(amount) : amount);
  const sameCurrency = order.currency === transaction.amount.currency;
  // In one currency a document is settled by what Shopify says the transaction was; in two, its share of the gross.
  const grosses = sameCurrency
    ? pairing.shares.map(({ amount }) => sense(amount))
    : allocate(
        transaction.amount,
        pairing.shares.map(({ amount }) => amount.minor),
      );
  const counterparts: Counterpart[] = [];
  for (const [index, share] of pairing.shares.entries()) {
    const item = known.openItems.get(share.document);
    const gross = grosses[index];
    if (!item || !gross)
      return { finding: paymentFinding('charge-without-transaction', transaction, order, {}) };
    counterparts.push({ kind: 'open-item', item, gross, amount: sense(share.amount) });
  }
  if (!sameCurrency) return { counterparts };
  const difference = subtract(transaction.amount, sense(pairing.amount));
  if (isZero(difference)) return { counterparts };
  const converted = order.presentmentCurrency !== transaction.amount.currency;
  const exchange: Account | undefined = books.exchangeAccount;
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

function matchFoundInvoice(transaction: BalanceTransaction, found: readonly FoundInvoice[]): MatchResult {
  const sameSense = found.filter(
    ({ open }) => !isZero(open) && open.minor > 0n === transaction.amount.minor > 0n,
  );
  const [only, ...others] = sameSense;
  const facts = {
    order: transaction.order?.name ?? '—',
    invoices: found.map(({ item }) => item.name).join(', '),
  };
  if (!only || others.length > 0) {
    return {
      finding: {
        kind: only ? 'invoice-ambiguous' : 'invoice-not-found',
        severity: 'blocks',
        object: objectOf(transaction),
        actual: transaction.amount,
        facts,
        remedy: { page: 'none' },
      },
    };
  }
  if (absolute(only.open).minor < absolute(transaction.amount).minor) {
    return {
      finding: {
        kind: 'open-item-short',
        severity: 'blocks',
        object: objectOf(transaction),
        ...compare(only.open, transaction.amount),
        facts,
        remedy: { page: 'none' },
      },
    };
  }
  return {
    counterparts: [
      { kind: 'open-item', item: only.item, gross: transaction.amount, amount: transaction.amount },
    ],
  };
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
    object: objectOf(transaction),
    actual: transaction.amount,
    ...figures,
    facts: { order: order.name },
    remedy: { page: 'shopify-order', id: order.id },
  };
}

function objectOf(transaction: BalanceTransaction): Finding['object'] {
  return {
    type: 'balance transaction',
    id: transaction.id,
    name: transaction.order ? `${transaction.type} ${transaction.order.name}` : transaction.type,
  };
}
