import { giftCard, goods, shipping, tip } from '../sold';
import { buyer, type Kind } from './kind';

const post = () => shipping('PostNL', 595n);

/** How customers pay where no payout brings the money, and card payments that are held first. */
export const waysOfPaying: readonly Kind[] = [
  {
    kind: 'bank deposit, not paid yet',
    tell: (begin) =>
      begin(buyer('Bakker')).sells(goods('TW-SPADE-01'), post()).pays('Bank Deposit', { status: 'PENDING' }),
  },
  {
    kind: 'bank deposit, paid',
    tell: (begin) =>
      begin(buyer('Visser'))
        .sells(goods('TW-RAKE-14'), goods('TW-GLOVE-M', 2), post())
        .pays('Bank Deposit', { status: 'PENDING' })
        .pays('Bank Deposit', { at: begin.later(26) }),
  },
  {
    kind: 'marked as paid by hand',
    tell: (begin) =>
      begin(buyer('Smit'))
        .sells(goods('TW-CAN-10'), post())
        .pays('manual', { at: begin.later(3) }),
  },
  {
    kind: 'cash on delivery',
    tell: (begin) =>
      begin(buyer('Mulder'))
        .sells(goods('TW-BARROW-85'), post())
        .pays('Cash on Delivery (COD)', { status: 'PENDING' })
        .pays('Cash on Delivery (COD)', { at: begin.later(30) }),
  },
  {
    kind: 'PayPal',
    tell: (begin) =>
      begin(buyer('Bos')).sells(goods('TW-SEC-BY'), goods('TW-BK-PRUNE'), post()).pays('paypal'),
  },
  {
    kind: 'Klarna, which is not mapped',
    tell: (begin) => begin(buyer('Vos')).sells(goods('TW-LOP-T'), post()).pays('Klarna'),
  },
  {
    kind: 'a gift card sold, beside goods',
    tell: (begin) =>
      begin(buyer('Peters')).sells(giftCard(5000n), goods('TW-BIRD-FD'), post()).pays('paypal'),
  },
  {
    kind: 'a gift card, and a card for the rest',
    tell: (begin) =>
      begin(buyer('Hendriks'))
        .sells(goods('TW-COMP-300'), post())
        .pays('gift_card', { cents: 2500n })
        .pays('shopify_payments'),
  },
  {
    kind: 'store credit',
    tell: (begin) => begin(buyer('Dekker')).sells(goods('TW-KNEE-01'), post()).pays('shopify_store_credit'),
  },
  {
    kind: 'cash in the shop, rounded to five cents',
    tell: (begin) =>
      begin(buyer('Kok'), { atTill: true })
        .sells(goods('TW-POT-14'), goods('TW-HOSE-CS'))
        // 15.98 is owed, 16.00 is paid.
        .pays('cash', { rounding: 2n }),
  },
  {
    kind: 'two ways of paying',
    tell: (begin) =>
      begin(buyer('Jacobs'))
        .sells(goods('TW-BARREL-100'), post())
        .pays('paypal', { cents: 6000n })
        .pays('Bank Deposit', { at: begin.later(24) }),
  },
  {
    kind: 'a tip',
    tell: (begin) => begin(buyer('Hoekstra')).sells(goods('TW-PL-FIG'), tip(250n), post()).pays('paypal'),
  },
  {
    kind: 'captured in part: one parcel has left',
    tell: (begin) =>
      begin(buyer('Brouwer'))
        .sells(goods('TW-CLOG-GR'), goods('TW-ZINC-40'), post())
        .pays('shopify_payments', { kind: 'AUTHORIZATION' })
        .pays('shopify_payments', { kind: 'CAPTURE', cents: 4090n, at: begin.later(20) }),
  },
  {
    kind: 'captured in two parts',
    tell: (begin) =>
      begin(buyer('de Jong'))
        .sells(goods('TW-HEDGE-1'), goods('TW-SAW-F'), post())
        .pays('shopify_payments', { kind: 'AUTHORIZATION' })
        .pays('shopify_payments', { kind: 'CAPTURE', cents: 3894n, at: begin.later(12) })
        .pays('shopify_payments', { kind: 'CAPTURE', at: begin.later(22) }),
  },
  {
    kind: 'authorised, not captured yet',
    tell: (begin) =>
      begin(buyer('van Dijk'))
        .sells(goods('TW-FORK-01'), post())
        .pays('shopify_payments', { kind: 'AUTHORIZATION' }),
  },
  {
    kind: 'an authorisation that was voided',
    tell: (begin) =>
      begin(buyer('Bakker'))
        .sells(goods('TW-GAUGE-1'), post())
        .pays('shopify_payments', { kind: 'AUTHORIZATION' })
        .pays('shopify_payments', { kind: 'VOID', at: begin.later(5) }),
  },
  {
    kind: 'an authorisation that lapsed',
    tell: (begin) =>
      begin(buyer('Visser'))
        .sells(goods('TW-INSECT-1'), post())
        .pays('shopify_payments', { kind: 'AUTHORIZATION' })
        .with({ displayFinancialStatus: 'EXPIRED' }),
  },
];
