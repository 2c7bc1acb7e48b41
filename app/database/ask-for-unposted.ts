import type { Database } from './client';
import type { OrderAsker } from './orders';

/** Asks for every order that is new or needs attention; answers how many. One statement, however many there are. */
export async function askForUnposted(
  database: Database,
  shopId: string,
  by: OrderAsker,
  at: Date,
): Promise<number> {
  const { count } = await database.order.updateMany({
    where: { shopId, state: { in: ['new', 'needs-attention'] } },
    data: { state: 'queued', pendingSince: at, requestedBy: by },
  });
  return count;
}
