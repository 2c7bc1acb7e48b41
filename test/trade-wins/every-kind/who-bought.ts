import { goods, shipping } from '../sold';
import { buyer, type Kind } from './kind';

const post = () => shipping('PostNL', 595n);

const net30 = {
  paymentTermsName: 'Net 30',
  paymentTermsType: 'NET',
  dueInDays: 30,
};

/** Who bought, and where to: with it go terms, VAT numbers and taxes. */
export const whoBought: readonly Kind[] = [
  {
    kind: 'a company on 30 days, with its own order number; prices without VAT',
    tell: (begin) => {
      const terms = { id: 'gid://shopify/PaymentTerms/9100000001', ...net30 };
      return begin(buyer('Kramer'), {
        pricesWithoutTax: true,
        more: {
          poNumber: 'INK-2026-118',
          paymentTerms: {
            ...terms,
            paymentSchedules: [
              {
                id: 'gid://shopify/PaymentSchedule/9200000001',
                issuedAt: begin.later(0),
                dueAt: begin.later(30 * 24),
                completedAt: null,
              },
            ],
          },
        },
      }).sells(goods('TW-SPADE-01', 12), goods('TW-RAKE-14', 12), shipping('Pallet', 4950n));
    },
  },
  {
    kind: 'a company with a VAT number that cannot be right',
    tell: (begin) =>
      begin(buyer('Verbeek'))
        .sells(goods('TW-BARROW-85', 2), post())
        .pays('Bank Deposit', { at: begin.later(20) }),
  },
  {
    kind: 'a guest',
    tell: (begin) => begin(buyer('Kok'), { guest: true }).sells(goods('TW-BASKET-1'), post()).pays('paypal'),
  },
  {
    kind: 'Germany: its own VAT (OSS)',
    tell: (begin) =>
      begin(buyer('Schneider'))
        .sells(goods('TW-SAW-F'), goods('TW-BK-PRUNE'), shipping('DHL', 995n))
        .pays('paypal'),
  },
  {
    kind: 'Belgium: its own VAT (OSS)',
    tell: (begin) =>
      begin(buyer('Peeters'))
        .sells(goods('TW-CAN-05'), goods('TW-SD-WILD', 2), shipping('bpost', 895n))
        .pays('paypal'),
  },
  {
    kind: 'a German company: reverse charge',
    tell: (begin) =>
      begin(buyer('Fischer'))
        .sells(goods('TW-LOP-T', 6), shipping('DHL', 995n))
        .pays('Bank Deposit', { at: begin.later(22) }),
  },
  {
    kind: 'Switzerland: export',
    tell: (begin) =>
      begin(buyer('Brunner')).sells(goods('TW-ZINC-40', 2), shipping('International', 2450n)).pays('paypal'),
  },
  {
    kind: 'the United States, paid in dollars',
    tell: (begin) =>
      begin(buyer('Miller'), {
        presentment: { currency: 'USD', exchange: { numerator: 108n, denominator: 100n } },
      })
        .sells(goods('TW-TROWEL-01', 2), shipping('International', 3900n))
        .pays('paypal'),
  },
  {
    kind: 'Great Britain: Shopify pays the VAT itself',
    tell: (begin) =>
      begin(buyer('Wright'), { channelLiable: true })
        .sells(goods('TW-SEC-BY'), shipping('International', 1200n))
        .pays('paypal'),
  },
  {
    kind: 'Austria, whose VAT is not mapped',
    tell: (begin) => begin(buyer('Huber')).sells(goods('TW-BIRD-NB'), shipping('DHL', 995n)).pays('paypal'),
  },
];
