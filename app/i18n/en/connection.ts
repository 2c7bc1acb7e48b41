/** The connection page. */
export const connection = {
  title: 'Connection',
  subtitle: 'Your Odoo',
  card: 'Odoo',
  connected: 'Connected',
  notConnected: 'Not connected',
  trouble: 'Not answering',
  version: 'Version',
  company: 'Company',
  currency: 'Currency',
  database: 'Database',
  login: 'Login',
  url: 'Address',
  checkedAt: 'Checked',
  formTitle: 'Connect Odoo',
  formTitleChange: 'Change the connection',
  urlLabel: 'Address of Odoo',
  urlHelp: 'As in your browser, for example https://example.odoo.com',
  databaseLabel: 'Database',
  databaseHelp:
    'For odoo.com usually the first part of the address. Otherwise the name on Odoo’s sign-in page.',
  loginLabel: 'Login',
  loginHelp: 'The e-mail address with which the user signs in. It needs Accounting: Accountant.',
  keyLabel: 'API key',
  keyHelp:
    'In Odoo: your profile, Account security, New API key. It is kept encrypted and never shown again.',
  keyKept: 'A key is kept, encrypted. To change the connection, enter a key again.',
  save: 'Test and save',
  testing: 'Asking Odoo…',
  saved: 'Odoo is connected',
  fillIn: 'Fill this in',
  urlForm: 'This is not a web address. It begins with https://',
  check: 'Check again',
  disconnect: 'Disconnect',
  disconnectTitle: 'Disconnect Odoo?',
  disconnectText:
    'The API key is deleted here. What was posted stays in Odoo, and your mappings are kept. Revoke the key in Odoo as well.',
  disconnectYes: 'Disconnect',
  cancel: 'Cancel',
  nextAction: 'Open mappings',
  missing: {
    title: 'No Odoo is connected yet',
    explain: 'Klopt cannot look up or post anything without it.',
    todo: 'Connect Odoo on the Connection page.',
  },
  error: {
    unreachable: {
      title: 'No answer from this address',
      text: 'Check the spelling, and that Odoo can be reached from the internet.',
    },
    html: {
      title: 'A web page answered, not Odoo’s interface',
      text: 'The address leads to a login page, a website or a proxy. Use the address of Odoo itself, without /web or /odoo behind it.',
    },
    'key-refused': {
      title: 'Odoo refuses this login and key',
      text: 'Make a new API key with this user (profile, Account security) and enter it here. A password does not work.',
    },
    'unknown-database': {
      title: 'Odoo does not know this database',
      text: 'Compare the name with the one on Odoo’s sign-in page.',
    },
    'rights-missing': {
      title: 'The user may not do this in Odoo',
      text: 'The right “{{group}}” is missing. In Odoo: Settings, Users, open the user {{login}}, and choose it under Accounting.',
    },
    'accounting-missing': {
      title: 'Invoicing is not installed in this Odoo',
      text: 'Install the app Invoicing or Accounting in Odoo, then try again.',
    },
    'address-refused': {
      title: 'This address cannot be used',
      text: 'Use a public https address.',
    },
    other: { title: 'Connecting did not work' },
  },
};
