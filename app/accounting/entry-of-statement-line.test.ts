import { expect, it } from 'vitest';
import { accounts, aPayout, someBooks, transaction } from '../../test/support/builders';
import { calendarDate } from './calendar-date';
import { entryOfStatementLine } from './entry-of-statement-line';
import { toDecimal } from './money';
import { settle } from './settlement';

const books = someBooks();
const june = calendarDate('2026-06-12');
const dispute = transaction('DISPUTE_WITHDRAWAL', '-100.00', { id: '4309183', fee: '15.00' });
const matched = {
  transaction: dispute,
  date: calendarDate('2026-06-10'),
  counterparts: [{ kind: 'account', account: accounts.disputes, gross: dispute.amount }] as const,
};
const { lines, transfer } = settle(aPayout('-115.00', { id: '77' }), june, [matched], books);

it('a statement line is an entry of the clearing journal, on its own day', () => {
  const [entry] = lines.map((line) => entryOfStatementLine(line, books));
  expect(entry).toMatchObject({
    key: 'bt_4309183',
    kind: 'statement-line',
    journal: books.clearing.journal,
    date: '2026-06-10',
    reference: 'Dispute withdrawal',
  });
  expect(entry?.items.map(({ account, balance }) => [account.code, toDecimal(balance)])).toEqual([
    ['103500', '-115.00'],
    ['450600', '15.00'],
    ['451000', '100.00'],
  ]);
});

it('the transfer is an entry of the same journal, of its own kind', () => {
  if (!transfer) throw new Error('the payout moved money');
  expect(entryOfStatementLine(transfer, books)).toMatchObject({
    key: 'po_77',
    kind: 'transfer',
    date: '2026-06-12',
    reference: 'Payout 77',
  });
});
