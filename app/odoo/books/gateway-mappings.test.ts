import { describe, expect, it } from 'vitest';
import { gatewayMappings, type MappingLike } from './gateway-mappings';

const chosen = (kind: string, key: string, target: number | string): MappingLike => ({
  kind,
  key,
  target: typeof target === 'number' ? { id: target } : { value: target },
});

describe('where payments of a gateway go', () => {
  it('is the journal and the account chosen under its name', () => {
    const { chosen: found } = gatewayMappings([
      chosen('gateway', 'Bank Deposit', 6),
      chosen('gateway', 'paypal', 7),
      chosen('gateway-account', 'paypal', 31),
      chosen('tax', 'paypal', 99),
    ]);
    expect([...found]).toEqual([
      ['Bank Deposit', { journalId: 6 }],
      ['paypal', { journalId: 7, accountId: 31 }],
    ]);
  });

  it('is nowhere for gateways that come with payouts, unless somebody says so', () => {
    const { chosen: found, notRegistered } = gatewayMappings([chosen('gateway', 'shopify_payments', 6)]);
    expect([...found]).toEqual([]);
    expect([...notRegistered]).toEqual(['shopify_payments', 'shopify_installments']);
    const said = gatewayMappings([
      chosen('gateway', 'shopify_payments', 6),
      chosen('gateway-register', 'shopify_payments', 'yes'),
    ]);
    expect([...said.chosen.keys()]).toEqual(['shopify_payments']);
    expect(said.notRegistered.has('shopify_payments')).toBe(false);
  });

  it('is nowhere where the merchant does not want them registered', () => {
    const { chosen: found, notRegistered } = gatewayMappings([
      chosen('gateway', 'Klarna', 6),
      chosen('gateway-register', 'Klarna', 'no'),
    ]);
    expect(found.size).toBe(0);
    expect(notRegistered.has('Klarna')).toBe(true);
  });

  it('is the account that gift cards are sold on for a gift card, unless another is chosen', () => {
    const sold = chosen('line', 'gift-card', 44);
    expect(gatewayMappings([sold]).chosen.get('gift_card')).toEqual({ accountId: 44 });
    expect(
      gatewayMappings([chosen('gateway-account', 'gift_card', 45), sold]).chosen.get('gift_card'),
    ).toEqual({
      accountId: 45,
    });
  });
});
