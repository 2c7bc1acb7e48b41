/** Every task by its name on the queue, and what it is given. Small: ids, never records. */
export interface TaskPayloads {
  /** Fetch, check, post, read back and prove the payout of a run. */
  'sync-payout': { runId: string };
  /** The same without posting. */
  'preview-payout': { runId: string };
  /** Look for new payouts of a shop, and again at those that are not final. */
  'discover-payouts': { runId: string };
  /** Bring the orders that wait for it to Odoo, however many there are. */
  'sync-orders': { runId: string };
  /** Ask Shopify which orders are new or changed. */
  'discover-orders': { runId: string };
  /** The history of a shop: count it, or bring it to Odoo, until it is done, paused or stopped. */
  backfill: { runId: string };
  /** By the clock: a discover run for every shop that is connected. */
  'discover-all-shops': Record<string, never>;
  /** By the clock: a discover-orders run for every shop that is due. */
  'poll-orders': Record<string, never>;
  /** By the clock: runs that were written and never queued. */
  'resume-runs': Record<string, never>;
  /** By the clock: what is kept for a while only. */
  'forget-old-records': Record<string, never>;
}

export type TaskName = keyof TaskPayloads;
