import type { ActionFunctionArgs } from '@remix-run/node';

import { z } from 'zod';
import { answering, refuse } from '~/server/api.server';
import { findingView } from '~/sync/read/finding-view';
import { copyTax } from '~/sync/copy-tax';

const wanted = z.object({ taxId: z.number().int().positive(), key: z.string().min(1).max(300) });

export const action = ({ request }: ActionFunctionArgs) =>
  answering(request, async ({ context, places }) => {
    const given = wanted.safeParse(await request.json().catch(() => null));
    if (!given.success) return refuse(400, 'fields');
    const problems = await copyTax(await context(), given.data.taxId, given.data.key);
    const views = Object.entries(problems).map(
      ([place, finding]) => [place, findingView(finding, places)] as const,
    );
    if (views.length > 0)
      return Response.json({ ok: false, problems: Object.fromEntries(views) }, { status: 422 });
    return { ok: true, problems: {} };
  });
