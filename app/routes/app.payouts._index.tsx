import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { PayoutsPage } from '~/components/payouts-page';
import { firstViewOnly } from '~/components/shell/first-view-only';
import { useList } from '~/components/shell/use-list';
import { filterInAddress, noPayoutFilter } from '~/queries/list-filter';
import { asking } from '~/server/api.server';
import { payoutQueryOf } from '~/server/payout-query';
import { listPayouts } from '~/sync/read/list-payouts';

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { database, shop, places } = await asking(request);
  const url = new URL(request.url);
  return {
    filter: filterInAddress(url.searchParams, noPayoutFilter),
    page: await listPayouts(database, shop.id, places, payoutQueryOf(url)),
  };
};

export const shouldRevalidate = firstViewOnly;

export default function Payouts() {
  return <PayoutsPage {...useList(useLoaderData<typeof loader>(), noPayoutFilter)} />;
}
