import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { dateIn } from '~/accounting/calendar-date';
import { beginBackfill } from '~/jobs/request-backfill';
import { answering, refuse } from '~/server/api.server';
import { firstOfFiscalYear } from '~/sync/read/first-of-fiscal-year';
import { showHistory } from '~/sync/read/show-backfill';
import { refusedFirstDay } from '~/views/first-day';
import { backfillReaches } from '~/views/order-view';

const wish = z.object({ reach: z.enum(backfillReaches), since: z.iso.date().nullish() });

export const loader = ({ request }: LoaderFunctionArgs) =>
  answering(request, ({ database, shop, places }) => showHistory(database, shop.id, places));

export const action = ({ request }: ActionFunctionArgs) =>
  answering(request, async ({ context, database, queue, shop, places }) => {
    const read = wish.safeParse(await request.json().catch(() => null));
    if (!read.success) return refuse(400, 'date-missing');
    const { reach, since } = read.data;
    if (reach === 'date' && !since) return refuse(400, 'date-missing');
    const today = dateIn(new Date().toISOString(), shop.timeZone ?? 'UTC');
    const refusal = reach === 'date' && since ? refusedFirstDay(since, today) : undefined;
    if (refusal) return refuse(422, refusal.reason, { date: refusal.allowed });
    const first = reach === 'fiscal-year' ? await firstOfFiscalYear(await context()) : since;
    await beginBackfill({ database, queue }, shop.id, {
      reach,
      ...(reach !== 'all' && first ? { since: first } : {}),
    });
    return showHistory(database, shop.id, places);
  });
