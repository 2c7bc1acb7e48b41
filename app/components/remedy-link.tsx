import { Button } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';

import type { FindingView } from '../views/payout-view';

/** The button that leads to where a finding is resolved; nothing where there is no such place. */
export function RemedyLink({ finding }: { readonly finding: FindingView }) {
  const { t } = useTranslation();
  const { remedy } = finding;
  const href = finding.href ?? addressOf(finding);
  if (href === null || remedy.page === 'none') return null;
  // Addresses of this app open here; Shopify's admin in the frame around it; Odoo in a tab of its own.
  const target = href.startsWith('/')
    ? {}
    : href.startsWith('shopify:')
      ? { target: '_top' as const }
      : { external: true };
  return (
    <Button url={href} {...target}>
      {t(`payout.findings.action.${remedy.page}`)}
    </Button>
  );
}

/** The places of our own pages, also where the server gave no address. */
export function addressOf({ remedy }: Pick<FindingView, 'remedy'>): string | null {
  switch (remedy.page) {
    case 'mappings': {
      const search = new URLSearchParams({ section: remedy.section });
      if (remedy.key !== undefined) search.set('key', remedy.key);
      return `/app/mappings?${search.toString()}`;
    }
    case 'connection':
      return '/app/connection';
    case 'payout':
    case 'shopify-order':
    case 'shopify-payouts':
    case 'odoo-record':
    case 'none':
      return null;
  }
}
