import { printOrder } from './print-orders';
import type { MadeItem, ScenarioPayout, ScenarioResult } from './scenario-result';

/** A scenario's outcome for reading in a terminal: orders, payouts with their statement lines and proof, findings. */
export function printScenario({ scenario, payouts, orders = [] }: ScenarioResult): string {
  return [`Scenario ${scenario}`, ...orders.map(printOrder), ...payouts.map(printPayout)].join('\n\n');
}

function printPayout(payout: ScenarioPayout): string {
  const parts = [`Payout ${payout.id}: ${payout.net} ${payout.currency}, ${payout.state}`];
  if (payout.documents.length > 0) {
    parts.push('  Documents');
    for (const document of payout.documents) {
      const { date, number, reference, kind, untaxed, tax, total, currency } = document;
      parts.push(
        `    ${date} ${number} ${kind} ${reference}: ${untaxed} + ${tax} = ${total} ${currency}`,
        ...printItems(document.items),
      );
    }
  }
  if (payout.lines.length > 0) {
    parts.push('  Statement lines');
    for (const { date, key, label, amount, items } of payout.lines) {
      parts.push(`    ${date} ${key} ${label}: ${amount} ${payout.currency}`, ...printItems(items));
    }
  }
  parts.push('  Proof');
  for (const { name, expected, actual, state } of payout.proof.steps) {
    const sign = state === 'equal' ? '✓' : state === 'differs' ? '✗' : '–';
    parts.push(`    ${sign} ${name.padEnd(12)} ${expected.padStart(12)} ${(actual ?? state).padStart(12)}`);
  }
  parts.push(payout.proof.holds ? '    It adds up.' : '    It does not add up (yet).');
  if (payout.findings.length > 0) {
    parts.push('  Findings');
    for (const { kind, object, expected, actual, residual, facts } of payout.findings) {
      const figures = [
        expected && `expected ${expected}`,
        actual && `actual ${actual}`,
        residual && `difference ${residual}`,
      ];
      const words = Object.entries(facts).flatMap(([name, value]) => (value ? [`${name} ${value}`] : []));
      parts.push(`    ${kind} on ${object}: ${[...figures.filter(Boolean), ...words].join(', ')}`);
    }
  }
  return parts.join('\n');
}

function printItems(items: readonly MadeItem[]): string[] {
  return items.map(({ account, amount }) => {
    const credit = amount.startsWith('-');
    const bare = credit ? amount.slice(1) : amount;
    return `        ${account.slice(0, 46).padEnd(48)}${(credit ? '' : bare).padStart(12)}${(credit ? bare : '').padStart(12)}`;
  });
}
