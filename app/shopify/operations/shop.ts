/** What the books need to know of the shop. */
export const shopQuery = `#graphql
  query Shop {
    shop {
      id
      name
      myshopifyDomain
      currencyCode
      taxesIncluded
      ianaTimezone
      billingAddress { countryCodeV2 }
    }
  }
`;
