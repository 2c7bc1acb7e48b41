import { describe, expect, it } from 'vitest';
import { toDecimal } from '../accounting/money';
import { orderFromShopify } from './order-from-shopify';

const bag = (shop: string, presentment = shop) => ({
  shopMoney: { amount: shop, currencyCode: 'EUR' },
  presentmentMoney: { amount: presentment, currencyCode: 'USD' },
});

/** What the first version of the app asked for: answers of that time are kept in the database. */
const recorded = {
  id: 'gid://shopify/Order/1001',
  name: '#1001',
  test: false,
  createdAt: '2026-11-01T10:00:00Z',
  currencyCode: 'EUR',
  presentmentCurrencyCode: 'USD',
  taxesIncluded: true,
  transactions: [],
  refunds: [],
  agreements: { pageInfo: { hasNextPage: false }, nodes: [] },
};

const productSale = {
  __typename: 'ProductSale',
  id: 'gid://shopify/Sale/1',
  lineType: 'PRODUCT',
  quantity: 2,
  totalAmount: bag('19.98', '21.50'),
  totalTaxAmount: bag('3.47', '3.73'),
  taxes: [],
  lineItem: { id: 'gid://shopify/LineItem/5', title: 'Spade', variantTitle: 'Long', sku: ' SP-1 ' },
};

function withSale(sale: object) {
  const agreement = {
    __typename: 'OrderAgreement',
    id: 'gid://shopify/SalesAgreement/1',
    happenedAt: '2026-11-01T10:00:00Z',
    sales: { pageInfo: { hasNextPage: false }, nodes: [{ ...productSale, ...sale }] },
  };
  return { ...recorded, agreements: { pageInfo: { hasNextPage: false }, nodes: [agreement] } };
}

describe('an order from Shopify', () => {
  it('that was kept by an earlier version still reads, and says nothing of what was not asked', () => {
    const order = orderFromShopify(recorded);
    expect(order).not.toHaveProperty('financialStatus');
    expect(order).not.toHaveProperty('totals');
    expect(order).not.toHaveProperty('taxCountry');
    expect(order.buyer).toEqual({ name: '#1001', isCompany: false });
  });

  it('has its status in our words, and none where Shopify has a word that we do not know', () => {
    const status = (displayFinancialStatus: string | null) =>
      orderFromShopify({ ...recorded, displayFinancialStatus }).financialStatus;
    expect(status('PARTIALLY_REFUNDED')).toBe('partially-refunded');
    expect(status('VOIDED')).toBe('voided');
    expect(status('HALF_PAID')).toBeUndefined();
    expect(status(null)).toBeUndefined();
  });

  it('gives Shopify’s totals in the currency of its documents', () => {
    const node = { ...recorded, totalPriceSet: bag('10.00', '11.00'), totalTaxSet: bag('1.74', '1.91') };
    const { original, originalTax, current } = orderFromShopify(node, 'presentment').totals ?? {};
    expect([original, originalTax].map((amount) => amount && toDecimal(amount))).toEqual(['11.00', '1.91']);
    expect(original?.currency).toBe('USD');
    expect(current).toBeUndefined();
  });

  it('names the catalogue’s product, variant and barcode of a line, and whether it is shipped', () => {
    const lineItem = {
      ...productSale.lineItem,
      requiresShipping: false,
      product: { id: 'gid://shopify/Product/7' },
      variant: { id: 'gid://shopify/ProductVariant/8', barcode: ' 8712345 ' },
    };
    const sale = orderFromShopify(withSale({ lineItem })).agreements[0]?.sales[0];
    expect(sale?.item).toEqual({
      lineItemId: '5',
      productId: '7',
      variantId: '8',
      barcode: '8712345',
      shipped: false,
    });
    expect(sale?.sku).toBe('SP-1');
  });

  it('keeps a discount before and after taxes, and none where it is zero', () => {
    const discounted = (before: string, after: string) =>
      orderFromShopify(
        withSale({ totalDiscountAmountBeforeTaxes: bag(before), totalDiscountAmountAfterTaxes: bag(after) }),
      ).agreements[0]?.sales[0]?.discount;
    expect(discounted('1.65', '2.00')?.afterTaxes.minor).toBe(200n);
    expect(discounted('1.65', '2.00')?.beforeTaxes.minor).toBe(165n);
    expect(discounted('0.0', '0.0')).toBeUndefined();
  });

  it('is due when its first unpaid instalment is', () => {
    const paymentTerms = {
      paymentTermsName: 'Net 30',
      paymentSchedules: {
        nodes: [
          { dueAt: '2026-11-10T00:00:00Z', completedAt: '2026-11-09T00:00:00Z' },
          { dueAt: '2026-12-10T00:00:00Z', completedAt: null },
        ],
      },
    };
    expect(orderFromShopify({ ...recorded, paymentTerms }).paymentTerms).toEqual({
      name: 'Net 30',
      dueAt: '2026-12-10T00:00:00Z',
    });
    const onFulfilment = { paymentTermsName: 'Due on fulfillment', paymentSchedules: { nodes: [] } };
    expect(orderFromShopify({ ...recorded, paymentTerms: onFulfilment }).paymentTerms).toEqual({
      name: 'Due on fulfillment',
    });
  });
});

