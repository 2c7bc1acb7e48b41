/** Words that the lists of payouts and of orders share. */
export const list = {
  all: 'All',
  byState: 'Filter by state',
  showing: '{{from}}–{{to}} of {{total}}',
  previous: 'Previous page',
  next: 'Next page',
  notConnected: 'Connect Odoo first',
  checkNow: 'Check Shopify now',
  checking: 'Looking at Shopify…',
  lookedAt: 'Shopify was last checked {{when}}.',
  neverLooked: 'Shopify has not been checked yet.',
  lookProblem: 'The last check ran into something: {{problem}}',
};
