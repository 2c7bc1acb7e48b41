import type { FindingView } from '../../app/views/payout-view';
import { view } from './example-money';

/** Findings as the server sends them to the pages, for tests of components. */
export function exampleFinding(traits: Partial<FindingView> = {}): FindingView {
  return {
    id: 'finding-1',
    kind: 'sum-differs',
    severity: 'blocks',
    object: { type: 'payout', id: '148156579998', name: '148156579998' },
    expected: view(412_657),
    actual: view(412_655),
    residual: view(-2),
    facts: { count: '46' },
    remedy: { page: 'shopify-payouts' },
    href: 'https://admin.shopify.com/store/trade-wins/payments/payouts',
    ...traits,
  };
}

export const unmappedType = (traits: Partial<FindingView> = {}) =>
  exampleFinding({
    id: 'finding-2',
    kind: 'type-unmapped',
    object: { type: 'balance transaction', id: '43091830', name: 'SHIPPING_LABEL' },
    expected: null,
    actual: view(-695),
    residual: null,
    facts: { type: 'SHIPPING_LABEL', reason: '' },
    remedy: { page: 'mappings', section: 'types', key: 'SHIPPING_LABEL' },
    href: '/app/mappings?section=types&key=SHIPPING_LABEL',
    ...traits,
  });
