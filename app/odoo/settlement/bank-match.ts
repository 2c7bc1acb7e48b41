import type { OdooClient } from '../client/odoo-client';
import { findBankItems, type BankItem, type BankSearch } from './find-bank-item';
import { readOpenItems } from './read-open-items';
import { reconcilePair } from './reconcile-pair';

export type BankMatch =
  | { readonly kind: 'matched'; readonly bankItem: BankItem }
  | { readonly kind: 'was-matched' }
  /** The bank's line has not come yet. */
  | { readonly kind: 'awaited' }
  /** Several lines could be it: a person chooses. */
  | { readonly kind: 'ambiguous'; readonly candidates: readonly BankItem[] };

/**
 * Matches the bank's own line with a payout's transfer item, as Community lets one do it: its counterpart moves from
 * the suspense to the transfer account and is reconciled there. Exactly once: a matched transfer stays as it is.
 */
export async function matchBank(
  client: OdooClient,
  transferItemId: number,
  search: BankSearch & { readonly bankReference?: string },
): Promise<BankMatch> {
  const transfer = (await readOpenItems(client, [transferItemId])).get(transferItemId);
  if (!transfer || transfer.reconciled) return { kind: 'was-matched' };
  const found = await findBankItems(client, search);
  const { bankReference } = search;
  const named = bankReference ? found.filter(({ label }) => label.includes(bankReference)) : [];
  const candidates = named.length > 0 ? named : found;
  const [bankItem, ...others] = candidates;
  if (!bankItem) return { kind: 'awaited' };
  if (others.length > 0) return { kind: 'ambiguous', candidates };
  const account = { account_id: search.books.transferAccount.id };
  await client.write('account.move.line', [bankItem.itemId], account);
  await reconcilePair(client, bankItem.itemId, transferItemId);
  return { kind: 'matched', bankItem };
}

/** Puts a matched bank line back on the suspense account; the transfer item is open again. */
export async function undoBankMatch(client: OdooClient, bankLineId: number): Promise<void> {
  await client.callMethod('account.bank.statement.line', 'action_undo_reconciliation', [bankLineId]);
}
