import type { ActionFunctionArgs } from '@remix-run/node';
import { requestRun } from '~/jobs/request-run';
import { answering } from '~/server/api.server';

export const action = ({ request }: ActionFunctionArgs) =>
  answering(request, async ({ database, queue, shop }) => {
    const run = await requestRun({ database, queue }, shop.id, 'discover-orders', { startedBy: 'person' });
    return { runId: run.id };
  });
