import { bindingsOf } from '../database/bindings';
import { mappingsOf } from '../database/mappings';
import { findPayout } from '../database/payouts';
import { matchBank } from '../odoo/settlement/bank-match';
import { readShopBooks } from './read-shop-books';
import type { ShopContext } from './shop-context';
import { watchBank } from './watch-bank';
import type { BankMatchView } from '../views/payout-view';

/**
 * Looks in Odoo for the bank's own line of a posted payout and matches it with the payout's transfer: what Community has
 * no screen for. One line of exactly that amount near the day, and nothing else; where several could be it a person
 * chooses in Odoo. Asking twice matches once.
 */
export async function matchBankLine(context: ShopContext, payoutId: string): Promise<BankMatchView> {
  const { database, shop } = context;
  const payout = await findPayout(database, shop.id, payoutId);
  const transfer = (await bindingsOf(database, shop.id, [`po_${payoutId}`])).get(`po_${payoutId}`);
  if (!payout || !transfer) return { kind: 'not-posted', candidates: 0 };
  const client = await context.odoo();
  const mappings = await mappingsOf(database, shop.id);
  const { books } = await readShopBooks(client, mappings, payout.net.currency, shop.timeZone);
  if (books.companyCurrency !== payout.net.currency) return { kind: 'other-currency', candidates: 0 };
  const [item] = await client.search('account.move.line', [
    ['statement_line_id', '=', transfer.odooId],
    ['account_id', '=', books.transferAccount.id],
  ]);
  if (item === undefined) return { kind: 'not-posted', candidates: 0 };
  const match = await matchBank(client, item, {
    books,
    amount: payout.net,
    near: payout.issuedOn,
    ...(payout.bankReference ? { bankReference: payout.bankReference } : {}),
  });
  await watchBank(context);
  return { kind: match.kind, candidates: match.kind === 'ambiguous' ? match.candidates.length : 0 };
}
