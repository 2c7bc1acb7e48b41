import type { ActionFunctionArgs } from '@remix-run/node';
import { findPayout } from '~/database/payouts';
import { requestSync } from '~/jobs/request-sync';
import { answering, refuse } from '~/server/api.server';
import { idOf } from '~/server/id-of';
import { runView } from '~/sync/read/run-view';

export const action = ({ request, params }: ActionFunctionArgs) =>
  answering(request, async ({ database, queue, shop }) => {
    const id = idOf(params);
    if (!(await findPayout(database, shop.id, id))) return refuse(404, 'not-found');
    return { run: runView(await requestSync({ database, queue }, shop.id, id)) };
  });
