import type { LoaderFunctionArgs } from '@remix-run/node';
import { answering, refuse } from '~/server/api.server';
import { showPayout } from '~/sync/read/show-payout';

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  answering(
    request,
    async ({ database, shop, places }) =>
      (await showPayout(database, shop.id, places, params.id ?? '')) ?? refuse(404, 'not-found'),
  );
