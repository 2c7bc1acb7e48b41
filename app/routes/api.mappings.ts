import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';

import { z } from 'zod';
import { mappingKinds } from '~/database/mappings';
import { requestRun } from '~/jobs/request-run';
import { answering, refuse } from '~/server/api.server';
import { findingView } from '~/sync/read/finding-view';
import { showMappings } from '~/sync/read/show-mappings';
import { saveMappings } from '~/sync/save-mappings';

/** PostgreSQL keeps no text with a zero byte. */
const text = z
  .string()
  .max(300)
  .regex(/^[^\0]*$/);
const record = z.object({
  kind: z.enum(mappingKinds).exclude(['setting']),
  key: text.min(1),
  target: z.object({ id: z.number().int().positive() }).nullable(),
});
const setting = (key: z.ZodType<string>, value: z.ZodType<string>) =>
  z.object({ kind: z.literal('setting'), key, target: z.object({ value }).nullable() });
const changes = z.object({
  changes: z
    .array(
      z.union([
        record,
        setting(z.literal('customers'), z.enum(['original', 'generic'])),
        setting(z.literal('document-currency'), z.enum(['shop', 'presentment'])),
        setting(z.literal('post-on-first-open-day'), z.enum(['yes', 'no'])),
        setting(z.literal('generic-customer'), text),
      ]),
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
