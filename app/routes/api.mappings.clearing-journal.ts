import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { answering, refuse } from '~/server/api.server';
import { makeClearingJournal } from '~/sync/make-clearing-journal';

export const action = ({ request }: ActionFunctionArgs) =>
  answering(request, async ({ context }) => {
    const given = z
      .object({ currency: z.string().length(3) })
      .safeParse(await request.json().catch(() => null));
    if (!given.success) return refuse(400, 'fields');
    return {
      ok: true,
      problems: {},
      journal: await makeClearingJournal(await context(), given.data.currency),
    };
  });
