import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ConnectionPage } from '~/components/connection-page';
import { asking } from '~/server/api.server';
import { showConnection } from '~/sync/read/show-connection';

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { database, shop, places } = await asking(request);
  return showConnection(database, shop.id, places);
};

export default function Connection() {
  return <ConnectionPage initial={useLoaderData<typeof loader>()} />;
}
