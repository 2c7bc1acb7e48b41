import { redirect, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData, useSearchParams, type ShouldRevalidateFunction } from '@remix-run/react';
import { MappingsPage } from '~/components/mappings-page';
import { asking } from '~/server/api.server';
import { showMappings } from '~/sync/read/show-mappings';

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { database, shop } = await asking(request);
  const elsewhere = settingsAddress(new URL(request.url).searchParams);
  if (elsewhere) return redirect(elsewhere);
  return showMappings(database, shop);
};

/** Findings say "mappings" of all that a merchant chooses; customers and closed periods are settings. */
function settingsAddress(search: URLSearchParams): string | null {
  const isPeriod = search.get('key') === 'locked-period';
  if (!isPeriod && search.get('section') !== 'customers' && search.get('section') !== 'settings') return null;
  const there = new URLSearchParams(search);
  there.set('section', isPeriod || search.get('section') === 'settings' ? 'documents' : 'customers');
  return `/app/settings?${there.toString()}`;
}

// Another tab shows what is there already; what is unsaved must not be read over.
export const shouldRevalidate: ShouldRevalidateFunction = ({
  currentUrl,
  nextUrl,
  defaultShouldRevalidate,
}) => (currentUrl.pathname === nextUrl.pathname ? false : defaultShouldRevalidate);

export default function Mappings() {
  const view = useLoaderData<typeof loader>();
  const [search, setSearch] = useSearchParams();
  return (
    <MappingsPage
      section={search.get('section') ?? 'accounts'}
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
