import type { HeadersFunction, LinksFunction, LoaderFunctionArgs } from '@remix-run/node';
import { Link, Outlet, useLoaderData, useRouteError, useRouteLoaderData } from '@remix-run/react';
import { NavMenu } from '@shopify/app-bridge-react';
import polarisStyles from '@shopify/polaris/build/esm/styles.css?url';
import { boundary } from '@shopify/shopify-app-remix/server';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AdminProvider } from '~/components/shell/admin-provider';
import { ShopTimeZone } from '~/components/shop-time-zone';
import { PageFailed } from '~/components/shell/page-failed';
import { languages } from '~/i18n/languages';
import type { loader as rootLoader } from '~/root';
import { shopifysAppBridge } from '~/server/frame-and-bridge';
import { signedIn } from '~/server/signed-in.server';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: polarisStyles }];

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { environment, shop } = await signedIn(request);
  return {
    apiKey: environment.SHOPIFY_API_KEY,
    appBridgeUrl: environment.APP_BRIDGE_URL ?? shopifysAppBridge,
    timeZone: shop.timeZone ?? 'UTC',
  };
};

// What it tells never changes while the page is open.
export const shouldRevalidate = () => false;

export default function App() {
  const { apiKey, appBridgeUrl, timeZone } = useLoaderData<typeof loader>();
  const language = useRouteLoaderData<typeof rootLoader>('root')?.language ?? 'en';
  const { t } = useTranslation();
  const [queryClient] = useState(
    () => new QueryClient({ defaultOptions: { queries: { staleTime: 5_000, retry: 1 } } }),
  );
  return (
    <AdminProvider apiKey={apiKey} appBridgeUrl={appBridgeUrl} i18n={languages[language].polaris}>
      <NavMenu>
        <Link to="/app" rel="home">
          {t('common.nav.home')}
        </Link>
        <Link to="/app/payouts">{t('common.nav.payouts')}</Link>
        <Link to="/app/orders">{t('common.nav.orders')}</Link>
        <Link to="/app/mappings">{t('common.nav.mappings')}</Link>
        <Link to="/app/settings">{t('common.nav.settings')}</Link>
        <Link to="/app/connection">{t('common.nav.connection')}</Link>
      </NavMenu>
      <QueryClientProvider client={queryClient}>
        <ShopTimeZone.Provider value={timeZone}>
          <Outlet />
        </ShopTimeZone.Provider>
      </QueryClientProvider>
    </AdminProvider>
  );
}

/** Responses of Shopify's sign-in must come through whole; anything else is said in words. */
export function ErrorBoundary() {
  const error = useRouteError();
  if (error instanceof Error) return <PageFailed />;
  return boundary.error(error);
}

export const headers: HeadersFunction = (headersArgs) => boundary.headers(headersArgs);
