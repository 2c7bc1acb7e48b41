import type { Finding } from '../../accounting/finding';
import type { Buyer } from '../../accounting/order';
import type { Match } from './match-partners';

type Several = Extract<Match, { readonly ids: readonly number[] }>;

/** Several partners have the buyer's email address or VAT number, so that Klopt made one of its own. */
export function ambiguous(key: string, buyer: Buyer, { by, names, ids }: Several): Finding {
  return {
    kind: 'customer-ambiguous',
    severity: 'notice',
    object: objectOf(key, buyer),
    facts: { match: by, customers: `${names.join(', ')} (${ids.map((id) => `#${String(id)}`).join(', ')})` },
    remedy: { page: 'odoo-record', model: 'res.partner', id: ids[0] ?? 0 },
  };
}

export function vatRefused(key: string, buyer: Buyer, partnerId: number): Finding {
  return {
    kind: 'vat-number-refused',
    severity: 'notice',
    object: objectOf(key, buyer),
    facts: { vat: buyer.vat ?? '' },
    remedy: { page: 'odoo-record', model: 'res.partner', id: partnerId },
  };
}

/** `partnerId` is the partner whose address was refused, where it was not the partner itself. */
export function partnerRefused(key: string, buyer: Buyer, message: string, partnerId?: number): Finding {
  return {
    kind: 'entry-rejected',
    severity: 'blocks',
    object: objectOf(key, buyer),
    facts: { reference: buyer.name, message },
    remedy:
      partnerId === undefined
        ? { page: 'none' }
        : { page: 'odoo-record', model: 'res.partner', id: partnerId },
  };
}

function objectOf(key: string, buyer: Buyer): Finding['object'] {
  return { type: 'customer', id: key, name: buyer.name };
}
