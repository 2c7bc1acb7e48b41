const saleFields = `#graphql
  fragment Bag on MoneyBag { shopMoney { amount currencyCode } presentmentMoney { amount currencyCode } }
  fragment SoldLine on LineItem {
    id title variantTitle sku requiresShipping product { id } variant { id barcode }
  }
  fragment SaleFields on Sale {
    __typename
    id
    actionType
    lineType
    quantity
    totalAmount { ...Bag }
    totalTaxAmount { ...Bag }
    totalDiscountAmountBeforeTaxes { ...Bag }
    totalDiscountAmountAfterTaxes { ...Bag }
    taxes { id amount { ...Bag } taxLine { title rate ratePercentage channelLiable } }
    ... on ProductSale { lineItem { ...SoldLine } }
    ... on GiftCardSale { lineItem { ...SoldLine } }
    ... on ShippingLineSale { shippingLine { id title } }
    ... on AdditionalFeeSale { additionalFee { id name } }
  }
  fragment AgreementFields on SalesAgreement {
    __typename
    id
    happenedAt
    reason
    ... on RefundAgreement { refund { id } }
    ... on ReturnAgreement { return { id } }
  }
`;

const orderFields = `#graphql
  fragment Place on MailingAddress {
    name phone company address1 address2 zip city provinceCode countryCodeV2
  }
  fragment OrderHead on Order {
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
    totalPriceSet { ...Bag }
    totalTaxSet { ...Bag }
    currentTotalPriceSet { ...Bag }
    currentTotalTaxSet { ...Bag }
    totalReceivedSet { ...Bag }
    totalRefundedSet { ...Bag }
    netPaymentSet { ...Bag }
    totalOutstandingSet { ...Bag }
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
    localizedFields(first: 5, purposes: [TAX]) { nodes { key value } }
    billingAddress { ...Place }
    shippingAddress { ...Place }
    retailLocation @include(if: $retail) { address { countryCode provinceCode } }
    paymentTerms @include(if: $terms) {
      paymentTermsName
      paymentSchedules(first: 10) { nodes { dueAt completedAt } }
    }
  }
  fragment OrderPayments on Order {
    transactions(first: $transactions) {
      id
      kind
      status
      gateway
      formattedGateway
      processedAt
      createdAt
      amountSet { ...Bag }
      amountRoundingSet { ...Bag }
      fees { amount { amount currencyCode } taxAmount { amount currencyCode } }
    }
    refunds(first: 50) { id transactions(first: 5) { nodes { id } } }
  }
`;

/** Orders with their ledger and their payments. A page of anything that ends early is read on with the queries below. */
export const ordersQuery = `#graphql
  query Orders(
    $ids: [ID!]!
    $agreements: Int!
    $sales: Int!
    $transactions: Int!
    $retail: Boolean!
    $terms: Boolean!
  ) {
    nodes(ids: $ids) {
      __typename
      ... on Order {
        ...OrderHead
        ...OrderPayments
        agreements(first: $agreements) {
          pageInfo { hasNextPage endCursor }
          nodes {
            ...AgreementFields
            sales(first: $sales) { pageInfo { hasNextPage endCursor } nodes { ...SaleFields } }
          }
        }
      }
    }
  }
  ${orderFields}
  ${saleFields}
`;

/** The next agreements of one order. */
export const orderAgreementsQuery = `#graphql
  query OrderAgreements($id: ID!, $after: String, $agreements: Int!, $sales: Int!) {
    order(id: $id) {
      id
      agreements(first: $agreements, after: $after) {
        pageInfo { hasNextPage endCursor }
        nodes {
          ...AgreementFields
          sales(first: $sales) { pageInfo { hasNextPage endCursor } nodes { ...SaleFields } }
        }
      }
    }
  }
  ${saleFields}
`;

/** The next sales of one agreement: it is found again by the cursor before it. */
export const agreementSalesQuery = `#graphql
  query AgreementSales($id: ID!, $agreement: String, $after: String, $sales: Int!) {
    order(id: $id) {
      id
      agreements(first: 1, after: $agreement) {
        nodes {
          ...AgreementFields
          sales(first: $sales, after: $after) { pageInfo { hasNextPage endCursor } nodes { ...SaleFields } }
        }
      }
    }
  }
  ${saleFields}
`;

/** Which orders changed, oldest change first. */
export const changedOrdersQuery = `#graphql
  query ChangedOrders($query: String!, $first: Int!, $after: String) {
    orders(query: $query, first: $first, after: $after, sortKey: UPDATED_AT) {
      pageInfo { hasNextPage endCursor }
      nodes { id name updatedAt }
    }
  }
`;

/** How many orders a search finds. Shopify stops counting at a limit unless it is told null. */
export const ordersCountQuery = `#graphql
  query OrdersCount($query: String!, $limit: Int) {
    ordersCount(query: $query, limit: $limit) { count precision }
  }
`;

/** Order ids by name, for an import that knows only names. */
export const ordersByNameQuery = `#graphql
  query OrdersByName($query: String!, $first: Int!, $after: String) {
    orders(query: $query, first: $first, after: $after) {
      pageInfo { hasNextPage endCursor }
      nodes { id name }
    }
  }
`;
