import { redirect, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { MappingsPage } from '~/components/mappings-page';
import { firstViewOnly } from '~/components/shell/first-view-only';
import { useSection } from '~/components/shell/use-section';
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

export const shouldRevalidate = firstViewOnly;

export default function Mappings() {
  return <MappingsPage {...useSection()} initial={useLoaderData<typeof loader>()} />;
}
