import { afterAll, beforeAll } from 'vitest';
import type { OdooServer, OdooServerChoice } from './odoo-servers';
import { openPaymentShop, type PaymentShop } from './payment-shop';
import { openWorkshop, type Workshop } from './workshop';

export interface UsedWorkshop extends Workshop {
  readonly server: OdooServer;
}

/** A server for the tests of a suite, and a workshop on it; both are there once the tests begin. */
export function useWorkshop(start: OdooServerChoice['start']): UsedWorkshop {
  const used = {} as UsedWorkshop;
  beforeAll(async () => {
    const server = await start();
    Object.assign(used, { server, ...(await openWorkshop(await server.connect())) });
  });
  afterAll(() => used.server.close());
  return used;
}

/** What payments need in a workshop's Odoo; there once the tests begin. */
export function usePaymentShop(shop: Workshop): PaymentShop {
  const used = {} as PaymentShop;
  beforeAll(async () => {
    Object.assign(used, await openPaymentShop(shop));
  });
  return used;
}
