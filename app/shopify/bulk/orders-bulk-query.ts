import {
  agreementFields,
  localizedFields,
  orderFields,
  retailFields,
  saleFields,
  transactionFields,
} from '../operations/order-fields';
import { orderSearch, type OrderSearch } from '../order-search';

/** What of an order needs a permission of its own; a bulk operation that is refused one field fails whole. */
export interface Permitted {
  /** read_locations */
  readonly retail: boolean;
  /** read_payment_terms */
  readonly terms: boolean;
}

/**
 * All orders of a search, as one bulk operation. Shopify takes at most five connections (these are five: orders,
 * agreements, sales, localizedFields, paymentSchedules), two of them deep below the first, read by `edges { node }`, with
 * the id of every parent. It takes no connection inside a list, so a refund's transactions cannot be asked for: such an
 * order is read again (bulk-order-pages.ts).
 *
 * It runs with `groupObjects: true`, which is slower on Shopify's side and puts the lines of an order under it. Without,
 * a sale may stand anywhere in the file, and to put an order together the whole file had to be kept.
 */
export function ordersBulkQuery(search: OrderSearch, permitted: Permitted): string {
  const query = orderSearch(search);
  const found = query === '' ? '' : `(query: ${JSON.stringify(query)})`;
  const retail = permitted.retail ? `retailLocation ${retailFields}` : '';
  const terms = permitted.terms
    ? `paymentTerms {
        id
        paymentTermsName
        paymentSchedules { edges { node { __typename id dueAt completedAt } } }
      }`
    : '';
  return `{
    orders${found} {
      edges {
        node {
          ${orderFields}
          ${retail}
          ${terms}
          localizedFields(purposes: [TAX]) { edges { node { __typename ${localizedFields.slice(1, -1)} } } }
          transactions { ${transactionFields} }
          refunds { id }
          agreements {
            edges { node { ${agreementFields} sales { edges { node { ${saleFields} } } } } }
          }
        }
      }
    }
  }`;
}
