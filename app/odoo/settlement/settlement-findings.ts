import { compare } from '../../accounting/compare';
import type { Finding } from '../../accounting/finding';
import type { Settlement } from '../../accounting/settlement';
import type { StatementLine } from '../../accounting/statement-line';
import { equals, sum } from '../../accounting/money';
import type { LineInOdoo, SettlementInOdoo } from './read-settlement';

const objectOf = (line: StatementLine): Finding['object'] => ({
  type: 'statement line',
  id: line.key,
  name: line.label,
});

export function lineRejected(line: StatementLine, message: string): Finding {
  return {
    kind: 'entry-rejected',
    severity: 'blocks',
    object: objectOf(line),
    expected: line.amount,
    facts: { reference: line.label, message },
    remedy: { page: 'none' },
  };
}

export function linePeriodLocked(
  line: StatementLine,
  facts: { date: string; lock: string; openDay: string },
): Finding {
  return {
    kind: 'period-locked',
    severity: 'blocks',
    object: objectOf(line),
    facts,
    remedy: { page: 'mappings', section: 'accounts', key: 'locked-period' },
  };
}

/** Everything in which the payout as read back differs from what was to be made. */
export function settlementDifferences(
  settlement: Settlement,
  inOdoo: SettlementInOdoo,
  /** Lines that stood there before: the accounts that were mapped then are right for them. */
  standing: ReadonlyMap<string, number> = new Map(),
): Finding[] {
  const wanted = [...settlement.lines, ...(settlement.transfer ? [settlement.transfer] : [])];
  const findings = wanted.flatMap((line): Finding[] => {
    const read = inOdoo.lines.get(line.key);
    return read ? lineDifferences(line, read, standing.has(line.key)) : [];
  });
  for (const { line, part, partItem, openItem, matched } of inOdoo.pairs) {
    if (matched) continue;
    findings.push({
      kind: 'line-differs',
      severity: 'blocks',
      object: objectOf(line),
      facts: { what: 'not-reconciled', reference: part.label, matching: openItem.matching },
      remedy: { page: 'odoo-record', model: 'account.move.line', id: partItem.id },
    });
  }
  return findings;
}

function lineDifferences(line: StatementLine, read: LineInOdoo, stood: boolean): Finding[] {
  const remedy = { page: 'odoo-record', model: 'account.bank.statement.line', id: read.id } as const;
  const base = { kind: 'line-differs', severity: 'blocks', object: objectOf(line), remedy } as const;
  if (!equals(read.amount, line.amount)) {
    return [{ ...base, ...compare(line.amount, read.amount), facts: { what: 'amount' } }];
  }
  if (read.date !== line.date) {
    return [{ ...base, facts: { what: 'date', expected: line.date, actual: read.date ?? '—' } }];
  }
  const liquidity = line.items[0];
  const sameAccounts =
    read.items.length === line.items.length &&
    (!liquidity || read.items.some(({ account }) => account.id === liquidity.account.id)) &&
    line.items.every(
      ({ settles, account }, index) => settles || stood || read.items[index]?.account.id === account.id,
    );
  const balances =
    read.items.length > 0 &&
    read.items[0] !== undefined &&
    sum(
      read.items[0].balance.currency,
      read.items.map(({ balance }) => balance),
    ).minor === 0n;
  return sameAccounts && balances ? [] : [{ ...base, facts: { what: 'items' } }];
}
