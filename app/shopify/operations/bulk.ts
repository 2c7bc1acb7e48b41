/** Starts a bulk operation. Grouped: see ordersBulkQuery. */
export const runBulkMutation = `#graphql
  mutation RunBulk($query: String!) {
    bulkOperationRunQuery(query: $query, groupObjects: true) {
      bulkOperation { id status }
      userErrors { field message code }
    }
  }
`;

export const bulkOperationQuery = `#graphql
  query BulkOperation($id: ID!) {
    bulkOperation(id: $id) {
      id
      status
      errorCode
      objectCount
      rootObjectCount
      fileSize
      url
      partialDataUrl
    }
  }
`;

export const cancelBulkMutation = `#graphql
  mutation CancelBulk($id: ID!) {
    bulkOperationCancel(id: $id) {
      bulkOperation { id status }
      userErrors { field message }
    }
  }
`;

/** What the app may read in this shop. */
export const accessScopesQuery = `#graphql
  query AccessScopes {
    currentAppInstallation { accessScopes { handle } }
  }
`;
