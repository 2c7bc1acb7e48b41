import type { LoaderFunctionArgs } from '@remix-run/node';
import { answering, refuse } from '~/server/api.server';
import { idOf } from '~/server/id-of';
import { showRun } from '~/sync/read/show-run';

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  answering(
    request,
    async ({ database, shop }) =>
      (await showRun(database, shop.id, idOf(params))) ?? refuse(404, 'not-found'),
  );
