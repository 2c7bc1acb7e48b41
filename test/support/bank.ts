import { parseMoney } from '../../app/accounting/money';
import { calendarDate } from '../../app/accounting/calendar-date';
import { mappingsOf } from '../../app/database/mappings';
import { matchBank, undoBankMatch } from '../../app/odoo/settlement/bank-match';
import { readShopBooks } from '../../app/sync/read-shop-books';
import { currency } from '../../app/accounting/currency';
import type { World } from './klopt-world';

/** What the bookkeeper does in Odoo: the bank's statement line comes in and is matched with the payout's transfer. */
export async function bankReceives(world: World, payoutId: string, amount: string): Promise<number> {
  const context = await world.context();
  const client = await context.odoo();
  const mappings = await mappingsOf(context.database, context.shop.id);
  const { books } = await readShopBooks(client, mappings, currency('EUR'), 'Europe/Amsterdam');
  const [bank] = await client.search('account.journal', [
    ['type', '=', 'bank'],
    ['id', '!=', books.clearing.journal.id],
  ]);
  const [lineId = 0] = await client.create('account.bank.statement.line', [
    { journal_id: bank, date: '2026-11-11', payment_ref: `SHOPIFY ${payoutId}`, amount: Number(amount) },
  ]);
  const [item] = world.odoo.records('account.move.line', [
    ['name', '=', `Payout ${payoutId}`],
    ['account_id', '=', books.transferAccount.id],
  ]);
  const match = await matchBank(client, Number(item?.id), {
    books,
    amount: parseMoney(amount, 'EUR'),
    near: calendarDate('2026-11-10'),
  });
  if (match.kind !== 'matched') throw new Error(`The bank's line was not matched: ${match.kind}`);
  return lineId;
}

export async function bankTakesBack(world: World, lineId: number): Promise<void> {
  await undoBankMatch(await (await world.context()).odoo(), lineId);
}
