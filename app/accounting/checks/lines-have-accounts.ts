import type { DocumentBooks } from '../books';
import type { Document, DocumentRole } from '../document';
import type { Finding } from '../finding';
import type { Check } from './check';

const salesRoles = new Set<DocumentRole>(['product', 'shipping', 'adjustment', 'discount']);

export const linesHaveAccounts: Check = {
  name: 'every kind of line has an account',
  run: ({ documents, books }) => rolesWithoutAccount(documents, books),
};

/** Goods and shipping may fall back on the sales account; tips, duties, gift cards, fees may not: they need their own. */
export function rolesWithoutAccount(
  documents: readonly Document[],
  { roles }: Pick<DocumentBooks, 'roles'>,
): Finding[] {
  const findings = new Map<string, Finding>();
  for (const document of documents) {
    for (const line of document.lines) {
      if (salesRoles.has(line.role) || roles.has(line.role) || findings.has(line.role)) continue;
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
}
