/** The settings page, and settings on other pages. */
export const settings = {
  title: 'Settings',
  subtitle: 'How orders become documents, who stands on them, and when',
  tabsLabel: 'Kinds of settings',
  saved: 'Settings saved',
  tab: { documents: 'Documents', customers: 'Customers', orders: 'Orders' },
  section: {
    documents: 'Invoices and receipts',
    records: 'On every document',
    recordsHelp: 'Leave empty what you do not use.',
    fiscalPosition: 'Fiscal position',
    fiscalPositionHelp:
      'The tax always comes from your mapping of taxes, never from the fiscal position: Shopify has taxed the order already. The position is only noted on the document, for its accounts and your reports.',
    situations: 'Fiscal position by situation',
    customers: 'Customers on documents',
    terms: 'Payment terms',
    termsHelp:
      'Shopify’s terms on B2B orders, and those of Odoo. Without a choice the due date is the one that Shopify says.',
    when: 'When orders go to Odoo',
    which: 'Which orders',
  },
  team: 'Sales team',
  teamHelp: 'If your Odoo has sales teams.',
  analytic: 'Analytic account {{number}}',
  analyticHelp: 'At most one of each analytic plan; they stand on every line of sales.',
  situation: {
    domestic: 'In your own country',
    'eu-company': 'A company with VAT number elsewhere in the EU',
    'eu-consumer': 'A consumer elsewhere in the EU',
    'outside-eu': 'Outside the EU',
  },
  minutes: 'minutes',
};

export const setting = {
  'document-kind': {
    title: 'An order becomes',
    invoice: 'An invoice',
    invoiceHelp: 'And refunds become credit notes.',
    receipt: 'A sales receipt',
    receiptHelp: 'For shops that owe their customers no invoice. Refunds become credit notes all the same.',
  },
  'documents-per': {
    title: 'How many documents',
    order: 'One for each order',
    orderHelp: 'Each customer, each order and each refund can be found in Odoo.',
    day: 'One for each day, country and tax',
    dayHelp: 'For shops with very many orders. The settlement stays per transaction.',
  },
  discounts: {
    title: 'Discounts',
    net: 'Lines show the price that was paid',
    lines: 'Lines show the full price, and the discount is a line of its own',
    linesHelp: 'One discount line for each tax.',
  },
  'order-prefix': {
    title: 'Before the order’s number',
    help: '“EU-” makes “EU-#1001”. The numbers of invoices stay Odoo’s own.',
  },
  'document-currency': {
    title: 'Currency of documents',
    shop: 'The shop’s own',
    presentment: 'The one the customer paid in',
    presentmentHelp: 'It must be active in Odoo, with rates.',
  },
  'post-on-first-open-day': {
    title: 'Closed periods',
    no: 'Stop and show it to me',
    noHelp: 'What touches a closed period becomes a finding.',
    yes: 'Post on the first open day',
    yesHelp: 'What falls in a closed period is dated on the day after it. The preview shows that date.',
  },
  'fiscal-position': {
    title: 'Chosen',
    automatic: 'By Odoo',
    automaticHelp: 'As Odoo finds it by country and VAT number of the customer.',
    mapped: 'By the situation of the order',
  },
  customers: {
    title: 'Who stands on a document',
    original: 'The customer of the order',
    originalHelp:
      'Each customer becomes a contact in Odoo, found again by Shopify’s number, then e-mail, then VAT number.',
    company: 'The company, where there is one',
    companyHelp: 'The same, with every invoice of a B2B order to the company itself.',
    generic: 'One contact for all',
    genericHelp: 'No personal data goes to Odoo; companies are not told apart either.',
  },
  'generic-customer': { title: 'Name of that contact', help: 'Without a name: “Webshop customer”.' },
  'product-rule': {
    title: 'A product is found by',
    'sku-reference': 'SKU = internal reference',
    'sku-referenceHelp': 'Blanks around it and upper or lower case make no difference.',
    'sku-barcode': 'SKU = barcode',
    'barcode-barcode': 'Barcode = barcode',
  },
  'product-unmatched': {
    title: 'If Odoo has no such product',
    none: 'The line goes without a product',
    noneHelp: 'It keeps its text, account and tax.',
    make: 'Make the product in Odoo',
    generic: 'Take one generic product',
    wait: 'Wait until there is one',
    waitHelp: 'The order becomes a finding.',
  },
  'product-type': {
    title: 'New products are',
    consumable: 'Goods that are not counted',
    stock: 'Goods whose stock is counted',
    stockHelp: 'Needs Odoo’s Inventory.',
    service: 'Services',
  },
  'orders-automatic': {
    title: 'Orders are posted',
    no: 'When I ask for it',
    noHelp: 'Orders are listed as they come. Those of a payout are posted with the payout.',
    yes: 'By themselves, as they come',
    yesHelp: 'From the start date on.',
  },
  'start-date': {
    title: 'Start date',
    help: 'What happened on earlier days is in your books by other means. Its payments are still matched.',
  },
  'poll-minutes': {
    title: 'Look for missed orders every',
    help: 'Shopify tells of each order at once; this finds what was not told. From 15 to 240 minutes.',
  },
  'order-statuses': {
    title: 'Orders of these statuses',
    help: 'An order with payment terms goes at once, whatever its status. One that stands in Odoo follows all that happens to it.',
  },
};
