import { z } from 'zod';
import { instant, moneyBag, moneyV2, pageInfo } from './answer';

const address = z
  .object({
    name: z.string().nullish(),
    company: z.string().nullish(),
    address1: z.string().nullish(),
    address2: z.string().nullish(),
    zip: z.string().nullish(),
    city: z.string().nullish(),
    provinceCode: z.string().nullish(),
    countryCodeV2: z.string().nullish(),
  })
  .nullish();

export const saleShape = z.object({
  __typename: z.string(),
  id: z.string(),
  lineType: z.string(),
  quantity: z.number().int().nullish(),
  totalAmount: moneyBag,
  totalTaxAmount: moneyBag,
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
    .object({ title: z.string(), variantTitle: z.string().nullish(), sku: z.string().nullish() })
    .nullish(),
  shippingLine: z.object({ title: z.string() }).nullish(),
  additionalFee: z.object({ name: z.string() }).nullish(),
});

export const agreementShape = z.object({
  __typename: z.string(),
  id: z.string(),
  happenedAt: instant,
  refund: z.object({ id: z.string() }).nullish(),
  sales: z.object({ pageInfo, nodes: z.array(saleShape) }),
});

export const orderShape = z.object({
  id: z.string(),
  name: z.string(),
  test: z.boolean(),
  createdAt: instant,
  cancelledAt: z.string().nullish(),
  currencyCode: z.string(),
  presentmentCurrencyCode: z.string(),
  taxesIncluded: z.boolean(),
  email: z.string().nullish(),
  customer: z
    .object({
      id: z.string(),
      displayName: z.string(),
      defaultEmailAddress: z.object({ emailAddress: z.string() }).nullish(),
    })
    .nullish(),
  purchasingEntity: z
    .object({
      __typename: z.string(),
      company: z.object({ id: z.string(), name: z.string() }).nullish(),
      location: z
        .object({ taxSettings: z.object({ taxRegistrationId: z.string().nullish() }).nullish() })
        .nullish(),
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
      processedAt: z.string().nullish(),
      createdAt: z.string().nullish(),
      amountSet: moneyBag,
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
