import type { ConnectionView, OverviewView } from '../../app/views/mapping-view';

export function exampleConnection(traits: Partial<ConnectionView> = {}): ConnectionView {
  return {
    connected: true,
    url: 'https://trade-wins.odoo.example',
    database: 'trade-wins',
    login: 'klopt@tradewins.example',
    version: '19.0',
    company: 'Trade Wins B.V.',
    companyCurrency: 'EUR',
    checkedAt: '2026-11-04T07:00:00.000Z',
    problem: null,
    ...traits,
  };
}

export function exampleOverview(traits: Partial<OverviewView> = {}): OverviewView {
  return {
    connection: exampleConnection(),
    counts: { new: 1, ready: 6, 'needs-attention': 2, syncing: 0, posted: 3, banked: 0, failed: 1 },
    orderCounts: { new: 4, queued: 0, posted: 210, 'needs-attention': 3, 'left-out': 2 },
    unmappedTaxes: 1,
    shopName: 'Trade Wins',
    ...traits,
  };
}
