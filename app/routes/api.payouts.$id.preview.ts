import type { LoaderFunctionArgs } from '@remix-run/node';
import { answering, refuse } from '~/server/api.server';
import { findPayout } from '~/database/payouts';
import { showPreview } from '~/sync/read/show-preview';

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  answering(request, async ({ context, places, database, shop }) => {
    const id = params.id ?? '';
    if (!(await findPayout(database, shop.id, id))) return refuse(404, 'not-found');
    return showPreview(await context(), places, id);
  });
