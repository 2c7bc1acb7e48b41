import { additionalFee, allOff, custom, duty, free, goods, off, shipping } from '../sold';
import { lantern } from './lantern';
import { buyer, type Kind } from './kind';

const post = () => shipping('PostNL', 595n);

/** What is sold, and at which price. */
export const thingsSold: readonly Kind[] = [
  {
    kind: 'several VAT rates, and a number of pieces that does not divide',
    tell: (begin) =>
      begin(buyer('Smit'))
        .sells(
          off(goods('TW-POT-22', 3), 286n, { how: 'automatic', title: 'Three pots for 29.99' }),
          goods('TW-PL-LAV', 3),
          goods('TW-BK-KITCH'),
          post(),
        )
        .pays('paypal'),
  },
  {
    kind: 'a discount code',
    tell: (begin) => {
      const welcome = { how: 'code', title: 'WELKOM10' } as const;
      return begin(buyer('Mulder'))
        .sells(off(goods('TW-HOSE-25'), 420n, welcome), off(goods('TW-SD-TOM', 4), 140n, welcome), post())
        .pays('paypal');
    },
  },
  {
    kind: 'an automatic discount, and free shipping',
    tell: (begin) =>
      begin(buyer('Bos'))
        .sells(
          off(goods('TW-SPADE-01', 2), 1000n, { how: 'automatic', title: 'Second spade cheaper' }),
          allOff(post(), { how: 'automatic', title: 'Free shipping' }),
        )
        .pays('paypal'),
  },
  {
    kind: 'everything discounted: 100 %',
    tell: (begin) => {
      const gift = { how: 'code', title: 'PERSONEEL' } as const;
      return begin(buyer('Vos')).sells(allOff(goods('TW-TROWEL-01'), gift), allOff(post(), gift));
    },
  },
  {
    kind: 'a line typed by hand, a free one and one of the catalogue',
    tell: (begin) =>
      begin(buyer('Peters'))
        .sells(
          custom('Garden design, two hours', 15000n),
          free(goods('TW-SD-WILD')),
          goods('TW-TWINE-100'),
          post(),
        )
        .pays('Bank Deposit', { at: begin.later(20) }),
  },
  {
    kind: 'nothing to pay',
    tell: (begin) => begin(buyer('Hendriks')).sells(free(goods('TW-LABEL-50')), shipping('Letter', 0n)),
  },
  {
    kind: 'a test order',
    tell: (begin) =>
      begin(buyer('Dekker'), { more: { test: true } })
        .sells(goods('TW-BARROW-85'), post())
        .pays('bogus'),
  },
  {
    kind: 'duty and an additional fee, to the United States',
    tell: (begin) =>
      begin(buyer('Miller'))
        .sells(
          goods('TW-SEC-BY'),
          duty(310n),
          additionalFee('Customs handling', 450n),
          shipping('International', 3900n),
        )
        .pays('paypal'),
  },
  {
    kind: 'an SKU that two products in Odoo have',
    tell: (begin) => begin(buyer('Jacobs')).sells(goods(lantern, 2), post()).pays('paypal'),
  },
];
