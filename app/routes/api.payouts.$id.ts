import type { LoaderFunctionArgs } from '@remix-run/node';
import { answering, refuse } from '~/server/api.server';
import { idOf } from '~/server/id-of';
import { showPayout } from '~/sync/read/show-payout';

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  answering(
    request,
    async ({ database, shop, places }) =>
      (await showPayout(database, shop.id, places, idOf(params))) ?? refuse(404, 'not-found'),
  );