describe('where the taxes of an order belong', () => {
  const till = { retailLocation: { address: { countryCode: 'BE', provinceCode: 'VAN' } } };
  it('is where it was delivered, even when a shop’s till took the order', () => {
    const shippingAddress = { countryCodeV2: 'NL', provinceCode: 'UT' };
    expect(orderFromShopify({ ...recorded, ...till, shippingAddress })).toMatchObject({
      taxCountry: 'NL',
      taxProvince: 'UT',
    });
  });

  it('is the shop whose till took it, when nobody delivers it, wherever its customer lives', () => {
    const billingAddress = { countryCodeV2: 'NL', provinceCode: 'UT' };
    expect(orderFromShopify({ ...recorded, ...till, billingAddress })).toMatchObject({
      taxCountry: 'BE',
      taxProvince: 'VAN',
    });
    expect(orderFromShopify({ ...recorded, billingAddress })).toMatchObject({ taxCountry: 'NL' });
  });

  it('is the shop whose till took it, when it has no address', () => {
    expect(orderFromShopify({ ...recorded, ...till })).toMatchObject({
      taxCountry: 'BE',
      taxProvince: 'VAN',
    });
  });
});

describe('a payment', () => {
  it('says its state, its gateway’s name for people, and what rounding to a coin changed', () => {
    const transaction = {
      id: 'gid://shopify/OrderTransaction/1',
      kind: 'SALE',
      status: 'PENDING',
      gateway: 'cash',
      formattedGateway: 'Cash',
      amountSet: bag('9.97'),
      amountRoundingSet: bag('-0.02'),
      fees: [],
    };
    const [payment] = orderFromShopify({ ...recorded, transactions: [transaction] }).transactions;
    expect(payment).toMatchObject({ status: 'pending', succeeded: false, gatewayTitle: 'Cash' });
    expect(payment?.rounding?.minor).toBe(-2n);
    const unrounded = { ...transaction, amountRoundingSet: bag('0.0') };
    expect(orderFromShopify({ ...recorded, transactions: [unrounded] }).transactions[0]).not.toHaveProperty(
      'rounding',
    );
  });
});

describe('the buyer', () => {
  const address = { name: 'Noor Bakker', phone: '+31 6 1', address1: 'Oudegracht 1', countryCodeV2: 'NL' };

  it('of a B2B order is the company, with its location, its contact and its VAT number', () => {
    const purchasingEntity = {
      __typename: 'PurchasingCompany',
      company: { id: 'gid://shopify/Company/3', name: 'Tulip Ltd' },
      contact: { customer: { displayName: 'Noor Bakker' } },
      location: {
        id: 'gid://shopify/CompanyLocation/4',
        name: 'Utrecht',
        taxSettings: { taxRegistrationId: ' NL001234567B01 ' },
      },
    };
    const { buyer } = orderFromShopify({ ...recorded, purchasingEntity, customerLocale: 'nl' });
    expect(buyer).toMatchObject({
      name: 'Tulip Ltd',
      vat: 'NL001234567B01',
      isCompany: true,
      locale: 'nl',
      company: {
        id: '3',
        name: 'Tulip Ltd',
        location: { id: '4', name: 'Utrecht' },
        contactName: 'Noor Bakker',
      },
    });
  });

  it('has a delivery address only where the order has one', () => {
    expect(orderFromShopify({ ...recorded, billingAddress: address }).buyer.delivery).toBeUndefined();
    const { billing, delivery } = orderFromShopify({ ...recorded, shippingAddress: address }).buyer;
    expect(delivery).toMatchObject({ name: 'Noor Bakker', phone: '+31 6 1', street: 'Oudegracht 1' });
    expect(billing).toEqual(delivery);
  });

  it('has the tax number given at checkout, but not its kind or an e-mail address for invoices', () => {
    const localizedFields = {
      nodes: [
        { key: 'TAX_CREDENTIAL_TYPE_CO', value: 'NIT' },
        { key: 'TAX_EMAIL_IT', value: 'pec@example.com' },
        { key: 'TAX_CREDENTIAL_IT', value: ' 00743110157 ' },
      ],
    };
    expect(orderFromShopify({ ...recorded, localizedFields }).buyer.vat).toBe('00743110157');
    localizedFields.nodes.pop();
    expect(orderFromShopify({ ...recorded, localizedFields }).buyer.vat).toBeUndefined();
  });
});

describe('the totals of an order that was edited', () => {
  it('are what was ordered first, and no tax that is of another moment', () => {
    const node = {
      ...recorded,
      originalTotalPriceSet: bag('10.00'),
      totalPriceSet: bag('15.00'),
      totalTaxSet: bag('2.60'),
    };
    const totals = orderFromShopify(node).totals;
    expect(totals?.original?.minor).toBe(1000n);
    expect(totals?.originalTax).toBeUndefined();
  });
});
