import type { FindingKind } from '../../accounting/finding';
import type { FindingTexts } from './finding-texts';
import { orderFindings } from './order-findings';

export const findings: Record<FindingKind, FindingTexts> = {
  ...orderFindings,
  'payout-not-final': {
    title: 'Shopify has not finished this payout',
    explain:
      'Its status is {{status}}, for {{date}}. Until it is paid, transactions can still move in or out.',
    todo: 'Wait until Shopify has paid it. Klopt looks again by itself; you can also choose “Check Shopify now”.',
  },
  'payout-empty': {
    title: 'The payout holds no transactions',
    explain: 'Shopify lists no transactions for this payout, so its amount cannot be explained.',
    todo: 'Open the payout in Shopify. If it lists transactions there, sync again in an hour; otherwise import its CSV export.',
  },
  'sum-differs': {
    title: 'The transactions do not add up to the payout',
    explain: 'The net of the {{count}} transactions that Shopify lists is not the amount of the payout.',
    todo: 'Compare with the payout’s transactions in Shopify. Sync again: Shopify may have listed them late. If the difference stays, send Shopify these figures.',
  },
  'net-differs': {
    title: 'A transaction’s net is not its amount less its fee',
    explain:
      'Shopify’s figures for this transaction ({{type}}) contradict each other, so no entry can be exact.',
    todo: 'Open the payout in Shopify and compare. Klopt posts nothing until amount, fee and net agree.',
  },
  'currency-differs': {
    title: 'A transaction is in another currency than the payout',
    explain: 'This transaction ({{type}}) is in {{currency}}, the payout is in {{payoutCurrency}}.',
    todo: 'A payout is in one currency. Open it in Shopify and check to which payout the transaction belongs.',
  },
  'transaction-of-other-payout': {
    title: 'A transaction belongs to another payout',
    explain: 'Shopify’s list holds a transaction ({{type}}) that belongs to payout {{payout}}.',
    todo: 'Sync again. If it is still listed, look at both payouts in Shopify; nothing is posted twice.',
  },
  'transaction-twice': {
    title: 'A transaction is listed twice',
    explain: 'Shopify’s list holds this transaction ({{type}}) more than once.',
    todo: 'Sync again. With a CSV file, check whether rows were copied twice and import the original export.',
  },
  'test-transaction': {
    title: 'A test transaction is in the payout',
    explain: 'This transaction ({{type}}) was made in test mode. Test money does not belong in the books.',
    todo: 'Turn off test mode of Shopify Payments, and leave this payout out of the books.',
  },
  'type-unmapped': {
    title: '{{type}}: no account chosen yet',
    explain: 'Klopt knows this kind of transaction but not on which account you book it. {{reasonText}}',
    todo: 'Choose the account for “{{type}}” under Mappings, then sync again. You choose it once.',
  },
  'type-unknown': {
    title: '{{type}}: a kind that Klopt does not know',
    explain:
      'Shopify uses a new word for this transaction. Nothing is guessed, so the payout waits. {{reasonText}}',
    todo: 'Find out in Shopify what it is, choose an account for it under Mappings, then sync again.',
  },
  'tax-unmapped': {
    title: 'Tax without a match in Odoo: {{country}} {{title}} {{rate}}%',
    explain:
      'Documents that carry this tax: {{count}}, for example {{example}}. Without a tax in Odoo they cannot be exact.',
    todo: 'Choose the Odoo tax for it under Mappings, then sync again.',
  },
  'role-unmapped': {
    title: '{{role}}: no account chosen yet',
    explain: 'The line “{{line}}” is no ordinary product, and has no account in Odoo.',
    todo: 'Choose the account for “{{role}}” under Mappings, then sync again.',
  },
  'mapping-missing': {
    title: '{{mapping}}: nothing chosen yet',
    explain: 'This payout needs it before anything can be posted.',
    todo: 'Choose it under Mappings, then sync again.',
  },
  'mapping-broken': {
    title: '{{mapping}}: what was chosen no longer fits',
    explain: '{{target}} cannot be used here: {{reason}}.',
    todo: 'Choose another record under Mappings, or mend this one in Odoo. Then sync again.',
  },
  'fee-vat-unclear': {
    title: 'It is unclear whether the fee holds VAT',
    explain:
      'What Shopify kept is not what its figures for this fee and its VAT add up to. So no VAT is split off: the whole fee goes to the fee account.',
    todo: 'Look up the VAT of this fee on Shopify’s invoice, and correct it in Odoo if there is any.',
  },
  'order-missing': {
    title: 'Order {{order}} cannot be found in Shopify',
    explain: 'The order behind this transaction was deleted, or is older than Klopt may read.',
    todo: 'Make the invoice in Odoo with {{order}} as its reference, or choose an account for “Charge without document” under Mappings.',
  },
  'order-unreadable': {
    title: 'Order {{order}} could not be read',
    explain: 'Shopify answered, but something in the order is not as Klopt knows it. {{reason}}',
    todo: 'Open the order in Shopify and check it. Sync again; if it stays, report it with the order’s name.',
  },
  'sale-kind-unknown': {
    title: 'An order line of a kind that Klopt does not know',
    explain:
      'The line “{{line}}” has the kind “{{type}}”. Its document is not made, because it would be a guess.',
    todo: 'Open the order in Shopify to see what it is, and report it with the order’s name.',
  },
  'sale-tax-differs': {
    title: 'The taxes of an order line do not add up',
    explain: 'For the line “{{line}}” the separate taxes are not the tax that Shopify states as a whole.',
    todo: 'Open the order in Shopify and compare. Its document is not posted until the figures agree.',
  },
  'document-not-exact': {
    title: 'Document {{name}} cannot be made exact',
    explain: 'What Odoo makes of it differs from Shopify, and not by a rounding. It is not posted. {{what}}',
    todo: 'Check the tax that it is mapped to: its rate, and whether prices include it. Then sync again.',
  },
  'charge-without-transaction': {
    title: 'The payment of order {{order}} cannot be tied to it',
    explain: 'Shopify names the order, but no payment of it belongs to this transaction.',
    todo: 'Open the order in Shopify and look at its payments. Sync again when they are complete.',
  },
  'payment-exceeds-documents': {
    title: 'A payment of order {{order}} does not fit its documents',
    explain: 'More (or less) was paid or refunded than the invoices and credit notes of the order explain.',
    todo: 'Open the order in Shopify: an edit, a tip or a manual refund may be missing from its history.',
  },
  'invoice-not-found': {
    title: 'No invoice found for order {{order}}',
    explain: 'Klopt does not know this order, and no open invoice or credit note in Odoo carries its name.',
    todo: 'Put {{order}} as the reference on the invoice in Odoo, or choose an account for “Charge without document” under Mappings.',
  },
  'invoice-ambiguous': {
    title: 'Several documents fit order {{order}}',
    explain:
      'These documents in Odoo carry the order’s name: {{invoices}}. Which one is paid would be a guess.',
    todo: 'Leave the order’s name on one of them in Odoo, then sync again.',
  },
  'open-item-short': {
    title: 'Too little is still open on the document of order {{order}}',
    explain:
      'Less is open on {{invoices}} than this transaction pays. Someone may have reconciled it by hand.',
    todo: 'Open the document in Odoo, undo the other reconciliation or correct the document, then sync again.',
  },
  'period-locked': {
    title: '{{name}} falls in a closed period',
    explain:
      'It belongs on {{date}}, but Odoo is closed up to and including {{lock}}. Odoo would move it in silence; Klopt does not.',
    todo: 'Open the period in Odoo, or allow Klopt to post on the first open day ({{openDay}}) under Mappings, Settings.',
  },
  'input-changed': {
    title: '{{name}} stands in Odoo with other figures',
    explain:
      'What is posted is never edited, and Shopify now gives something else than what was posted. {{what}}',
    todo: 'Compare both. If Shopify is right, take the entry back in Odoo, then sync again.',
  },
  'line-differs': {
    title: 'Odoo holds something else than was sent',
    explain: 'Read back from Odoo, {{name}} is not what it should be. {{what}}',
    todo: 'Open it in Odoo and look at its history. Correct it there, then sync again.',
  },
  'entry-rejected': {
    title: 'Odoo refused {{name}}',
    explain: 'Odoo says: {{message}}',
    todo: 'Mend what Odoo names, then sync again. What was posted already is not made twice.',
  },
  'rights-missing': {
    title: 'The Odoo user may not do this',
    explain:
      'The user with which Klopt signs in may not do this: {{operation}} on {{model}}. Missing is the right “{{group}}”.',
    todo: 'In Odoo: Settings, Users & Companies, Users: open that user and give it “{{group}}”. Then sync again.',
  },
  'odoo-unreachable': {
    title: 'Odoo does not answer',
    explain: 'Klopt could not reach {{host}}.',
    todo: 'Check that Odoo is up and the address is right under Connection. Klopt tries again by itself.',
  },
  'odoo-key-refused': {
    title: 'Odoo refuses the sign-in',
    explain: 'Odoo at {{host}} does not accept the login, its API key, or the name of the database.',
    todo: 'Make a new API key in Odoo (your profile, Account security), and enter it under Connection together with the right database.',
  },
  'odoo-unexpected': {
    title: 'Odoo answered something unexpected',
    explain: 'Instead of data came: {{message}}',
    todo: 'Check that the address under Connection leads to Odoo itself, not to a login page or a proxy in front of it.',
  },
  'payouts-denied': {
    title: 'Shopify does not let Klopt read payouts',
    explain: 'The right to read Shopify Payments payouts was not granted to the app.',
    todo: 'Open Klopt again from the Shopify admin and accept the access that it asks for. Only the owner or staff with that right can.',
  },
  'payments-not-active': {
    title: 'Shopify Payments is not active',
    explain: 'This shop has no Shopify Payments account, so Shopify makes no payouts.',
    todo: 'Activate Shopify Payments in Shopify under Settings, Payments; or import a CSV export.',
  },
  'shopify-unreachable': {
    title: 'Shopify does not answer',
    explain: 'Shopify was too busy or out of reach.',
    todo: 'Nothing to do: Klopt tries again by itself.',
  },
  'unexpected-error': {
    title: 'Something went wrong on our side',
    explain:
      'Klopt ran into an error of its own. What was posted before it is kept and not made twice. {{message}}',
    todo: 'Sync again. If it happens again, report it with the number of the payout or the order, and the time.',
  },
};
