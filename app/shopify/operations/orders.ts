import {
  agreementFields,
  localizedFields,
  orderFields,
  retailFields,
  saleFields,
  scheduleFields,
  transactionFields,
} from './order-fields';

const salesPage = `pageInfo { hasNextPage endCursor } nodes { ${saleFields} }`;

/** Orders with their ledger and their payments. A page of anything that ends early is read on with the queries below. */
export const ordersQuery = `#graphql
  query Orders(
    $ids: [ID!]!
    $agreements: Int!
    $sales: Int!
    $transactions: Int!
    $refunds: Int!
    $refundTransactions: Int!
    $retail: Boolean!
    $terms: Boolean!
  ) {
    nodes(ids: $ids) {
      __typename
      ... on Order {
        ${orderFields}
        localizedFields(first: 5, purposes: [TAX]) { nodes ${localizedFields} }
        retailLocation @include(if: $retail) ${retailFields}
        paymentTerms @include(if: $terms) {
          id
          paymentTermsName
          paymentSchedules(first: 10) { nodes ${scheduleFields} }
        }
        transactions(first: $transactions) { ${transactionFields} }
        refunds(first: $refunds) { id transactions(first: $refundTransactions) { pageInfo { hasNextPage } nodes { id } } }
        agreements(first: $agreements) {
          pageInfo { hasNextPage endCursor }
          nodes { ${agreementFields} sales(first: $sales) { ${salesPage} } }
        }
      }
    }
  }
`;

/** The next agreements of one order. */
export const orderAgreementsQuery = `#graphql
  query OrderAgreements($id: ID!, $after: String, $agreements: Int!, $sales: Int!) {
    order(id: $id) {
      id
      agreements(first: $agreements, after: $after) {
        pageInfo { hasNextPage endCursor }
        nodes { ${agreementFields} sales(first: $sales) { ${salesPage} } }
      }
    }
  }
`;

/** The next sales of one agreement: it is found again by the cursor before it. */
export const agreementSalesQuery = `#graphql
  query AgreementSales($id: ID!, $agreement: String, $after: String, $sales: Int!) {
    order(id: $id) {
      id
      agreements(first: 1, after: $agreement) {
        nodes { ${agreementFields} sales(first: $sales, after: $after) { ${salesPage} } }
      }
    }
  }
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

/** Order ids by name, for an import that knows only names. */
export const ordersByNameQuery = `#graphql
  query OrdersByName($query: String!, $first: Int!, $after: String) {
    orders(query: $query, first: $first, after: $after) {
      pageInfo { hasNextPage endCursor }
      nodes { id name }
    }
  }
`;
