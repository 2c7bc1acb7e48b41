import type { Document } from '../../accounting/document';
import type { Finding } from '../../accounting/finding';
import type { Difference } from './compare-document';

function objectOf(document: Document): Finding['object'] {
  return { type: 'document', id: document.key, name: document.reference };
}

/** Odoo's figures differ from Shopify's by more than a rounding; nothing of the document was posted. */
export function notExact(
  document: Document,
  { what, line, expected, actual, residual }: Difference,
): Finding {
  return {
    kind: 'document-not-exact',
    severity: 'blocks',
    object: objectOf(document),
    expected,
    actual,
    residual,
    facts: { reference: document.reference, what, ...(line === undefined ? {} : { line }) },
    remedy: { page: 'mappings', section: 'taxes' },
  };
}

/** The document stands in Odoo already, and is another than the one Klopt would make now. It is never edited. */
export function standsDifferently(
  document: Document,
  moveId: number,
  facts: Readonly<Record<string, string>>,
  figures: Partial<Pick<Finding, 'expected' | 'actual' | 'residual'>> = {},
): Finding {
  return {
    kind: 'input-changed',
    severity: 'blocks',
    object: objectOf(document),
    ...figures,
    facts: { reference: document.reference, ...facts },
    remedy: { page: 'odoo-record', model: 'account.move', id: moveId },
  };
}

/** Odoo refused it; `message` is Odoo's own. */
export function rejected(document: Document, message: string, moveId?: number): Finding {
  return {
    kind: 'entry-rejected',
    severity: 'blocks',
    object: objectOf(document),
    expected: document.total,
    facts: { reference: document.reference, message },
    remedy: moveId ? { page: 'odoo-record', model: 'account.move', id: moveId } : { page: 'none' },
  };
}

/** The period is closed for it; `openDay` is where it may go. With `moveId`, Odoo has moved it already. */
export function periodLocked(
  document: Document,
  facts: { date: string; lock: string; openDay: string },
  moveId?: number,
): Finding {
  return {
    kind: 'period-locked',
    severity: 'blocks',
    object: objectOf(document),
    facts,
    remedy: moveId
      ? { page: 'odoo-record', model: 'account.move', id: moveId }
      : { page: 'mappings', section: 'accounts', key: 'locked-period' },
  };
}
