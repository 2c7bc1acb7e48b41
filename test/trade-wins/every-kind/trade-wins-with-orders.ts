import type { ShopState } from '../../fakes/shopify/shop-state';
import { productJson } from '../catalogue';
import { companyJson, customerJson } from '../customers';
import { orderCount } from '../season';
import { tillLocation } from '../story-wish';
import { tradeWins } from '../trade-wins';
import { newCustomers, tellKinds, type Kind } from './kind';
import { lantern } from './lantern';
import { thingsSold } from './things-sold';
import { waysOfPaying } from './ways-of-paying';
import { whatFollows } from './what-follows';
import { whoBought } from './who-bought';

export const everyKind: readonly Kind[] = [...waysOfPaying, ...thingsSold, ...whatFollows, ...whoBought];

/** After the 150 orders of the season, of whose numbers one is missing. */
export const firstOfEveryKind = 1001 + orderCount + 1;

/**
 * Trade Wins with an order of every kind in the last days of its season. None of them is in a payout: their money comes
 * by other ways, or is on its way still.
 */
export function tradeWinsWithOrders(): ShopState {
  const state = tradeWins();
  return {
    ...state,
    products: [...(state.products ?? []), productJson(lantern)],
    customers: [...(state.customers ?? []), ...newCustomers.map(customerJson)],
    companies: [
      ...(state.companies ?? []),
      ...newCustomers.filter(({ company }) => company).map(companyJson),
    ],
    locations: [
      {
        id: tillLocation,
        name: 'Twijnstraat',
        address: { address1: 'Twijnstraat 1', zip: '3511 ZG', city: 'Utrecht', countryCode: 'NL' },
      },
    ],
    orders: [...(state.orders ?? []), ...tellKinds(everyKind, firstOfEveryKind).map((story) => story.json())],
  };
}
