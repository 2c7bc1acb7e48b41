import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { requestOrderSync } from '~/jobs/request-order-sync';
import { answering, refuse } from '~/server/api.server';

/** These orders, or all that are new or need attention: said in so many words, as nobody should bring all by mistake. */
const wish = z.union([
  z.strictObject({ ids: z.array(z.string().max(40).regex(/^\d+$/)).min(1).max(500) }),
  z.strictObject({ all: z.literal(true) }),
]);

export const action = ({ request }: ActionFunctionArgs) =>
  answering(request, async ({ database, queue, shop }) => {
    const read = wish.safeParse(await request.json().catch(() => null));
    if (!read.success) return refuse(400, 'unexpected');
    const ids = 'ids' in read.data ? read.data.ids : undefined;
    const { asked } = await requestOrderSync({ database, queue }, shop.id, ids ?? 'all');
    return asked === 0 && ids ? refuse(404, 'not-found') : { asked };
  });
