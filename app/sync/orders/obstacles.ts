import { readTaxKey, type TaxKey } from '../../accounting/tax-key';
import type { BackfillObstacle } from '../../views/order-view';
import type { OrderDesk } from './order-desk';
import type { OrdersPlan } from './plan-orders';

/** What would be in the way, each with how many orders meet it; grows with the number of kinds, not of orders. */
export class Obstacles {
  private readonly found: Map<string, BackfillObstacle>;

  constructor(known: readonly BackfillObstacle[]) {
    this.found = new Map(known.map((one) => [`${one.kind} ${one.key}`, one]));
  }

  note({ orders }: Pick<OrdersPlan, 'orders'>, { gateways }: Pick<OrderDesk, 'gateways'>): void {
    for (const order of orders) {
      if (order.leftOut) continue;
      const met = new Map<string, Omit<BackfillObstacle, 'orders'>>();
      const meet = (kind: BackfillObstacle['kind'], key: string, name = key) =>
        met.set(`${kind} ${key}`, { kind, key, name });
      for (const { kind, severity, object, facts } of order.findings) {
        if (kind === 'tax-unmapped') meet(kind, object.id, taxName(object.id as TaxKey));
        else if (kind === 'period-locked') meet(kind, (facts.date ?? '').slice(0, 7));
        // Found only where the merchant chose to wait; else an unknown SKU stops nothing.
        else if (kind === 'product-unmatched') meet('sku-unknown', facts.sku ?? object.name);
        else if (kind === 'order-unreadable') meet(kind, order.id, object.name);
        else if (severity === 'blocks')
          meet('order-not-exact', order.id, order.fetched?.order.name ?? order.id);
      }
      for (const { gateway, gatewayTitle } of order.payments) {
        if (!gateways.targets.has(gateway)) meet('gateway-unmapped', gateway, gatewayTitle);
      }
      for (const [place, one] of met) {
        this.found.set(place, { ...one, orders: (this.found.get(place)?.orders ?? 0) + 1 });
      }
    }
  }

  /** Worst first: those that most orders meet. At most so many of a kind as a page can show. */
  list(): BackfillObstacle[] {
    return [...this.found.values()].sort((left, right) => right.orders - left.orders).slice(0, 500);
  }
}

function taxName(key: TaxKey): string {
  const { country, province, title, rate } = readTaxKey(key);
  return `${province ? `${country}-${province}` : country} ${title || '—'} ${rate}%`;
}
