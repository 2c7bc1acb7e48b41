import type { OdooClient } from '../client/odoo-client';
import { OdooError, OdooRejected } from '../client/odoo-errors';
import { pause, pauseBefore } from '../client/retry';
import { inChunks } from '../loading/in-chunks';

/** Moves a call: a call over Odoo's CPU limit (60 s by default) is rolled back. */
const perCall = 100;

/**
 * Posts drafts in batches. Where the answer is lost it reads which are posted and goes on with the rest; where Odoo
 * refuses a batch it halves it until the refused move stands alone. Answers Odoo's words by refused move.
 */
export async function postMoves(
  client: OdooClient,
  moveIds: readonly number[],
): Promise<Map<number, string>> {
  const refused = new Map<number, string>();
  for (const batch of inChunks(moveIds, perCall)) await postBatch(client, batch, refused);
  return refused;
}

async function postBatch(
  client: OdooClient,
  batch: readonly number[],
  refused: Map<number, string>,
): Promise<void> {
  let rest = batch;
  for (let failures = 0; rest.length > 0;) {
    try {
      await client.callMethod('account.move', 'action_post', rest);
      return;
    } catch (error) {
      if (!(error instanceof OdooError)) throw error;
      if (error instanceof OdooRejected) {
        const drafts = await stillDraft(client, rest);
        const [only] = drafts;
        if (drafts.length === 1 && only !== undefined) {
          refused.set(only, error.facts.detail);
          return;
        }
        const middle = Math.ceil(drafts.length / 2);
        await postBatch(client, drafts.slice(0, middle), refused);
        rest = drafts.slice(middle);
        continue;
      }
      failures += 1;
      if (error.verdict !== 'again-later' || failures >= client.retries.attempts) throw error;
      await pause(pauseBefore(failures, client.retries));
      rest = await stillDraft(client, rest);
    }
  }
}

function stillDraft(client: OdooClient, ids: readonly number[]): Promise<number[]> {
  return client.search(
    'account.move',
    [
      ['id', 'in', ids],
      ['state', '=', 'draft'],
    ],
    { order: 'id' },
  );
}
