import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { answerMapped } from '~/server/answer-mapped.server';
import { answering, refuse } from '~/server/api.server';
import { makeClearingJournal } from '~/sync/make-clearing-journal';

const wanted = z.object({ currency: z.string().length(3) });

export const action = ({ request }: ActionFunctionArgs) =>
  answering(request, async (asking) => {
    const given = wanted.safeParse(await request.json().catch(() => null));
    if (!given.success) return refuse(400, 'fields');
    await makeClearingJournal(await asking.context(), given.data.currency);
    return answerMapped(asking);
  });
