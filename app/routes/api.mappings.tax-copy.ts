import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';

import { z } from 'zod';
import { answerMapped } from '~/server/answer-mapped.server';
import { answering, refuse } from '~/server/api.server';
import { copyTax } from '~/sync/copy-tax';
import { keptByCopy } from '~/sync/read/kept-by-copy';

const wanted = z.object({ taxId: z.number().int().positive(), key: z.string().min(1).max(300) });

/** Which accounts and boxes of the VAT return a copy keeps, for a person to know before saying yes. */
export const loader = ({ request }: LoaderFunctionArgs) =>
  answering(request, async ({ context }) => {
    const taxId = z.coerce
      .number()
      .int()
      .positive()
      .safeParse(new URL(request.url).searchParams.get('taxId'));
    if (!taxId.success) return refuse(400, 'fields');
    return keptByCopy(await context(), taxId.data);
  });

export const action = ({ request }: ActionFunctionArgs) =>
  answering(request, async (asking) => {
    const given = wanted.safeParse(await request.json().catch(() => null));
    if (!given.success) return refuse(400, 'fields');
    return answerMapped(asking, await copyTax(await asking.context(), given.data.taxId, given.data.key));
  });
