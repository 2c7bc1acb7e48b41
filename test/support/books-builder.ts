import type { Account, BookedTax, Books } from '../../app/accounting/books';
import { currency } from '../../app/accounting/currency';
import { taxKey, type TaxKey } from '../../app/accounting/tax-key';
import { without } from './without';

/** Accounts by the names that the tests use; the codes are of a Dutch chart. */
export const accounts = {
  sales: account(1, '800100', 'Turnover'),
  receivable: account(2, '130000', 'Debtors'),
  clearing: account(3, '103500', 'Shopify Payments'),
  fee: account(4, '450600', 'Payment fees'),
  feeVat: account(5, '152000', 'VAT on costs'),
  transfer: account(6, '101401', 'Transfers'),
  exchange: account(7, '499000', 'Exchange differences'),
  withoutDocument: account(8, '139900', 'Charges without a document'),
  disputes: account(9, '451000', 'Disputes'),
  reserves: account(10, '103900', 'Reserves'),
  vatPayable: account(11, '150000', 'VAT payable'),
  vatRefunded: account(12, '150010', 'VAT on credit notes'),
  giftCards: account(13, '180000', 'Gift cards'),
  lowVat: account(14, '150100', 'VAT payable low'),
} as const;

function account(id: number, code: string, name: string): Account {
  return { id, code, name };
}

/** A shop in Utrecht with everything mapped; a test takes away or changes what it is about. */
export function someBooks(changes: Partial<Books> = {}): Books {
  return {
    companyCurrency: currency('EUR'),
    timeZone: 'Europe/Amsterdam',
    salesJournal: { id: 1, code: 'INV', name: 'Sales' },
    salesAccount: accounts.sales,
    receivable: accounts.receivable,
    clearing: {
      journal: { id: 2, code: 'SHOP', name: 'Shopify Payments' },
      account: accounts.clearing,
      currency: currency('EUR'),
    },
    feeAccount: accounts.fee,
    feeVatAccount: accounts.feeVat,
    transferAccount: accounts.transfer,
    exchangeAccount: accounts.exchange,
    types: new Map([
      ['DISPUTE_WITHDRAWAL', accounts.disputes],
      ['DISPUTE_REVERSAL', accounts.disputes],
      ['RESERVED_FUNDS', accounts.reserves],
      ['RESERVED_FUNDS_REVERSAL', accounts.reserves],
      ['ADJUSTMENT', accounts.fee],
    ]),
    taxes: new Map<TaxKey, BookedTax>([...dutch(true), ...dutch(false)]),
    roles: new Map([
      ['gift-card', accounts.giftCards],
      ['tip', accounts.sales],
    ]),
    lockDates: {},
    postOnFirstOpenDay: false,
    ...changes,
  };
}

/** The same books without one of their optional accounts. */
export function booksWithout(missing: 'feeVatAccount' | 'exchangeAccount' | 'chargeWithoutDocument'): Books {
  return without(someBooks(), missing);
}

export function keyOf(rate: string, included = true, country = 'NL'): TaxKey {
  return taxKey({ country, title: rate === '0' ? '' : 'VAT', rate, included });
}

function dutch(included: boolean): [TaxKey, BookedTax][] {
  return [
    [keyOf('21', included), tax(included ? 21 : 121, '21', included, accounts.vatPayable)],
    [keyOf('9', included), tax(included ? 9 : 109, '9', included, accounts.lowVat)],
    [keyOf('0', included), tax(included ? 1 : 101, '0', included)],
  ];
}

function tax(id: number, rate: string, priceIncluded: boolean, invoiceAccount?: Account): BookedTax {
  const name = `${rate}% ${priceIncluded ? 'incl' : 'excl'}`;
  if (!invoiceAccount) return { id, name, rate, priceIncluded };
  return { id, name, rate, priceIncluded, invoiceAccount, refundAccount: accounts.vatRefunded };
}
