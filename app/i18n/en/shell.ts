/** The frame around the pages. */
export const shell = {
  what: 'Klopt traces every Shopify payout to its sales, refunds, fees and VAT in Odoo, posts them exactly and proves it to the cent.',
  openInShopify: 'Open Klopt from the apps of your Shopify admin.',
  failedTitle: 'This page could not be shown',
  failedText: 'The error has been noted. Nothing was posted by opening this page.',
  missingTitle: 'There is no such page',
  missingText: 'Open Klopt again from the apps of your Shopify admin.',
  missingInApp: 'The address may be mistyped, or the page was moved.',
};
