/**
 * Bad days of Shopify. A number counts down: so many requests go wrong, then all is well again. `only` limits the
 * transport faults to operations whose name contains it.
 */
export type Faults = {
  /** Answers THROTTLED, with too little in the bucket. */
  throttle: number;
  /** Throttles by the cost of the queries, as Shopify does a standard shop: 2000 points, 100 more each second. */
  costLimit: boolean;
  /** Answers after so many milliseconds. */
  slow: number;
  /** Closes the connection before anything is done. */
  down: number;
  /** Answers 503 with a page of HTML. */
  html: number;
  /** Answers 502 with an empty body. */
  badGateway: number;
  /** Does what is asked, then closes the connection without an answer. */
  dropAnswer: number;
  /** Answers ACCESS_DENIED for shopifyPaymentsAccount, as it was recorded. */
  accessDenied: boolean;
  /** shopifyPaymentsAccount answers null: a shop without Shopify Payments. */
  nullPaymentsAccount: boolean;
  /** Serves payouts and balance transactions in this currency, with unchanged amounts. */
  currency: string | null;
  /** How many looks at a bulk operation it takes until it has ended. */
  bulkPolls: number;
  /** Bulk operations end badly: an error code (TIMEOUT …), or CANCELED, or EXPIRED. */
  bulkFails: string | null;
  /** Cuts the download of a bulk operation's file off half way. */
  cutOff: number;
  only: string | null;
};

export function noFaults(): Faults {
  return {
    throttle: 0,
    costLimit: false,
    slow: 0,
    down: 0,
    html: 0,
    badGateway: 0,
    dropAnswer: 0,
    accessDenied: false,
    nullPaymentsAccount: false,
    currency: null,
    bulkPolls: 3,
    bulkFails: null,
    cutOff: 0,
    only: null,
  };
}

type Counted = 'throttle' | 'down' | 'html' | 'badGateway' | 'dropAnswer' | 'cutOff';

/** True when this request is one of those that go wrong; counts it. */
export function strikes(faults: Faults, fault: Counted, operation: string): boolean {
  if (faults.only !== null && !operation.includes(faults.only)) return false;
  if (faults[fault] <= 0) return false;
  faults[fault] -= 1;
  return true;
}

/** Sets the faults that are named and leaves the others; refuses a name that is none. */
export function setFaults(faults: Faults, change: Partial<Faults>): void {
  for (const name of Object.keys(change)) {
    if (!(name in faults)) {
      throw new Error(`There is no fault "${name}". There are: ${Object.keys(faults).join(', ')}.`);
    }
  }
  Object.assign(faults, change);
}
