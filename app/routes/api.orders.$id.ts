import type { LoaderFunctionArgs } from '@remix-run/node';
import { answering, refuse } from '~/server/api.server';
import { idOf } from '~/server/id-of';
import { showOrder } from '~/sync/read/show-order';

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  answering(
    request,
    async ({ database, shop, places }) =>
      (await showOrder(database, shop, places, idOf(params))) ?? refuse(404, 'not-found'),
  );
