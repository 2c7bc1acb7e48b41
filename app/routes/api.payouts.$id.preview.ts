import type { LoaderFunctionArgs } from '@remix-run/node';
import { findPayout } from '~/database/payouts';
import { answering, refuse } from '~/server/api.server';
import { idOf } from '~/server/id-of';
import { showPreview } from '~/sync/read/show-preview';

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  answering(request, async ({ context, places, database, shop }) => {
    const id = idOf(params);
    if (!(await findPayout(database, shop.id, id))) return refuse(404, 'not-found');
    return showPreview(await context(), places, id);
  });
