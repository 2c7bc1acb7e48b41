import type { Finding } from '../accounting/finding';
import { lookAtOrdersAgain } from '../jobs/look-at-orders-again';
import { requestRun } from '../jobs/request-run';
import { findingView } from '../sync/read/finding-view';
import type { Asking } from './api.server';

/**
 * Answers a wish to map: what was refused, by its place. Where nothing was, what waited for a mapping is looked at again:
 * payouts, and orders that go by themselves or were asked for.
 */
export async function answerMapped(
  { database, queue, shop, places }: Asking,
  problems: Readonly<Record<string, Finding>> = {},
  changes?: Parameters<typeof lookAtOrdersAgain>[2],
): Promise<unknown> {
  const refused = Object.entries(problems).map(
    ([place, finding]) => [place, findingView(finding, places)] as const,
  );
  if (refused.length > 0)
    return Response.json({ ok: false, problems: Object.fromEntries(refused) }, { status: 422 });
  await requestRun({ database, queue }, shop.id, 'discover-payouts');
  await lookAtOrdersAgain({ database, queue }, shop.id, changes);
  return { ok: true, problems: {} };
}
