/**
 * What the app reads of an order: selections without names of their own, so that the same words stand in a query and in
 * a bulk operation, where fragments and variables have no place.
 */
export const bag = '{ shopMoney { amount currencyCode } presentmentMoney { amount currencyCode } }';

const place = '{ name phone company address1 address2 zip city provinceCode countryCodeV2 }';

const soldLine = '{ id title variantTitle sku requiresShipping product { id } variant { id barcode } }';

export const saleFields = `
    __typename
    id
    actionType
    lineType
    quantity
    totalAmount ${bag}
    totalTaxAmount ${bag}
    totalDiscountAmountBeforeTaxes ${bag}
    totalDiscountAmountAfterTaxes ${bag}
    taxes { id amount ${bag} taxLine { title rate ratePercentage channelLiable } }
    ... on ProductSale { lineItem ${soldLine} }
    ... on GiftCardSale { lineItem ${soldLine} }
    ... on ShippingLineSale { shippingLine { id title } }
    ... on AdditionalFeeSale { additionalFee { id name } }
`;

export const agreementFields = `
    __typename
    id
    happenedAt
    reason
    ... on RefundAgreement { refund { id } }
    ... on ReturnAgreement { return { id } }
`;

export const orderFields = `
    id
    name
    test
    createdAt
    processedAt
    updatedAt
    cancelledAt
    currencyCode
    presentmentCurrencyCode
    taxesIncluded
    displayFinancialStatus
    poNumber
    customerLocale
    email
    phone
    originalTotalPriceSet ${bag}
    totalPriceSet ${bag}
    totalTaxSet ${bag}
    currentTotalPriceSet ${bag}
    currentTotalTaxSet ${bag}
    totalReceivedSet ${bag}
    totalRefundedSet ${bag}
    netPaymentSet ${bag}
    totalOutstandingSet ${bag}
    customer {
      id
      displayName
      defaultEmailAddress { emailAddress }
      defaultPhoneNumber { phoneNumber }
    }
    purchasingEntity {
      __typename
      ... on PurchasingCompany {
        company { id name }
        contact { customer { displayName } }
        location { id name taxSettings { taxRegistrationId } }
      }
    }
    billingAddress ${place}
    shippingAddress ${place}
`;

/** Needs the permission read_locations. */
export const retailFields = '{ address { countryCode provinceCode } }';

export const localizedFields = '{ key value }';

export const scheduleFields = '{ dueAt completedAt }';

export const transactionFields = `
      id
      kind
      status
      gateway
      formattedGateway
      processedAt
      createdAt
      amountSet ${bag}
      amountRoundingSet ${bag}
      fees { amount { amount currencyCode } taxAmount { amount currencyCode } }
`;
