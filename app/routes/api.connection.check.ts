import type { ActionFunctionArgs } from '@remix-run/node';
import { answering } from '~/server/api.server';
import { checkConnection } from '~/sync/check-connection';
import { showConnection } from '~/sync/read/show-connection';

export const action = ({ request }: ActionFunctionArgs) =>
  answering(request, async ({ database, secrets, shop, places }) => {
    await checkConnection(database, secrets, shop.id);
    return showConnection(database, shop.id, places);
  });
