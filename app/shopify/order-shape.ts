import { z } from 'zod';
import { instant, moneyBag, moneyV2, pageInfo } from './answer';

const address = z
  .object({
    name: z.string().nullish(),
    phone: z.string().nullish(),
    company: z.string().nullish(),
    address1: z.string().nullish(),
    address2: z.string().nullish(),
    zip: z.string().nullish(),
    city: z.string().nullish(),
    provinceCode: z.string().nullish(),
    countryCodeV2: z.string().nullish(),
  })
  .nullish();

const saleShape = z.object({
  __typename: z.string(),
  id: z.string(),
  lineType: z.string(),
  quantity: z.number().int().nullish(),
  totalAmount: moneyBag,
  totalTaxAmount: moneyBag,
  totalDiscountAmountBeforeTaxes: moneyBag.nullish(),
  totalDiscountAmountAfterTaxes: moneyBag.nullish(),
  taxes: z.array(
    z.object({
      amount: moneyBag,
      taxLine: z.object({
        title: z.string(),
        rate: z.number().nullish(),
        ratePercentage: z.number().nullish(),
        channelLiable: z.boolean().nullish(),
      }),
    }),
  ),
  lineItem: z
    .object({
      id: z.string().nullish(),
      title: z.string(),
      variantTitle: z.string().nullish(),
      sku: z.string().nullish(),
      requiresShipping: z.boolean().nullish(),
      product: z.object({ id: z.string() }).nullish(),
      variant: z.object({ id: z.string(), barcode: z.string().nullish() }).nullish(),
    })
    .nullish(),
  shippingLine: z.object({ title: z.string() }).nullish(),
  additionalFee: z.object({ name: z.string() }).nullish(),
});

const agreementShape = z.object({
  __typename: z.string(),
  id: z.string(),
  happenedAt: instant,
  refund: z.object({ id: z.string() }).nullish(),
  sales: z.object({ pageInfo, nodes: z.array(saleShape) }),
});

/**
 * An order as Shopify answers it. What came later than the first version is nullish, so that an answer kept from before
 * still reads; and Shopify answers null for what the app may not see.
 */
export const orderShape = z.object({
  id: z.string(),
  name: z.string(),
  test: z.boolean(),
  createdAt: instant,
  cancelledAt: z.string().nullish(),
  currencyCode: z.string(),
  presentmentCurrencyCode: z.string(),
  taxesIncluded: z.boolean(),
  updatedAt: instant.nullish(),
  processedAt: instant.nullish(),
  displayFinancialStatus: z.string().nullish(),
  poNumber: z.string().nullish(),
  customerLocale: z.string().nullish(),
  email: z.string().nullish(),
  phone: z.string().nullish(),
  originalTotalPriceSet: moneyBag.nullish(),
  totalPriceSet: moneyBag.nullish(),
  totalTaxSet: moneyBag.nullish(),
  currentTotalPriceSet: moneyBag.nullish(),
  currentTotalTaxSet: moneyBag.nullish(),
  totalReceivedSet: moneyBag.nullish(),
  totalRefundedSet: moneyBag.nullish(),
  netPaymentSet: moneyBag.nullish(),
  totalOutstandingSet: moneyBag.nullish(),
  customer: z
    .object({
      id: z.string(),
      displayName: z.string(),
      defaultEmailAddress: z.object({ emailAddress: z.string() }).nullish(),
      defaultPhoneNumber: z.object({ phoneNumber: z.string() }).nullish(),
    })
    .nullish(),
  purchasingEntity: z
    .object({
      __typename: z.string(),
      company: z.object({ id: z.string(), name: z.string() }).nullish(),
      contact: z.object({ customer: z.object({ displayName: z.string() }).nullish() }).nullish(),
      location: z
        .object({
          id: z.string().nullish(),
          name: z.string().nullish(),
          taxSettings: z.object({ taxRegistrationId: z.string().nullish() }).nullish(),
        })
        .nullish(),
    })
    .nullish(),
  localizedFields: z.object({ nodes: z.array(z.object({ key: z.string(), value: z.string() })) }).nullish(),
  paymentTerms: z
    .object({
      paymentTermsName: z.string(),
      paymentSchedules: z.object({
        nodes: z.array(z.object({ dueAt: instant.nullish(), completedAt: z.string().nullish() })),
      }),
    })
    .nullish(),
  retailLocation: z
    .object({
      address: z.object({ countryCode: z.string().nullish(), provinceCode: z.string().nullish() }),
    })
    .nullish(),
  billingAddress: address,
  shippingAddress: address,
  transactions: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      status: z.string(),
      gateway: z.string().nullish(),
      formattedGateway: z.string().nullish(),
      processedAt: z.string().nullish(),
      createdAt: z.string().nullish(),
      amountSet: moneyBag,
      amountRoundingSet: moneyBag.nullish(),
      fees: z.array(z.object({ amount: moneyV2, taxAmount: moneyV2 })),
    }),
  ),
  refunds: z.array(
    z.object({ id: z.string(), transactions: z.object({ nodes: z.array(z.object({ id: z.string() })) }) }),
  ),
  agreements: z.object({ pageInfo, nodes: z.array(agreementShape) }),
});

export type ShopifyOrder = z.infer<typeof orderShape>;
export type ShopifyAgreement = z.infer<typeof agreementShape>;
export type ShopifySale = z.infer<typeof saleShape>;
export type ShopifyAddress = z.infer<typeof address>;
