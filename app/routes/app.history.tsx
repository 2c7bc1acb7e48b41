import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { BackfillPage } from '~/components/backfill-page';
import { asking } from '~/server/api.server';
import { showHistory } from '~/sync/read/show-backfill';

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { database, shop, places } = await asking(request);
  return showHistory(database, shop.id, places);
};

export default function History() {
  return <BackfillPage initial={useLoaderData<typeof loader>()} />;
}
