import type { LoaderFunctionArgs } from '@remix-run/node';
import { answering } from '~/server/api.server';
import { showOverview } from '~/sync/read/show-overview';

export const loader = ({ request }: LoaderFunctionArgs) =>
  answering(request, ({ database, shop, places }) => showOverview(database, shop, places));
