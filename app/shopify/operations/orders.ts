const saleFields = `#graphql
  fragment Bag on MoneyBag { shopMoney { amount currencyCode } presentmentMoney { amount currencyCode } }
  fragment SaleFields on Sale {
    __typename
    id
    actionType
    lineType
    quantity
    totalAmount { ...Bag }
    totalTaxAmount { ...Bag }
    taxes { id amount { ...Bag } taxLine { title rate ratePercentage channelLiable } }
    ... on ProductSale { lineItem { id title variantTitle sku } }
    ... on GiftCardSale { lineItem { id title sku } }
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

/** Orders with their ledger and their payments. A page of anything that ends early is read on with the queries below. */
export const ordersQuery = `#graphql
  query Orders($ids: [ID!]!, $agreements: Int!, $sales: Int!, $transactions: Int!) {
    nodes(ids: $ids) {
      __typename
      ... on Order {
        id
        name
        test
        createdAt
        processedAt
        cancelledAt
        currencyCode
        presentmentCurrencyCode
        taxesIncluded
        currentTotalPriceSet { ...Bag }
        customer { id displayName defaultEmailAddress { emailAddress } }
        email
        purchasingEntity {
          __typename
          ... on PurchasingCompany { company { id name } location { id name taxSettings { taxRegistrationId } } }
        }
        billingAddress { name company address1 address2 zip city provinceCode countryCodeV2 }
        shippingAddress { name company address1 address2 zip city provinceCode countryCodeV2 }
        transactions(first: $transactions) {
          id
          kind
          status
          gateway
          processedAt
          createdAt
          amountSet { ...Bag }
          fees { amount { amount currencyCode } taxAmount { amount currencyCode } }
        }
        refunds(first: 50) { id transactions(first: 5) { nodes { id } } }
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

/** Order ids by name, for an import that knows only names. */
export const ordersByNameQuery = `#graphql
  query OrdersByName($query: String!, $first: Int!, $after: String) {
    orders(query: $query, first: $first, after: $after) {
      pageInfo { hasNextPage endCursor }
      nodes { id name }
    }
  }
`;
