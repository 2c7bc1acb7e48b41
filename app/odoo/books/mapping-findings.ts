import type { Finding, Remedy } from '../../accounting/finding';

/** `fee`, `transfer`, `type DISPUTE_WITHDRAWAL`, `tax NL|VAT|21|included`: which mapping, and where it is edited. */
export interface MappingPlace {
  readonly id: string;
  readonly section: Extract<Remedy, { page: 'mappings' }>['section'];
}

/** Why a mapping does not hold any more. */
export type Breach =
  | 'gone'
  | 'archived'
  | 'wrong-type'
  | 'not-reconcilable'
  | 'other-currency'
  | 'not-a-sale-tax'
  | 'other-rate'
  | 'no-account'
  | 'wrong-journal'
  | 'same-plan'
  /** Payment terms of several instalments. */
  | 'in-parts';

export function mappingMissing(place: MappingPlace): Finding {
  return {
    kind: 'mapping-missing',
    severity: 'blocks',
    object: { type: 'mapping', id: place.id, name: place.id },
    facts: { mapping: place.id },
    remedy: { page: 'mappings', section: place.section, key: place.id },
  };
}

export function mappingBroken(
  place: MappingPlace,
  name: string,
  reason: Breach,
  facts: Readonly<Record<string, string>> = {},
): Finding {
  return {
    kind: 'mapping-broken',
    severity: 'blocks',
    object: { type: 'mapping', id: place.id, name: name || place.id },
    facts: { mapping: place.id, name, reason, ...facts },
    remedy: { page: 'mappings', section: place.section, key: place.id },
  };
}
