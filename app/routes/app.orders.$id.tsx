import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { OneOrderPage } from '~/components/order-page';
import { asking } from '~/server/api.server';
import { idOf } from '~/server/id-of';
import { showOrder } from '~/sync/read/show-order';

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { database, shop, places } = await asking(request);
  const id = idOf(params);
  // An order that is not there is said on the page, by its own query.
  const order = await showOrder(database, shop, places, id);
  return { id, order: order ?? null };
};

export default function Order() {
  const { id, order } = useLoaderData<typeof loader>();
  return <OneOrderPage key={id} id={id} initial={order ?? undefined} />;
}
