import type { common as english } from '../en/common';

export const common: typeof english = {
  loading: 'Laden…',
  retry: 'Opnieuw proberen',
  errorTitle: 'Dit kon niet worden geladen',
  error: {
    network: 'De verbinding met Klopt is weg. Controleer je internet en probeer het opnieuw.',
    unauthorized: 'Je sessie is verlopen. Laad de pagina opnieuw in het Shopify-beheer.',
    'not-found': 'Het bestaat niet (meer).',
    'date-missing': 'Kies eerst een datum.',
    'too-early': 'Kies {{date}} of later; geen winkel is ouder.',
    'too-late': 'Kies {{date}} of eerder.',
    'too-busy': 'Te veel aanvragen tegelijk. Probeer het zo meteen opnieuw.',
    unexpected: 'Er ging bij ons iets mis. Door deze klik is niets geboekt.',
  },
  connectOdoo: 'Odoo verbinden',
  actionFailed: 'Dat is niet gelukt',
  opensNewTab: '(opent in een nieuw tabblad)',
  nav: {
    home: 'Start',
    payouts: 'Uitbetalingen',
    orders: 'Bestellingen',
    mappings: 'Koppelingen',
    settings: 'Instellingen',
    connection: 'Verbinding',
  },
};
