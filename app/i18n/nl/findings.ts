import type { FindingKind } from '../../accounting/finding';
import { orderFindings } from './order-findings';
import type { FindingTexts } from '../en/finding-texts';

export const findings: Record<FindingKind, FindingTexts> = {
  ...orderFindings,
  'payout-not-final': {
    title: 'Shopify is nog niet klaar met deze uitbetaling',
    explain:
      'De status is {{status}}, voor {{date}}. Zolang er niet is uitbetaald, kunnen er transacties bij komen of af gaan.',
    todo: 'Wacht tot Shopify heeft uitbetaald. Klopt kijkt zelf opnieuw; je kunt ook ‘Nu bij Shopify kijken’ kiezen.',
  },
  'payout-empty': {
    title: 'De uitbetaling bevat geen transacties',
    explain: 'Shopify noemt geen transacties bij deze uitbetaling; het bedrag is dus niet te verklaren.',
    todo: 'Open de uitbetaling in Shopify. Staan er daar wel transacties, synchroniseer dan over een uur opnieuw; importeer anders de CSV-export.',
  },
  'sum-differs': {
    title: 'De transacties tellen niet op tot de uitbetaling',
    explain:
      'Het nettototaal van de {{count}} transacties die Shopify noemt, is niet het bedrag van de uitbetaling.',
    todo: 'Vergelijk met de transacties van de uitbetaling in Shopify. Synchroniseer opnieuw: Shopify kan er later mee komen. Blijft het verschil, stuur Shopify dan deze bedragen.',
  },
  'net-differs': {
    title: 'Netto is niet bruto min kosten',
    explain:
      'De bedragen van Shopify bij deze transactie ({{type}}) spreken elkaar tegen; een sluitende boeking is niet mogelijk.',
    todo: 'Open de uitbetaling in Shopify en vergelijk. Klopt boekt niets totdat bruto, kosten en netto kloppen.',
  },
  'currency-differs': {
    title: 'Een transactie heeft een andere valuta dan de uitbetaling',
    explain: 'Deze transactie ({{type}}) is in {{currency}}, de uitbetaling in {{payoutCurrency}}.',
    todo: 'Een uitbetaling heeft één valuta. Open hem in Shopify en ga na bij welke uitbetaling de transactie hoort.',
  },
  'transaction-of-other-payout': {
    title: 'Een transactie hoort bij een andere uitbetaling',
    explain: 'In de lijst van Shopify staat een transactie ({{type}}) van uitbetaling {{payout}}.',
    todo: 'Synchroniseer opnieuw. Staat hij er dan nog, bekijk dan beide uitbetalingen in Shopify; er wordt niets dubbel geboekt.',
  },
  'transaction-twice': {
    title: 'Een transactie staat er dubbel in',
    explain: 'In de lijst van Shopify staat deze transactie ({{type}}) meer dan één keer.',
    todo: 'Synchroniseer opnieuw. Kijk bij een CSV-bestand of er regels dubbel zijn gekopieerd en importeer de oorspronkelijke export.',
  },
  'test-transaction': {
    title: 'Er zit een testtransactie in de uitbetaling',
    explain: 'Deze transactie ({{type}}) is in de testmodus gemaakt. Testgeld hoort niet in de boeken.',
    todo: 'Zet de testmodus van Shopify Payments uit en laat deze uitbetaling buiten de boeken.',
  },
  'type-unmapped': {
    title: '{{type}}: nog geen rekening gekozen',
    explain:
      'Klopt kent deze soort transactie, maar niet de grootboekrekening waarop je hem boekt. {{reasonText}}',
    todo: 'Kies onder Koppelingen de rekening voor ‘{{type}}’ en synchroniseer opnieuw. Je kiest hem één keer.',
  },
  'type-unknown': {
    title: '{{type}}: een soort die Klopt niet kent',
    explain:
      'Shopify gebruikt een nieuw woord voor deze transactie. Er wordt niets gegokt, dus de uitbetaling wacht. {{reasonText}}',
    todo: 'Zoek in Shopify op wat het is, kies er onder Koppelingen een rekening voor en synchroniseer opnieuw.',
  },
  'tax-unmapped': {
    title: 'Btw zonder tegenhanger in Odoo: {{country}} {{title}} {{rate}}%',
    explain:
      'Aantal documenten met deze btw: {{count}}, bijvoorbeeld {{example}}. Zonder btw-code in Odoo kunnen ze niet exact zijn.',
    todo: 'Kies er onder Koppelingen de btw-code van Odoo voor en synchroniseer opnieuw.',
  },
  'role-unmapped': {
    title: '{{role}}: nog geen rekening gekozen',
    explain: 'De regel ‘{{line}}’ is geen gewoon product en heeft geen rekening in Odoo.',
    todo: 'Kies onder Koppelingen de rekening voor ‘{{role}}’ en synchroniseer opnieuw.',
  },
  'mapping-missing': {
    title: '{{mapping}}: nog niets gekozen',
    explain: 'Deze uitbetaling heeft het nodig voordat er iets geboekt kan worden.',
    todo: 'Kies het onder Koppelingen en synchroniseer opnieuw.',
  },
  'mapping-broken': {
    title: '{{mapping}}: wat gekozen was, past niet meer',
    explain: '{{target}} is hier niet bruikbaar: {{reason}}.',
    todo: 'Kies iets anders onder Koppelingen, of herstel het in Odoo. Synchroniseer daarna opnieuw.',
  },
  'fee-vat-unclear': {
    title: 'Onduidelijk of er btw in de kosten zit',
    explain:
      'Wat Shopify inhield is niet wat zijn bedragen voor deze kosten en de btw samen zijn. Daarom wordt er geen btw afgesplitst: alle kosten komen op de kostenrekening.',
    todo: 'Zoek de btw van deze kosten op in de factuur van Shopify en corrigeer zo nodig in Odoo.',
  },
  'order-missing': {
    title: 'Bestelling {{order}} is niet te vinden in Shopify',
    explain: 'De bestelling achter deze transactie is verwijderd, of is ouder dan Klopt mag lezen.',
    todo: 'Maak de factuur in Odoo met {{order}} als referentie, of kies onder Koppelingen een rekening voor ‘Betaling zonder document’.',
  },
  'order-unreadable': {
    title: 'Bestelling {{order}} kon niet worden gelezen',
    explain: 'Shopify gaf antwoord, maar iets in de bestelling is anders dan Klopt het kent. {{reason}}',
    todo: 'Open de bestelling in Shopify en controleer hem. Synchroniseer opnieuw; meld het met het bestelnummer als het zo blijft.',
  },
  'sale-kind-unknown': {
    title: 'Een bestelregel van een soort die Klopt niet kent',
    explain:
      'De regel ‘{{line}}’ is van de soort ‘{{type}}’. Het document wordt niet gemaakt, want dat zou gokken zijn.',
    todo: 'Open de bestelling in Shopify om te zien wat het is, en meld het met het bestelnummer.',
  },
  'sale-tax-differs': {
    title: 'De btw van een bestelregel telt niet op',
    explain:
      'Bij de regel ‘{{line}}’ zijn de afzonderlijke btw-bedragen samen niet de btw die Shopify als geheel noemt.',
    todo: 'Open de bestelling in Shopify en vergelijk. Het document wordt pas geboekt als de bedragen kloppen.',
  },
  'document-not-exact': {
    title: 'Document {{name}} is niet exact te krijgen',
    explain:
      'Wat Odoo ervan maakt, wijkt af van Shopify, en niet door afronding. Het wordt niet geboekt. {{what}}',
    todo: 'Controleer de gekoppelde btw-code: het percentage, en of prijzen inclusief zijn. Synchroniseer daarna opnieuw.',
  },
  'charge-without-transaction': {
    title: 'De betaling van bestelling {{order}} is er niet aan te verbinden',
    explain: 'Shopify noemt de bestelling, maar geen betaling daarvan hoort bij deze transactie.',
    todo: 'Open de bestelling in Shopify en bekijk de betalingen. Synchroniseer opnieuw als die compleet zijn.',
  },
  'payment-exceeds-documents': {
    title: 'Een betaling van bestelling {{order}} past niet op de documenten',
    explain:
      'Er is meer (of minder) betaald of terugbetaald dan de facturen en creditfacturen van de bestelling verklaren.',
    todo: 'Open de bestelling in Shopify: een wijziging, een fooi of een handmatige terugbetaling kan in de geschiedenis ontbreken.',
  },
  'invoice-not-found': {
    title: 'Geen factuur gevonden voor bestelling {{order}}',
    explain:
      'Klopt kent deze bestelling niet, en geen openstaande factuur of creditfactuur in Odoo draagt het nummer.',
    todo: 'Zet {{order}} als referentie op de factuur in Odoo, of kies onder Koppelingen een rekening voor ‘Betaling zonder document’.',
  },
  'invoice-ambiguous': {
    title: 'Meerdere documenten passen bij bestelling {{order}}',
    explain:
      'Deze documenten in Odoo dragen het bestelnummer: {{invoices}}. Welk ervan betaald is, zou een gok zijn.',
    todo: 'Laat het bestelnummer in Odoo op één ervan staan en synchroniseer opnieuw.',
  },
  'open-item-short': {
    title: 'Er staat te weinig open op het document van bestelling {{order}}',
    explain:
      'Op {{invoices}} staat minder open dan deze transactie betaalt. Misschien is er met de hand afgeletterd.',
    todo: 'Open het document in Odoo, maak de andere aflettering ongedaan of corrigeer het document, en synchroniseer opnieuw.',
  },
  'period-locked': {
    title: '{{name}} valt in een afgesloten periode',
    explain:
      'De datum is {{date}}, maar Odoo is afgesloten tot en met {{lock}}. Odoo zou de boeking stilzwijgend verschuiven; Klopt doet dat niet.',
    todo: 'Open de periode in Odoo, of sta onder Koppelingen, Instellingen toe dat Klopt op de eerste open dag boekt ({{openDay}}).',
  },
  'input-changed': {
    title: '{{name}} staat met andere gegevens in Odoo',
    explain:
      'Wat geboekt is, wordt nooit bewerkt, en Shopify geeft nu iets anders dan wat er geboekt is. {{what}}',
    todo: 'Vergelijk beide. Heeft Shopify gelijk, draai de boeking in Odoo dan terug en synchroniseer opnieuw.',
  },
  'line-differs': {
    title: 'In Odoo staat iets anders dan er is gestuurd',
    explain: 'Teruggelezen uit Odoo is {{name}} niet wat het moet zijn. {{what}}',
    todo: 'Open het in Odoo en bekijk de geschiedenis. Corrigeer het daar en synchroniseer opnieuw.',
  },
  'entry-rejected': {
    title: 'Odoo weigert {{name}}',
    explain: 'Odoo zegt: {{message}}',
    todo: 'Verhelp wat Odoo noemt en synchroniseer opnieuw. Wat al geboekt is, wordt niet nog een keer geboekt.',
  },
  'rights-missing': {
    title: 'De Odoo-gebruiker mag dit niet',
    explain:
      'De gebruiker waarmee Klopt zich aanmeldt, mag dit niet: {{operation}} op {{model}}. Wat ontbreekt, is het recht ‘{{group}}’.',
    todo: 'In Odoo: Instellingen, Gebruikers & bedrijven, Gebruikers: open die gebruiker en geef het recht ‘{{group}}’. Synchroniseer daarna opnieuw.',
  },
  'odoo-unreachable': {
    title: 'Odoo geeft geen antwoord',
    explain: 'Klopt kon {{host}} niet bereiken.',
    todo: 'Controleer of Odoo draait en of het adres onder Verbinding klopt. Klopt probeert het zelf opnieuw.',
  },
  'odoo-key-refused': {
    title: 'Odoo weigert de aanmelding',
    explain: 'Odoo op {{host}} accepteert de gebruikersnaam, de API-sleutel of de naam van de database niet.',
    todo: 'Maak in Odoo een nieuwe API-sleutel (je profiel, Accountbeveiliging) en vul die met de juiste database in onder Verbinding.',
  },
  'odoo-unexpected': {
    title: 'Odoo gaf een onverwacht antwoord',
    explain: 'In plaats van gegevens kwam er: {{message}}',
    todo: 'Controleer of het adres onder Verbinding naar Odoo zelf leidt, en niet naar een inlogpagina of een proxy ervoor.',
  },
  'payouts-denied': {
    title: 'Klopt mag de uitbetalingen van Shopify niet lezen',
    explain: 'De app heeft geen recht gekregen om uitbetalingen van Shopify Payments te lezen.',
    todo: 'Open Klopt opnieuw vanuit het Shopify-beheer en geef de gevraagde toegang. Dat kan alleen de eigenaar of een medewerker met dat recht.',
  },
  'payments-not-active': {
    title: 'Shopify Payments is niet actief',
    explain: 'Deze winkel heeft geen Shopify Payments-account; Shopify doet dus geen uitbetalingen.',
    todo: 'Activeer Shopify Payments in Shopify onder Instellingen, Betalingen; of importeer een CSV-export.',
  },
  'shopify-unreachable': {
    title: 'Shopify geeft geen antwoord',
    explain: 'Shopify was te druk of niet bereikbaar.',
    todo: 'Je hoeft niets te doen: Klopt probeert het zelf opnieuw.',
  },
  'unexpected-error': {
    title: 'Er ging bij ons iets mis',
    explain:
      'Klopt liep zelf tegen een fout aan. Wat daarvoor geboekt is, blijft staan en wordt niet nog een keer geboekt. {{message}}',
    todo: 'Synchroniseer opnieuw. Gebeurt het weer, meld het dan met het nummer van de uitbetaling of de bestelling, en het tijdstip.',
  },
};
