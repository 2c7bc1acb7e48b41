import type { DocumentRole } from '../document';
import type { Finding } from '../finding';
import type { Check } from './check';

const salesRoles = new Set<DocumentRole>(['product', 'shipping', 'adjustment', 'discount']);

/** Goods and shipping may fall back on the sales account; tips, duties, gift cards, fees may not: they need their own. */
export const linesHaveAccounts: Check = {
  name: 'every kind of line has an account',
  run: ({ documents, books }) => {
    const findings = new Map<string, Finding>();
    for (const document of documents) {
      for (const line of document.lines) {
        if (salesRoles.has(line.role)) continue;
        if (books.roles.has(line.role) || findings.has(line.role)) continue;
        findings.set(line.role, {
          kind: 'role-unmapped',
          severity: 'blocks',
          object: { type: 'document', id: document.key, name: document.reference },
          actual: line.total,
          facts: { role: line.role, line: line.label },
          remedy: { page: 'mappings', section: 'lines', key: line.role },
        });
      }
    }
    return [...findings.values()];
  },
};
