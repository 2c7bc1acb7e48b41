import {
  getNamedType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  type GraphQLOutputType,
} from 'graphql';
import type { ShopWorld } from './shop-world';

/**
 * What a field answers that the state does not give: null where the schema allows it, else the emptiest value of
 * its type. An object answers as `{}`, whose fields are then asked in the same way.
 */
export function defaultValue(world: ShopWorld, type: GraphQLOutputType): unknown {
  if (!isNonNullType(type)) return null;
  const nullable = type.ofType;
  if (isListType(nullable)) return [];
  const named = getNamedType(nullable);
  if (isEnumType(named)) return named.getValues()[0]?.name;
  if (isLeafType(named)) return scalarDefaults(world)[named.name] ?? '';
  if (named.name === 'MoneyV2') return { amount: '0.0', currencyCode: world.currency };
  if (named.name === 'MoneyBag') {
    const money = { amount: '0.0', currencyCode: world.currency };
    return { shopMoney: money, presentmentMoney: money };
  }
  return {};
}

function scalarDefaults(world: ShopWorld): Record<string, unknown> {
  return {
    Boolean: false,
    Int: 0,
    Float: 0,
    Decimal: '0.0',
    Money: '0.00',
    UnsignedInt64: '0',
    BigInt: '0',
    Date: '2026-01-01',
    DateTime: '2026-01-01T00:00:00Z',
    URL: `https://${world.domain}/`,
    JSON: {},
    ID: `gid://shopify/Shop/1`,
  };
}
