import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';

import { z } from 'zod';
import { mappingKinds } from '~/database/mappings';
import { answerMapped } from '~/server/answer-mapped.server';
import { answering, refuse } from '~/server/api.server';
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
const register = z.object({
  kind: z.literal('gateway-register'),
  key: text.min(1),
  target: z.object({ value: text }).nullable(),
});
/** Whether a value is one that the setting may have, its length too, is said in words, beside its field. */
const setting = z.object({
  kind: z.literal('setting'),
  key: z.enum(settingKeys),
  target: z
    .object({
      value: z
        .string()
        .max(10_000)
        .regex(/^[^\0]*$/),
    })
    .nullable(),
});
const changes = z.object({ changes: z.array(z.union([record, register, setting])).max(500) });

export const loader = ({ request }: LoaderFunctionArgs) =>
  answering(request, ({ database, shop }) => showMappings(database, shop));

export const action = ({ request }: ActionFunctionArgs) =>
  answering(request, async (asking) => {
    const given = changes.safeParse(await request.json().catch(() => null));
    if (!given.success) return refuse(400, 'fields');
    const problems = await saveMappings(await asking.context(), given.data.changes);
    return answerMapped(asking, problems, given.data.changes);
  });
