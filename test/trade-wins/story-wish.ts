import type { JsonObject } from '../fakes/shopify/shop-state';
import type { Currencies } from './amount';
import { address, customerId, isReverseCharge, localeOf, purchasingEntity, type Customer } from './customers';
import { destination } from './destination';
import { orderNumberBase } from './made-order';
import type { ExchangeRate } from './price-order';

export type StoryWish = {
  number: number;
  /** Instant, UTC. */
  at: string;
  customer: Customer;
  /** Left no account: the order carries names and an e-mail address only. */
  guest?: true;
  /** Bought at the shop's own till: no addresses, the tax of the Netherlands. */
  atTill?: true;
  /** Prices are without tax, as companies see them. */
  pricesWithoutTax?: true;
  presentment?: { currency: string; exchange: ExchangeRate };
  /** Shopify (a marketplace) pays the tax itself. */
  channelLiable?: true;
  /** Any other field of the order. */
  more?: JsonObject;
};

/** The shop in the Twijnstraat, with its till. */
export const tillLocation = 'gid://shopify/Location/71000000001';

export const placeOf = ({ atTill, customer }: StoryWish) => destination(atTill ? 'NL' : customer.country);

/** The order's own fields, before anything is sold. */
export function storyHead(wish: StoryWish, currencies: Currencies): JsonObject {
  const { number, at, customer, guest, atTill } = wish;
  const mailbox = `${customer.first}.${customer.last}`.toLowerCase().replaceAll(' ', '');
  const who = guest
    ? { customer: null, purchasingEntity: null, email: `${mailbox}@example.org` }
    : { customer: customerId(customer), purchasingEntity: purchasingEntity(customer) };
  return {
    id: `gid://shopify/Order/${orderNumberBase + number}`,
    name: `#${number}`,
    number,
    createdAt: at,
    processedAt: at,
    sourceName: atTill ? 'pos' : 'web',
    test: false,
    confirmed: true,
    taxesIncluded: !wish.pricesWithoutTax,
    taxExempt: isReverseCharge(customer),
    customerLocale: localeOf(customer),
    currencyCode: currencies.shop,
    presentmentCurrencyCode: currencies.presentment,
    ...who,
    ...(atTill
      ? { shippingAddress: null, billingAddress: null, retailLocation: tillLocation }
      : { shippingAddress: address(customer), billingAddress: address(customer) }),
    discountCodes: [],
    disputes: [],
    ...wish.more,
  };
}
