import { isDeepStrictEqual } from 'node:util';
import type { ShopContext } from '../../../app/sync/shop-context';
import type { FakeShopify } from '../../fakes/shopify/start-fake-shopify';
import type { OrderChange } from '../../fakes/shopify/change-order';
import { payByHand } from '../../support/pay-by-hand';
import { mapBooks } from './map-books';
import { readOrdersMade } from './read-orders-made';
import type { Scenario } from './read-scenario';
import { payoutIds, runPayout } from './run-payout';
import { gatewaysIn, orderNumbers, syncOrders } from './sync-orders';
import type { MadeOrder, OrderDocument, ScenarioPayout, ScenarioResult } from './scenario-result';
import type { ScenarioStep } from './scenario-settings';

/** Takes a scenario's steps in turn. What a step posted must stand unchanged after every later one. */
export async function runSteps(
  context: ShopContext,
  shopify: FakeShopify,
  scenario: Scenario,
): Promise<ScenarioResult> {
  const withOrders = scenario.settings.orders !== undefined;
  const gateways = gatewaysIn([scenario.state, scenario.steps]);
  const payouts = new Map<string, ScenarioPayout>();
  let pending = 0;
  let orders: readonly MadeOrder[] = [];
  for (const step of scenario.steps) {
    if ('sync' in step && step.sync === 'payouts') {
      const known = await payoutIds(context, scenario);
      pending = known.pending;
      for (const id of step.only ?? known.ids) payouts.set(id, await runPayout(context, id));
    } else if ('sync' in step) {
      await syncOrders(context, orderNumbers(scenario.state, step.only));
    } else {
      await change(context, shopify, scenario, step);
    }
    if (!withOrders) continue;
    const now = await readOrdersMade(context, gateways);
    holdUnchanged(orders, now, step);
    orders = now;
  }
  return {
    scenario: scenario.name,
    pending,
    payouts: [...payouts.values()],
    ...(withOrders ? { orders } : {}),
  };
}

async function change(
  context: ShopContext,
  shopify: FakeShopify,
  { settings }: Scenario,
  step: Exclude<ScenarioStep, { sync: unknown }>,
): Promise<void> {
  if ('change' in step) {
    const { at = '2026-06-20T10:00:00Z', ...what } = step.with;
    shopify.changeOrder(step.change, { at, ...what } as OrderChange);
  } else if ('payByHand' in step) {
    await payByHand(await context.odoo(), step.payByHand);
  } else {
    const { map: mappings, orders, customers = settings.customers } = step;
    await mapBooks(context, { ...settings, mappings, orders, customers });
  }
}

/** What is posted is never edited: amounts, lines, date and customer are those of before. */
function holdUnchanged(before: readonly MadeOrder[], now: readonly MadeOrder[], step: ScenarioStep): void {
  const documents = new Map(now.flatMap((order) => order.documents.map((one) => [one.number, one] as const)));
  for (const posted of before.flatMap((order) => order.documents)) {
    const later = documents.get(posted.number);
    if (later && isDeepStrictEqual(steady(posted), steady(later))) continue;
    throw new Error(
      `${posted.number} of ${posted.reference} was posted, and ${JSON.stringify(step)} changed it`,
    );
  }
}

/** Without what paying changes. */
function steady(document: OrderDocument) {
  return { ...document, open: '', paymentState: '' };
}
