import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { requestOrderSync } from '~/jobs/request-order-sync';
import { answering, refuse } from '~/server/api.server';

/** These orders; without `ids`, all that are new or need attention. */
const wish = z.object({ ids: z.array(z.string().min(1).max(40)).min(1).max(500).optional() });

export const action = ({ request }: ActionFunctionArgs) =>
  answering(request, async ({ database, queue, shop }) => {
    const read = wish.safeParse(await request.json().catch(() => null));
    if (!read.success) return refuse(400, 'unexpected');
    const { ids } = read.data;
    const { asked } = await requestOrderSync({ database, queue }, shop.id, ids ?? 'all', 'person');
    return asked === 0 && ids ? refuse(404, 'not-found') : { asked };
  });
