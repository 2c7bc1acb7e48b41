import { countCalls } from './call-log';
import { setFaults, type Faults } from './faults';
import type { FakeShopSetup } from './answer-request';

/** The fake's own address, `/__fake/…`: to look at it and to make bad days. */
export function answerControl(
  setup: FakeShopSetup,
  request: string,
  text: string,
): { status: number; body: unknown } {
  const { faults, calls, shops } = setup;
  switch (request) {
    case 'GET /__fake/health':
      return { status: 200, body: { shops: [...shops.keys()] } };
    case 'GET /__fake/state':
      return { status: 200, body: [...shops.values()].map(({ world }) => world.state) };
    case 'GET /__fake/faults':
      return { status: 200, body: faults };
    case 'GET /__fake/calls':
      return { status: 200, body: { counts: countCalls(calls), calls } };
    case 'DELETE /__fake/calls':
      calls.length = 0;
      return { status: 200, body: {} };
    case 'POST /__fake/faults':
      try {
        setFaults(faults, JSON.parse(text) as Partial<Faults>);
        return { status: 200, body: faults };
      } catch (error) {
        return { status: 400, body: { error: (error as Error).message } };
      }
    default:
      return { status: 404, body: { error: `The fake Shopify has no ${request}.` } };
  }
}
