import { dateIn, type CalendarDate } from '../calendar-date';
import type { Finding, FindingObjectType } from '../finding';
import { firstOpenDay, lockOn, type LockedKind } from '../lock-dates';
import type { Check } from './check';

/** Nothing falls in a closed period unless the merchant has said where it goes: Odoo would move it in silence. */
export const periodsAreOpen: Check = {
  name: 'no entry falls in a closed period',
  run: ({ payout, transactions, documents, books, posted }) => {
    const findings: Finding[] = [];
    if (Object.keys(books.lockDates).length === 0) return findings;
    const look = (
      type: FindingObjectType,
      id: string,
      name: string,
      date: CalendarDate,
      kind: LockedKind,
    ) => {
      const lock = lockOn(date, kind, books.lockDates);
      if (!lock) return;
      findings.push({
        kind: 'period-locked',
        severity: books.postOnFirstOpenDay ? 'notice' : 'blocks',
        object: { type, id, name },
        facts: { date, lock, openDay: firstOpenDay(lock) },
        remedy: { page: 'mappings', section: 'accounts', key: 'locked-period' },
      });
    };
    for (const document of documents) {
      const date = dateIn(document.happenedAt, books.timeZone);
      look('document', document.key, document.reference, date, 'sales document');
    }
    for (const transaction of transactions) {
      if (posted?.has(`bt_${transaction.id}`)) continue;
      const date = dateIn(transaction.occurredAt, books.timeZone);
      look('balance transaction', transaction.id, transaction.type, date, 'statement line');
    }
    if (!posted?.has(`po_${payout.id}`))
      look('payout', payout.id, payout.id, payout.issuedOn, 'statement line');
    return findings;
  },
};
