import type { ActionFunctionArgs } from '@remix-run/node';
import { requestSyncOfReady } from '~/jobs/request-sync';
import { answering } from '~/server/api.server';

export const action = ({ request }: ActionFunctionArgs) =>
  answering(request, async ({ database, queue, shop }) => ({
    runs: await requestSyncOfReady({ database, queue }, shop.id),
  }));
