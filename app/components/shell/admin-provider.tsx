import { useNavigate } from '@remix-run/react';
import { AppProvider, type AppProviderProps } from '@shopify/polaris';
import { useEffect, type ReactNode } from 'react';

import { PageLink } from './page-link';

// Polaris' type for it has an older form of `ref`.
const linkComponent = PageLink as NonNullable<AppProviderProps['linkComponent']>;

interface Props {
  readonly apiKey: string;
  readonly appBridgeUrl: string;
  readonly i18n: AppProviderProps['i18n'];
  readonly children: ReactNode;
}

/** App Bridge and Polaris around the pages, as Shopify's own provider does it, with links that find out of the frame. */
export function AdminProvider({ apiKey, appBridgeUrl, i18n, children }: Props) {
  const navigate = useNavigate();
  // The admin's navigation asks for a page by this event; its target carries the address.
  useEffect(() => {
    const follow = (event: Event) => {
      const href = event.target instanceof Element ? event.target.getAttribute('href') : null;
      if (href) navigate(href);
    };
    addEventListener('shopify:navigate', follow);
    return () => removeEventListener('shopify:navigate', follow);
  }, [navigate]);
  return (
    <>
      <script src={appBridgeUrl} data-api-key={apiKey} />
      <AppProvider i18n={i18n} linkComponent={linkComponent}>
        {children}
      </AppProvider>
    </>
  );
}
