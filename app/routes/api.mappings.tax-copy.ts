import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';

import { z } from 'zod';
import { lookAtOrdersAgain } from '~/jobs/look-at-orders-again';
import { requestRun } from '~/jobs/request-run';
import { answering, refuse } from '~/server/api.server';
import { findingView } from '~/sync/read/finding-view';
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
  answering(request, async ({ context, places, database, queue, shop }) => {
    const given = wanted.safeParse(await request.json().catch(() => null));
    if (!given.success) return refuse(400, 'fields');
    const problems = await copyTax(await context(), given.data.taxId, given.data.key);
    const views = Object.entries(problems).map(
      ([place, finding]) => [place, findingView(finding, places)] as const,
    );
    if (views.length > 0)
      return Response.json({ ok: false, problems: Object.fromEntries(views) }, { status: 422 });
    // As after a mapping by hand: what waited for it goes on.
    await requestRun({ database, queue }, shop.id, 'discover-payouts');
    await lookAtOrdersAgain({ database, queue }, shop.id);
    return { ok: true, problems: {} };
  });
