import type { LoaderFunctionArgs } from '@remix-run/node';
import { answering, refuse } from '~/server/api.server';
import { showOrder } from '~/sync/read/show-order';

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  answering(
    request,
    async ({ database, shop, places }) =>
      (await showOrder(database, shop, places, params.id ?? '')) ?? refuse(404, 'not-found'),
  );
