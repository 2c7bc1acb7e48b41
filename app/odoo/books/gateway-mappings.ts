/** A mapping as the merchant saved it; other kinds than those of gateways are passed over. */
export interface MappingLike {
  readonly kind: string;
  readonly key: string;
  readonly target: { readonly id: number } | { readonly value: string };
}

export interface GatewayMapping {
  readonly journalId?: number;
  readonly accountId?: number;
}

/** Gateways whose money comes with Shopify's payouts: there each payment is a statement line already. */
export const feedGateways: ReadonlySet<string> = new Set(['shopify_payments', 'shopify_installments']);

const giftCard = 'gift_card';

/**
 * What is chosen for each gateway that is registered, and which are not. Gift cards need no choice of their own where
 * the account on which they are sold is known.
 */
export function gatewayMappings(mappings: readonly MappingLike[]): {
  readonly chosen: ReadonlyMap<string, GatewayMapping>;
  readonly notRegistered: ReadonlySet<string>;
} {
  const register = new Map<string, boolean>();
  const chosen = new Map<string, GatewayMapping>();
  const soldOn = idOf(mappings.find(({ kind, key }) => kind === 'line' && key === 'gift-card'));
  if (soldOn !== undefined) chosen.set(giftCard, { accountId: soldOn });
  for (const mapping of mappings) {
    const { kind, key, target } = mapping;
    const id = idOf(mapping);
    if (kind === 'gateway-register' && 'value' in target) register.set(key, target.value === 'yes');
    if (kind === 'gateway' && id !== undefined) chosen.set(key, { ...chosen.get(key), journalId: id });
    if (kind === 'gateway-account' && id !== undefined) {
      chosen.set(key, { ...chosen.get(key), accountId: id });
    }
  }
  const names = new Set([...feedGateways, ...register.keys(), ...chosen.keys()]);
  const notRegistered = new Set(
    [...names].filter((name) => !(register.get(name) ?? !feedGateways.has(name))),
  );
  for (const name of notRegistered) chosen.delete(name);
  return { chosen, notRegistered };
}

function idOf(mapping: MappingLike | undefined): number | undefined {
  return mapping && 'id' in mapping.target ? mapping.target.id : undefined;
}
