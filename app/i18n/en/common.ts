/** Words that every page shares. */
export const common = {
  loading: 'Loading…',
  retry: 'Try again',
  errorTitle: 'This could not be loaded',
  error: {
    network: 'The connection to Klopt was lost. Check your internet connection and try again.',
    unauthorized: 'Your session has ended. Reload the page in the Shopify admin.',
    'not-found': 'It does not exist (any more).',
    'date-missing': 'Choose a date first.',
    'too-early': 'Choose {{date}} or later; no shop is older.',
    'too-late': 'Choose {{date}} or earlier.',
    'too-busy': 'Too many requests at once. Try again in a moment.',
    unexpected: 'Something went wrong on our side. Nothing was posted by this click.',
  },
  connectOdoo: 'Connect Odoo',
  actionFailed: 'That did not work',
  opensNewTab: '(opens in a new tab)',
  nav: {
    home: 'Home',
    payouts: 'Payouts',
    orders: 'Orders',
    mappings: 'Mappings',
    settings: 'Settings',
    connection: 'Connection',
  },
};
