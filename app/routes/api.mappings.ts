import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';

import { z } from 'zod';
import { mappingKinds } from '~/database/mappings';
import { lookAtOrdersAgain } from '~/jobs/look-at-orders-again';
import { requestRun } from '~/jobs/request-run';
import { answering, refuse } from '~/server/api.server';
import { findingView } from '~/sync/read/finding-view';
import { showMappings } from '~/sync/read/show-mappings';
import { saveMappings } from '~/sync/save-mappings';
import { settingKeys } from '~/views/settings';

/** PostgreSQL keeps no text with a zero byte. */
const text = z
  .string()
  .max(300)
  .regex(/^[^\0]*$/);
const record = z.object({
  kind: z.enum(mappingKinds).exclude(['setting', 'gateway-register']),
  key: text.min(1),
  target: z.object({ id: z.number().int().positive() }).nullable(),
});
const value = z.object({ value: text }).nullable();
const register = z.object({ kind: z.literal('gateway-register'), key: text.min(1), target: value });
/** Whether a value is one that the setting may have is said in words, beside its field. */
const setting = z.object({ kind: z.literal('setting'), key: z.enum(settingKeys), target: value });
const changes = z.object({ changes: z.array(z.union([record, register, setting])).max(500) });

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
    // What waited for this mapping is looked at again: payouts, and orders that go by themselves or were asked for.
    await requestRun({ database, queue }, shop.id, 'discover-payouts');
    await lookAtOrdersAgain({ database, queue }, shop.id, given.data.changes);
    return { ok: true, problems: {} };
  });
