import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { PayoutPage } from '~/components/payout-page';
import { asking } from '~/server/api.server';
import { idOf } from '~/server/id-of';
import { showPayout } from '~/sync/read/show-payout';

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { database, shop, places } = await asking(request);
  const id = idOf(params);
  // A payout that is not there is said on the page, by its own query.
  return { id, payout: (await showPayout(database, shop.id, places, id)) ?? null };
};

export default function Payout() {
  const { id, payout } = useLoaderData<typeof loader>();
  return <PayoutPage key={id} id={id} initial={payout ?? undefined} />;
}
