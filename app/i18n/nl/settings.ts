import type { setting as englishSetting, settings as english } from '../en/settings';

export const settings: typeof english = {
  title: 'Instellingen',
  subtitle: 'Hoe bestellingen documenten worden, wie erop staat, en wanneer',
  tabsLabel: 'Soorten instellingen',
  saved: 'Instellingen opgeslagen',
  tab: { documents: 'Documenten', customers: 'Klanten', orders: 'Bestellingen' },
  section: {
    documents: 'Facturen en verkoopbonnen',
    records: 'Op elk document',
    recordsHelp: 'Laat leeg wat je niet gebruikt.',
    fiscalPosition: 'Fiscale positie',
    fiscalPositionHelp:
      'De btw komt altijd uit je btw-koppelingen, nooit uit de fiscale positie: Shopify heeft de bestelling al belast. De positie wordt alleen op het document genoteerd, voor de rekeningen en je rapporten.',
    situations: 'Fiscale positie per situatie',
    customers: 'Klanten op documenten',
    terms: 'Betalingsvoorwaarden',
    termsHelp:
      'De voorwaarden van Shopify op B2B-bestellingen, en die van Odoo. Zonder keuze geldt de vervaldatum die Shopify noemt.',
    when: 'Wanneer bestellingen naar Odoo gaan',
    which: 'Welke bestellingen',
  },
  team: 'Verkoopteam',
  teamHelp: 'Als je Odoo verkoopteams heeft.',
  analytic: 'Analytische rekening {{number}}',
  analyticHelp: 'Hoogstens één van elk analytisch plan; ze staan op elke omzetregel.',
  situation: {
    domestic: 'In je eigen land',
    'eu-company': 'Een bedrijf met btw-nummer elders in de EU',
    'eu-consumer': 'Een consument elders in de EU',
    'outside-eu': 'Buiten de EU',
  },
  minutes: 'minuten',
};

export const setting: typeof englishSetting = {
  'document-kind': {
    title: 'Een bestelling wordt',
    invoice: 'Een factuur',
    invoiceHelp: 'En terugbetalingen worden creditfacturen.',
    receipt: 'Een verkoopbon',
    receiptHelp:
      'Voor winkels die hun klanten geen factuur hoeven te geven. Terugbetalingen worden ook dan creditfacturen.',
  },
  'documents-per': {
    title: 'Hoeveel documenten',
    order: 'Eén per bestelling',
    orderHelp: 'Elke klant, bestelling en terugbetaling is in Odoo terug te vinden.',
    day: 'Eén per dag, land en btw',
    dayHelp: 'Voor winkels met heel veel bestellingen. De afrekening blijft per transactie.',
  },
  discounts: {
    title: 'Kortingen',
    net: 'Regels tonen de prijs die betaald is',
    lines: 'Regels tonen de volle prijs, en de korting is een eigen regel',
    linesHelp: 'Eén kortingsregel per btw.',
  },
  'order-prefix': {
    title: 'Vóór het bestelnummer',
    help: '‘EU-’ maakt ‘EU-#1001’. De factuurnummers blijven die van Odoo.',
  },
  'document-currency': {
    title: 'Valuta van documenten',
    shop: 'Die van de winkel',
    presentment: 'Die waarin de klant betaalde',
    presentmentHelp: 'Ze moet in Odoo actief zijn, met koersen.',
  },
  'post-on-first-open-day': {
    title: 'Afgesloten perioden',
    no: 'Stoppen en aan mij laten zien',
    noHelp: 'Wat een afgesloten periode raakt, wordt een bevinding.',
    yes: 'Op de eerste open dag boeken',
    yesHelp:
      'Wat in een afgesloten periode valt, krijgt de datum van de dag erna. Het voorbeeld toont die datum.',
  },
  'fiscal-position': {
    title: 'Gekozen',
    automatic: 'Door Odoo',
    automaticHelp: 'Zoals Odoo die vindt bij land en btw-nummer van de klant.',
    mapped: 'Naar de situatie van de bestelling',
  },
  customers: {
    title: 'Wie op een document staat',
    original: 'De klant van de bestelling',
    originalHelp:
      'Elke klant wordt een contact in Odoo, teruggevonden op het nummer van Shopify, dan e-mail, dan btw-nummer.',
    company: 'Het bedrijf, als dat er is',
    companyHelp: 'Hetzelfde, met elke factuur van een B2B-bestelling aan het bedrijf zelf.',
    generic: 'Eén contact voor iedereen',
    genericHelp: 'Er gaan geen persoonsgegevens naar Odoo; ook bedrijven worden niet onderscheiden.',
  },
  'generic-customer': { title: 'Naam van dat contact', help: 'Zonder naam: ‘Webshop customer’.' },
  'product-rule': {
    title: 'Een product wordt gevonden op',
    'sku-reference': 'SKU = interne referentie',
    'sku-referenceHelp': 'Spaties eromheen en hoofdletters maken geen verschil.',
    'sku-barcode': 'SKU = barcode',
    'barcode-barcode': 'Barcode = barcode',
  },
  'product-unmatched': {
    title: 'Als Odoo dat product niet heeft',
    none: 'De regel gaat zonder product',
    noneHelp: 'Ze houdt haar tekst, rekening en btw.',
    make: 'Het product in Odoo maken',
    generic: 'Eén algemeen product nemen',
    wait: 'Wachten tot het er is',
    waitHelp: 'De bestelling wordt een bevinding.',
  },
  'product-type': {
    title: 'Nieuwe producten zijn',
    consumable: 'Goederen die niet worden geteld',
    stock: 'Goederen waarvan de voorraad wordt geteld',
    stockHelp: 'Daarvoor is Voorraad van Odoo nodig.',
    service: 'Diensten',
  },
  'orders-automatic': {
    title: 'Bestellingen worden geboekt',
    no: 'Als ik erom vraag',
    noHelp: 'Bestellingen komen in de lijst. Die van een uitbetaling worden met de uitbetaling geboekt.',
    yes: 'Vanzelf, zodra ze komen',
    yesHelp: 'Vanaf de begindatum.',
  },
  'start-date': {
    title: 'Begindatum',
    help: 'Wat op eerdere dagen gebeurde staat al op een andere manier in je boeken. De betalingen ervan worden wel afgeletterd.',
  },
  'poll-minutes': {
    title: 'Gemiste bestellingen zoeken, elke',
    help: 'Shopify meldt elke bestelling meteen; dit vindt wat niet gemeld werd. Van 15 tot 240 minuten.',
  },
  'order-statuses': {
    title: 'Bestellingen met deze status',
    help: 'Een bestelling met betalingsvoorwaarden gaat meteen, wat haar status ook is. Wat al in Odoo staat, volgt alles wat er nog gebeurt.',
  },
};
