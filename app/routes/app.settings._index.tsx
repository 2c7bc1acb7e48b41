import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData, useSearchParams, type ShouldRevalidateFunction } from '@remix-run/react';
import { SettingsPage } from '~/components/settings-page';
import { asking } from '~/server/api.server';
import { showMappings } from '~/sync/read/show-mappings';

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { database, shop } = await asking(request);
  return showMappings(database, shop);
};

// Another tab shows what is there already; what is unsaved must not be read over.
export const shouldRevalidate: ShouldRevalidateFunction = ({
  currentUrl,
  nextUrl,
  defaultShouldRevalidate,
}) => (currentUrl.pathname === nextUrl.pathname ? false : defaultShouldRevalidate);

export default function Settings() {
  const view = useLoaderData<typeof loader>();
  const [search, setSearch] = useSearchParams();
  return (
    <SettingsPage
      section={search.get('section') ?? 'documents'}
      wanted={search.get('key')}
      onSection={(section) =>
        setSearch(
          (known) => {
            const next = new URLSearchParams(known);
            next.set('section', section);
            next.delete('key');
            return next;
          },
          { replace: true, preventScrollReset: true },
        )
      }
      initial={view}
    />
  );
}
