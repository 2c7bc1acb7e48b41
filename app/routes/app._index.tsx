import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { HomePage } from '~/components/home-page';
import { asking } from '~/server/api.server';
import { showOverview } from '~/sync/read/show-overview';

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { database, shop, places } = await asking(request);
  return showOverview(database, shop, places);
};

export default function Home() {
  return <HomePage initial={useLoaderData<typeof loader>()} />;
}
