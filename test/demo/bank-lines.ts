import { toDecimal } from '../../app/accounting/money';
import { noPaymentsAccount, readPayouts } from '../../app/shopify/read-payouts';
import type { ShopContext } from '../../app/sync/shop-context';

/** The bank's own side of the demo: a line for each payout that Shopify has paid, a day later, as a bank writes it. */
export async function bringBankLines(context: ShopContext): Promise<void> {
  const client = await context.odoo();
  const [bank] = await client.search(
    'account.journal',
    [
      ['type', '=', 'bank'],
      ['name', 'not ilike', 'Shopify'],
    ],
    { limit: 1, order: 'id' },
  );
  if (bank === undefined) return;
  const lines: { ref: string; date: string; amount: number }[] = [];
  for await (const page of readPayouts(context.shopify, context.shop.timeZone)) {
    if (page === noPaymentsAccount) return;
    for (const { payout } of page) {
      if (payout.status !== 'paid') continue;
      const date = new Date(Date.parse(`${payout.issuedOn}T00:00:00Z`) + 86_400_000)
        .toISOString()
        .slice(0, 10);
      lines.push({
        ref: `SHOPIFY ${payout.bankReference ?? payout.id}`,
        date,
        amount: Number(toDecimal(payout.net)),
      });
    }
  }
  const refs = lines.map(({ ref }) => ref);
  const there = await client.searchRead(
    'account.bank.statement.line',
    [['payment_ref', 'in', refs]],
    ['payment_ref'],
  );
  const known = new Set(there.map((row) => row.payment_ref));
  const missing = lines.filter(({ ref }) => !known.has(ref));
  if (missing.length === 0) return;
  await client.create(
    'account.bank.statement.line',
    missing.map(({ ref, date, amount }) => ({ journal_id: bank, date, payment_ref: ref, amount })),
  );
}
