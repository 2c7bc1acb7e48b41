import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';

import { z } from 'zod';
import { mappingKinds } from '~/database/mappings';
import { requestRun } from '~/jobs/request-run';
import { answering, refuse } from '~/server/api.server';
import { findingView } from '~/sync/read/finding-view';
import { showMappings } from '~/sync/read/show-mappings';
import { saveMappings } from '~/sync/save-mappings';

const changes = z.object({
  changes: z
    .array(
      z.object({
        kind: z.enum(mappingKinds),
        key: z.string().min(1).max(300),
        target: z
          .union([z.object({ id: z.number().int().positive() }), z.object({ value: z.string().max(300) })])
          .nullable(),
      }),
    )
    .max(500),
});

export const loader = ({ request }: LoaderFunctionArgs) =>
  answering(request, ({ database, shop }) => showMappings(database, shop));

export const action = ({ request }: ActionFunctionArgs) =>
  answering(request, async ({ context, places, database, queue, shop }) => {
    const given = changes.safeParse(await request.json().catch(() => null));
    if (!given.success) return refuse(400, 'fields');
    const problems = await saveMappings(await context(), given.data.changes);
    const views = Object.fromEntries(
      Object.entries(problems).map(([place, finding]) => [place, findingView(finding, places)]),
    );
    if (Object.keys(views).length > 0) return Response.json({ ok: false, problems: views }, { status: 422 });
    // What waited for this mapping is looked at again.
    await requestRun({ database, queue }, shop.id, 'discover-payouts');
    return { ok: true, problems: {} };
  });
