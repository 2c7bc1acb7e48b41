import type { Money } from '../../accounting/money';
import type { OdooClient } from '../client/odoo-client';
import { reconcileStar } from './reconcile-star';

/** An open item and what settles it, with what is in the way of neither. */
export interface PairToReconcile {
  readonly open: { readonly id: number; readonly residual: Money };
  /** Debit positive. */
  readonly part: { readonly id: number; readonly balance: Money };
}

/**
 * Reconciles pairs that no mark matched: other currencies, cash-basis taxes, items that were matched in part, or that lines
 * of several calls settle. One call for an open item with all that settles it, where that is all on its other side; whatever
 * is not goes by itself, so that none is matched with another's. Answers whether there was anything to do.
 */
export async function reconcilePairs(
  client: OdooClient,
  pairs: readonly PairToReconcile[],
): Promise<boolean> {
  const stars = new Map<number, number[]>();
  const alone: PairToReconcile[] = [];
  const uses = new Map<number, number>();
  for (const { part } of pairs) uses.set(part.id, (uses.get(part.id) ?? 0) + 1);
  for (const pair of pairs) {
    const { open, part } = pair;
    const across = open.residual.minor * part.balance.minor < 0n;
    // An item that settles two documents may not be used up by the first.
    const star = stars.get(open.id);
    if (!across || uses.get(part.id) !== 1) alone.push(pair);
    else if (star) star.push(part.id);
    else stars.set(open.id, [part.id]);
  }
  for (const [centre, others] of stars) await reconcileStar(client, centre, others);
  for (const { open, part } of alone) await reconcileStar(client, open.id, [part.id]);
  return pairs.length > 0;
}
