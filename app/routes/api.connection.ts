import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';

import { z } from 'zod';
import { removeConnection } from '~/database/connections';
import { requestRun } from '~/jobs/request-run';
import { answering } from '~/server/api.server';
import { connectOdoo } from '~/sync/connect-odoo';
import { showConnection } from '~/sync/read/show-connection';

const login = z.object({
  url: z.string().trim().min(1).max(500),
  database: z.string().trim().min(1).max(200),
  login: z.string().trim().min(1).max(200),
  apiKey: z.string().trim().min(1).max(500),
});

export const loader = ({ request }: LoaderFunctionArgs) =>
  answering(request, ({ database, shop, places }) => showConnection(database, shop.id, places));

export const action = ({ request }: ActionFunctionArgs) =>
  answering(request, async ({ database, secrets, queue, shop, places }) => {
    if (request.method === 'DELETE') {
      await removeConnection(database, shop.id);
      return showConnection(database, shop.id, places);
    }
    const given = login.safeParse(await request.json().catch(() => null));
    if (!given.success) {
      const fields = Object.fromEntries(
        given.error.issues.map(({ path }) => [String(path[0] ?? 'url'), 'required']),
      );
      return Response.json(
        { error: { kind: 'fields', message: '', facts: fields }, fields },
        { status: 422 },
      );
    }
    await connectOdoo(database, secrets, shop.id, given.data);
    await requestRun({ database, queue }, shop.id, 'discover-payouts');
    await requestRun({ database, queue }, shop.id, 'discover-orders');
    return showConnection(database, shop.id, places);
  });
