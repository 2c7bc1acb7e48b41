import type { FindingTexts } from './finding-texts';

/** What findings of orders say. */
export const orderFindings = {
  'order-total-differs': {
    title: 'Shopify shows another total for the order',
    explain:
      'The order’s ledger in Shopify adds up to another amount than the total that Shopify shows for the order. The documents follow the ledger, line by line.',
    todo: 'Compare the order in Shopify with its documents. If the total in Shopify is right, send Shopify support these two figures; the difference is not booked.',
  },
  'cancelled-not-reversed': {
    title: 'Cancelled, but still open in Odoo',
    explain:
      'The order was cancelled without a payment, and Shopify’s ledger does not take its sales back. The amount stays open in Odoo.',
    todo: 'Credit the invoice in Odoo, or refund the order in Shopify for 0.00 with its items restocked; Klopt then makes the credit note.',
  },
  'paid-at-other-rate': {
    title: 'Paid at another rate than it was sold',
    explain:
      'The customer paid in another currency. Shopify counts the order as paid, but at the rates of its payments they come to another amount than the documents. The difference stays open in Odoo.',
    todo: 'Write the difference off to exchange differences in Odoo. Documents in the customer’s currency (Settings, Documents) do not have it.',
  },
  'refund-failed': {
    title: 'A refund did not reach the customer',
    explain:
      'Shopify recorded this refund, but the payment back through {{gateway}} failed. The credit note stays open.',
    todo: 'Open the order in Shopify and refund again another way. Klopt settles the credit note when the money has gone.',
  },
  'day-open': {
    title: 'The day of an order is not over',
    explain: '{{name}} goes into the document of {{date}}, which is made when that day is over.',
    todo: 'Nothing: sync the payout again tomorrow.',
  },
  'payment-open': {
    title: 'A payment is more than the order’s documents',
    explain:
      'Of the payment through {{gateway}} this amount settles no document. It stands in Odoo as open credit of the customer.',
    todo: 'Look at the order in Shopify: refund what was paid too much, or edit the order to what was agreed.',
  },
  'gateway-unmapped': {
    title: '{{gateway}}: no journal chosen yet',
    explain:
      'Klopt knows that this payment was made, but not in which journal you book payments through {{gateway}}. The invoice stays open.',
    todo: 'Choose journal and account for “{{gateway}}” under Mappings, or say there that these payments are not registered. You choose it once.',
  },
  'sku-ambiguous': {
    title: 'Several products in Odoo are “{{sku}}”',
    explain: 'Odoo has {{products}}. Klopt does not guess which one was sold.',
    todo: 'Give each product in Odoo its own reference, or choose the right one for this item under Mappings, Products. Then sync again.',
  },
  'product-unmatched': {
    title: '“{{line}}” has no product in Odoo',
    explain: 'No product in Odoo is found by “{{sku}}”, and your setting is to wait for one.',
    todo: 'Make the product in Odoo with that reference, choose one under Mappings, Products, or change there what happens to unknown products. Then sync again.',
  },
  'customer-ambiguous': {
    title: 'Several customers in Odoo have {{match}}',
    explain: 'Odoo has {{customers}}. Klopt made a customer of its own for this buyer instead of guessing.',
    todo: 'Merge the customers in Odoo if they are the same. Later orders then go to the one that is left.',
  },
  'vat-number-refused': {
    title: 'Odoo does not accept the VAT number {{vat}}',
    explain: 'The number stands in the customer’s notes in Odoo instead. The order went on without it.',
    todo: 'Check the number with your customer and enter the right one on the customer in Odoo, and on the company in Shopify.',
  },
  'history-not-read': {
    title: 'Shopify did not hand over the history',
    explain: 'Shopify could not gather the orders: {{message}}',
    todo: 'Resume: Klopt asks Shopify to gather them again. If it happens again, choose a later date.',
  },
} satisfies Record<string, FindingTexts>;
