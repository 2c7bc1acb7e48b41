import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { isPayoutItself, transactionFamily } from './transaction-family';

interface SchemaType {
  readonly name: string;
  readonly enumValues?: readonly { readonly name: string }[] | null;
}

/** The types of the real Admin API 2026-07, from its own introspection. */
function typesOfTheAdminApi(): string[] {
  const file = new URL(
    '../../node_modules/@shopify/dev-mcp/dist/data/admin_2026-07.json.gz',
    import.meta.url,
  );
  const text = gunzipSync(readFileSync(file)).toString();
  const schema = JSON.parse(text) as { data: { __schema: { types: SchemaType[] } } };
  const type = schema.data.__schema.types.find(({ name }) => name === 'ShopifyPaymentsTransactionType');
  return (type?.enumValues ?? []).map(({ name }) => name);
}

it('knows all 113 types of the Admin API 2026-07', () => {
  const types = typesOfTheAdminApi();
  expect(types).toHaveLength(113);
  expect(types.filter((type) => transactionFamily(type) === 'unknown')).toEqual([]);
});

it('puts a type and its reversal in one family', () => {
  const types = typesOfTheAdminApi();
  const apart = types.filter(
    (type) =>
      types.includes(`${type}_REVERSAL`) && transactionFamily(type) !== transactionFamily(`${type}_REVERSAL`),
  );
  expect(apart).toEqual([]);
});

it.each([
  ['CHARGE', 'charge'],
  ['REFUND', 'refund'],
  ['REFUND_FAILURE', 'refund'],
  ['REFUND_ADJUSTMENT', 'adjustment'],
  ['CHARGE_ADJUSTMENT', 'adjustment'],
  ['CHARGEBACK_FEE', 'dispute'],
  ['DISPUTE_WITHDRAWAL', 'dispute'],
  ['RISK_REVERSAL', 'dispute'],
  ['RESERVED_FUNDS_WITHDRAWAL', 'reserve'],
  ['ADVANCE_FUNDING', 'financing'],
  ['LENDING_CAPITAL_REMITTANCE', 'financing'],
  ['SHIPPING_LABEL', 'shipping-and-duty'],
  ['IMPORT_TAX', 'shipping-and-duty'],
  ['REFERRAL_FEE_TAX', 'shipping-and-duty'],
  ['REFERRAL_FEE', 'fee'],
  ['STRIPE_FEE', 'fee'],
  ['SHOP_CASH_CREDIT', 'credit'],
  ['MERCHANT_GOODWILL_CREDIT', 'credit'],
  ['BALANCE_TRANSFER_INBOUND', 'adjustment'],
  ['TRANSFER_FAILURE', 'transfer'],
  ['TRANSFER', 'transfer'],
])('%s is of the family %s', (type, family) => {
  expect(transactionFamily(type)).toBe(family);
});

it.each(['HOLOGRAM_CREDIT', '', 'charge', 'CHARGES', 'XCHARGE'])('"%s" is unknown, not guessed', (type) => {
  expect(transactionFamily(type)).toBe('unknown');
});

it('only TRANSFER is the payout itself', () => {
  expect(typesOfTheAdminApi().filter(isPayoutItself)).toEqual(['TRANSFER']);
});
