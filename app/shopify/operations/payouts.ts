const payoutFields = `#graphql
  fragment PayoutFields on ShopifyPaymentsPayout {
    id
    legacyResourceId
    issuedAt
    status
    transactionType
    externalTraceId
    net { amount currencyCode }
    summary {
      chargesGross { amount currencyCode }
      chargesFee { amount currencyCode }
      refundsFeeGross { amount currencyCode }
      refundsFee { amount currencyCode }
      adjustmentsGross { amount currencyCode }
      adjustmentsFee { amount currencyCode }
      reservedFundsGross { amount currencyCode }
      reservedFundsFee { amount currencyCode }
      retriedPayoutsGross { amount currencyCode }
      retriedPayoutsFee { amount currencyCode }
      advanceGross { amount currencyCode }
      advanceFees { amount currencyCode }
    }
  }
`;

/** Payouts, newest first. */
export const payoutsQuery = `#graphql
  query Payouts($first: Int!, $after: String, $query: String) {
    shopifyPaymentsAccount {
      id
      payouts(first: $first, after: $after, query: $query, sortKey: ISSUED_AT, reverse: true) {
        pageInfo { hasNextPage endCursor }
        nodes { ...PayoutFields }
      }
    }
  }
  ${payoutFields}
`;

/** One payout by its gid. */
export const payoutQuery = `#graphql
  query Payout($id: ID!) {
    node(id: $id) { __typename ...PayoutFields }
  }
  ${payoutFields}
`;

/** The movements of one payout, oldest first; the payout's own transfer is among them. */
export const payoutTransactionsQuery = `#graphql
  query PayoutTransactions($first: Int!, $after: String, $query: String!) {
    shopifyPaymentsAccount {
      id
      balanceTransactions(first: $first, after: $after, query: $query, sortKey: PROCESSED_AT, hideTransfers: false) {
        pageInfo { hasNextPage endCursor }
        nodes {
          id
          type
          sourceType
          sourceId
          sourceOrderTransactionId
          test
          transactionDate
          adjustmentReason
          amount { amount currencyCode }
          fee { amount currencyCode }
          net { amount currencyCode }
          associatedOrder { id name }
          associatedPayout { id status }
          adjustmentsOrders { orderTransactionId name }
        }
      }
    }
  }
`;
