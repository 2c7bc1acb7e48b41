import type { Finding, Remedy } from '../../accounting/finding';
import { recordLink } from '../../odoo/record-link';
import { moneyView } from '../../views/money-view';
import type { FindingView } from '../../views/payout-view';

/** Where a shop's systems live, for links. */
export interface Places {
  /** The shop's handle in the admin: `trade-wins`. */
  readonly shopHandle: string;
  readonly odoo?: { readonly url: string; readonly majorVersion: number };
}

export function findingView(finding: Finding & { readonly id?: string }, places: Places): FindingView {
  return {
    id: finding.id ?? `${finding.kind}:${finding.object.id}`,
    kind: finding.kind,
    severity: finding.severity,
    object: finding.object,
    expected: finding.expected ? moneyView(finding.expected) : null,
    actual: finding.actual ? moneyView(finding.actual) : null,
    residual: finding.residual ? moneyView(finding.residual) : null,
    facts: finding.facts,
    remedy: finding.remedy,
    href: hrefOf(finding.remedy, places),
  };
}

function hrefOf(remedy: Remedy, places: Places): string | null {
  const admin = `https://admin.shopify.com/store/${places.shopHandle}`;
  switch (remedy.page) {
    case 'mappings':
      return `/app/mappings?section=${remedy.section}${remedy.key ? `&key=${encodeURIComponent(remedy.key)}` : ''}`;
    case 'connection':
      return '/app/connection';
    case 'shopify-order':
      return `${admin}/orders/${remedy.id}`;
    case 'shopify-payouts':
      return `${admin}/payments/payouts`;
    case 'odoo-record':
      return places.odoo ? recordLink(places.odoo, remedy.model, remedy.id) : null;
    case 'payout':
    case 'none':
      return null;
  }
}
