import { redirect, type LoaderFunctionArgs } from '@remix-run/node';
import { useTranslation } from 'react-i18next';

/** Shopify opens the app here with the shop in the address; anyone else sees what this is. */
export const loader = ({ request }: LoaderFunctionArgs) => {
  const { search, searchParams } = new URL(request.url);
  if (searchParams.has('shop')) return redirect(`/app${search}`);
  return null;
};

export default function Landing() {
  const { t } = useTranslation();
  return (
    <main style={{ fontFamily: 'sans-serif', maxWidth: '40rem', margin: '4rem auto', padding: '0 1rem' }}>
      <h1>Klopt</h1>
      <p>{t('shell.what')}</p>
      <p>{t('shell.openInShopify')}</p>
    </main>
  );
}
