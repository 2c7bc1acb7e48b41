import type { LoaderFunctionArgs } from '@remix-run/node';
import { answering, refuse } from '~/server/api.server';
import { showOrder } from '~/sync/read/show-order';

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  answering(request, async ({ database, shop, places }) => {
    const id = params.id ?? '';
    // PostgreSQL knows no text with a zero byte.
    const order = /^\d+$/.test(id) ? await showOrder(database, shop, places, id) : undefined;
    return order ?? refuse(404, 'not-found');
  });
