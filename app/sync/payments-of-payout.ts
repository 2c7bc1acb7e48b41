import type { BalanceTransaction } from '../accounting/balance-transaction';
import type { DocumentBooks } from '../accounting/books';
import { dateIn } from '../accounting/calendar-date';
import type { OpenItem } from '../accounting/counterpart';
import type { Finding } from '../accounting/finding';
import { documentKey, type DocumentKey } from '../accounting/ids';
import { paymentsOfOrder, type PaymentEntry } from '../accounting/payment-entry';
import type { MappingRecord } from '../database/mappings';
import { readGateways, type Gateways } from '../odoo/books/read-gateways';
import type { OdooClient } from '../odoo/client/odoo-client';
import type { ExternalModule } from '../odoo/loading/external-names';
import { loadPayments } from '../odoo/payments/load-payments';
import { readPayments, type PostedPayment } from '../odoo/payments/read-payments';
import { paymentsToLoad } from './payments-to-load';
import type { FetchedOrder } from './understand-order';

/** Payments of a payout's orders that are registered at capture, by the merchant's choice for their gateway. */
export interface PaymentsOfPayout {
  readonly entries: readonly PaymentEntry[];
  readonly gateways: Gateways;
  readonly standing: ReadonlyMap<string, PostedPayment>;
}

/**
 * Which of a payout's charges and refunds stand (or are to stand) as payments of their own: such a transaction settles the
 * item on which the payment's money waits, not the invoice. Asks Odoo only where a gateway is registered at all.
 */
export async function paymentsOfPayout(
  { client, module }: { readonly client: OdooClient; readonly module: ExternalModule },
  mappings: readonly MappingRecord[],
  transactions: readonly BalanceTransaction[],
  orders: ReadonlyMap<string, FetchedOrder>,
  timeZone: string,
): Promise<PaymentsOfPayout> {
  const gateways = await readGateways(client, mappings);
  const paid = new Set(transactions.flatMap(({ orderTransaction }) => orderTransaction ?? []));
  const entries = [...orders.values()]
    .flatMap(({ order, pairings, earlier }) => paymentsOfOrder(order, pairings, earlier))
    .filter(({ transaction, gateway }) => {
      const target = gateways.targets.get(gateway);
      return paid.has(transaction) && target !== undefined && !target.asStatementLine;
    });
  if (entries.length === 0) return { entries, gateways, standing: new Map() };
  const days = entries.map(({ happenedAt }) => dateIn(happenedAt, timeZone));
  const first = days.reduce((left, right) => (left < right ? left : right));
  const keys = entries.map(({ key }) => key);
  return { entries, gateways, standing: await readPayments({ client, module }, keys, first) };
}

/** The items that the transactions settle, by the payment's key; without a number until the payment was made. */
export function itemsOfPayments({
  entries,
  gateways,
  standing,
}: PaymentsOfPayout): Map<DocumentKey, OpenItem> {
  return new Map(
    entries.flatMap(({ key, gateway, order }) => {
      const stands = standing.get(key);
      const account = stands?.money.account ?? gateways.targets.get(gateway)?.account;
      if (!account) return [];
      const item: OpenItem = {
        key,
        account,
        name: stands?.number ?? order.name,
        ...(stands ? { itemId: stands.money.itemId } : {}),
      };
      return [[documentKey(key), item] as const];
    }),
  );
}

interface PlanWithPayments {
  readonly client: OdooClient;
  readonly module: ExternalModule;
  readonly books: DocumentBooks;
  readonly payments: PaymentsOfPayout;
}

/** Registers those that do not stand yet, once their documents are posted. */
export async function registerPayments(
  plan: PlanWithPayments,
  items: ReadonlyMap<DocumentKey, OpenItem>,
  partnerOf: (order: string) => number | undefined,
): Promise<{ items: ReadonlyMap<DocumentKey, OpenItem>; findings: readonly Finding[] }> {
  const { entries, gateways, standing } = plan.payments;
  const missing = paymentsToLoad(
    entries.filter(({ key }) => !standing.has(key)),
    { books: plan.books, gateways },
    items,
    partnerOf,
  );
  const made = await loadPayments({ client: plan.client, module: plan.module }, missing);
  const posted = new Map([...standing, ...made.posted]);
  return {
    items: itemsOfPayments({ entries, gateways, standing: posted }),
    findings: [...made.findings.values()].flat(),
  };
}
