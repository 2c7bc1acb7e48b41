import type { LoaderFunctionArgs } from '@remix-run/node';
import { answering } from '~/server/api.server';
import { payoutQueryOf } from '~/server/payout-query';
import { listPayouts } from '~/sync/read/list-payouts';

export const loader = ({ request }: LoaderFunctionArgs) =>
  answering(request, ({ database, shop, places }) =>
    listPayouts(database, shop.id, places, payoutQueryOf(new URL(request.url))),
  );
