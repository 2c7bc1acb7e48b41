import type { ActionFunctionArgs } from '@remix-run/node';
import { pauseBackfill, postBackfill, resumeBackfill, stopBackfill } from '~/jobs/request-backfill';
import { answering, refuse } from '~/server/api.server';
import { idOf } from '~/server/id-of';
import { showHistory } from '~/sync/read/show-backfill';

const steps = { post: postBackfill, pause: pauseBackfill, resume: resumeBackfill, stop: stopBackfill };

export const action = ({ request, params }: ActionFunctionArgs) =>
  answering(request, async ({ database, queue, shop, places }) => {
    const step = Object.entries(steps).find(([name]) => name === params.step)?.[1];
    const moved = await step?.({ database, queue }, shop.id, idOf(params));
    if (!moved) return refuse(404, 'not-found');
    return showHistory(database, shop.id, places);
  });
