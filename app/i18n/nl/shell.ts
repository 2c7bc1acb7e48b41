import type { Texts } from '../en';

/** Het raam om de pagina's. */
export const shell: Texts['shell'] = {
  what: 'Klopt herleidt elke uitbetaling van Shopify tot verkopen, terugbetalingen, kosten en btw in Odoo, boekt ze precies en bewijst het tot op de cent.',
  openInShopify: 'Open Klopt vanuit de apps in je Shopify-admin.',
  failedTitle: 'Deze pagina kan niet worden getoond',
  failedText: 'De fout is genoteerd. Door deze pagina te openen is niets geboekt.',
  missingTitle: 'Deze pagina bestaat niet',
  missingText: 'Open Klopt opnieuw vanuit de apps in je Shopify-admin.',
  missingInApp: 'Misschien is het adres verkeerd getypt, of is de pagina verplaatst.',
};
