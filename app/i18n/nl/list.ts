import type { list as english } from '../en/list';

export const list: typeof english = {
  all: 'Alle',
  byState: 'Filteren op status',
  showing: '{{from}}–{{to}} van {{total}}',
  previous: 'Vorige pagina',
  next: 'Volgende pagina',
  notConnected: 'Verbind eerst Odoo',
  checkNow: 'Nu bij Shopify kijken',
  checking: 'Kijken bij Shopify…',
  lookedAt: 'Laatst bij Shopify gekeken: {{when}}.',
  neverLooked: 'Er is nog niet bij Shopify gekeken.',
  lookProblem: 'De laatste keer ging er iets mis: {{problem}}',
};
