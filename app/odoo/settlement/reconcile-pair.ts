import type { OdooClient } from '../client/odoo-client';
import { reconcileStar } from './reconcile-star';

/** Reconciles two journal items with each other and nothing else. */
export function reconcilePair(client: OdooClient, left: number, right: number): Promise<void> {
  return reconcileStar(client, left, [right]);
}
