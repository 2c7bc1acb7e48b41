import type { FindingTexts } from '../en/finding-texts';

/** What findings of orders say. */
export const orderFindings = {
  'order-total-differs': {
    title: 'Shopify toont een ander totaal voor de bestelling',
    explain:
      'Het grootboek van de bestelling in Shopify telt op tot een ander bedrag dan het totaal dat Shopify bij de bestelling toont. De documenten volgen het grootboek, regel voor regel.',
    todo: 'Vergelijk de bestelling in Shopify met de documenten. Klopt het totaal in Shopify, stuur Shopify dan deze twee bedragen; het verschil wordt niet geboekt.',
  },
  'cancelled-not-reversed': {
    title: 'Geannuleerd, maar nog open in Odoo',
    explain:
      'De bestelling is zonder betaling geannuleerd, en Shopify’s grootboek neemt de verkopen niet terug. Het bedrag blijft open in Odoo.',
    todo: 'Crediteer de factuur in Odoo, of betaal de bestelling in Shopify voor 0,00 terug en boek de artikelen terug in de voorraad; Klopt maakt dan de creditfactuur.',
  },
  'paid-at-other-rate': {
    title: 'Betaald tegen een andere koers dan verkocht',
    explain:
      'De klant betaalde in een andere valuta. Voor Shopify is de bestelling betaald, maar tegen de koersen van de betalingen is dat een ander bedrag dan dat van de documenten. Het verschil blijft open in Odoo.',
    todo: 'Boek het verschil in Odoo af op koersverschillen. Documenten in de valuta van de klant (Instellingen, Documenten) hebben het niet.',
  },
  'refund-failed': {
    title: 'Een terugbetaling kwam niet bij de klant aan',
    explain:
      'Shopify heeft deze terugbetaling vastgelegd, maar het terugstorten via {{gateway}} is mislukt. De creditfactuur blijft open.',
    todo: 'Open de bestelling in Shopify en betaal op een andere manier terug. Klopt lettert de creditfactuur af als het geld weg is.',
  },
  'day-open': {
    title: 'De dag van een bestelling is nog niet voorbij',
    explain: '{{name}} komt op het document van {{date}}, dat wordt gemaakt als die dag voorbij is.',
    todo: 'Niets: synchroniseer de uitbetaling morgen opnieuw.',
  },
  'payment-open': {
    title: 'Een betaling is hoger dan de documenten van de bestelling',
    explain:
      'Van de betaling via {{gateway}} hoort dit bedrag bij geen document. Het staat in Odoo als open tegoed van de klant.',
    todo: 'Bekijk de bestelling in Shopify: betaal terug wat te veel is betaald, of wijzig de bestelling naar wat is afgesproken.',
  },
  'gateway-unmapped': {
    title: '{{gateway}}: nog geen dagboek gekozen',
    explain:
      'Klopt weet dat deze betaling is gedaan, maar niet in welk dagboek je betalingen via {{gateway}} boekt. De factuur blijft open.',
    todo: 'Kies dagboek en rekening voor ‘{{gateway}}’ onder Koppelingen, of geef daar aan dat deze betalingen niet worden geregistreerd. Je kiest dit één keer.',
  },
  'sku-ambiguous': {
    title: 'Meerdere producten in Odoo zijn ‘{{sku}}’',
    explain: 'Odoo heeft {{products}}. Klopt raadt niet welk product is verkocht.',
    todo: 'Geef elk product in Odoo een eigen referentie, of kies het juiste voor dit artikel onder Koppelingen, Producten. Synchroniseer daarna opnieuw.',
  },
  'product-unmatched': {
    title: '‘{{line}}’ heeft geen product in Odoo',
    explain: 'In Odoo is geen product te vinden met ‘{{sku}}’, en je instelling is om daarop te wachten.',
    todo: 'Maak het product in Odoo met die referentie, kies er een onder Koppelingen, Producten, of wijzig daar wat er met onbekende producten gebeurt. Synchroniseer daarna opnieuw.',
  },
  'customer-ambiguous': {
    title: 'Meerdere klanten in Odoo hebben {{match}}',
    explain:
      'Odoo heeft {{customers}}. Klopt heeft voor deze koper een eigen klant gemaakt in plaats van te raden.',
    todo: 'Voeg de klanten in Odoo samen als het dezelfde zijn. Latere bestellingen gaan dan naar de klant die overblijft.',
  },
  'vat-number-refused': {
    title: 'Odoo accepteert het btw-nummer {{vat}} niet',
    explain: 'Het nummer staat in Odoo in de notities van de klant. De bestelling ging verder zonder.',
    todo: 'Controleer het nummer bij je klant en vul het juiste in bij de klant in Odoo en bij het bedrijf in Shopify.',
  },
  'history-not-read': {
    title: 'Shopify heeft de geschiedenis niet aangeleverd',
    explain: 'Shopify kon de bestellingen niet verzamelen: {{message}}',
    todo: 'Hervat: Klopt vraagt Shopify ze opnieuw te verzamelen. Gebeurt het weer, kies dan een latere datum.',
  },
} satisfies Record<string, FindingTexts>;
