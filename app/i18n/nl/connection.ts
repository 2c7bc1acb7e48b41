import type { connection as english } from '../en/connection';

export const connection: typeof english = {
  title: 'Verbinding',
  subtitle: 'Je Odoo',
  card: 'Odoo',
  connected: 'Verbonden',
  notConnected: 'Niet verbonden',
  trouble: 'Geeft geen antwoord',
  version: 'Versie',
  company: 'Bedrijf',
  currency: 'Valuta',
  database: 'Database',
  login: 'Gebruikersnaam',
  url: 'Adres',
  checkedAt: 'Gecontroleerd',
  formTitle: 'Odoo verbinden',
  formTitleChange: 'Verbinding wijzigen',
  urlLabel: 'Adres van Odoo',
  urlHelp: 'Zoals in je browser, bijvoorbeeld https://example.odoo.com',
  databaseLabel: 'Database',
  databaseHelp:
    'Bij odoo.com meestal het eerste deel van het adres. Anders de naam op de inlogpagina van Odoo.',
  loginLabel: 'Gebruikersnaam',
  loginHelp:
    'Het e-mailadres waarmee de gebruiker inlogt. Die heeft het recht Boekhouding: Accountant nodig.',
  keyLabel: 'API-sleutel',
  keyHelp:
    'In Odoo: je profiel, Accountbeveiliging, Nieuwe API-sleutel. Wordt versleuteld bewaard en nooit meer getoond.',
  keyKept:
    'Er wordt een sleutel versleuteld bewaard. Vul opnieuw een sleutel in om de verbinding te wijzigen.',
  save: 'Testen en opslaan',
  testing: 'Navragen bij Odoo…',
  saved: 'Odoo is verbonden',
  fillIn: 'Vul dit in',
  urlForm: 'Dit is geen webadres. Het begint met https://',
  check: 'Opnieuw controleren',
  disconnect: 'Verbinding verbreken',
  disconnectTitle: 'Verbinding met Odoo verbreken?',
  disconnectText:
    'De API-sleutel wordt hier gewist. Wat geboekt is, blijft in Odoo staan, en je koppelingen blijven bewaard. Trek de sleutel ook in Odoo in.',
  disconnectYes: 'Verbreken',
  cancel: 'Annuleren',
  nextAction: 'Koppelingen openen',
  missing: {
    title: 'Er is nog geen Odoo verbonden',
    explain: 'Zonder Odoo kan Klopt niets opzoeken of boeken.',
    todo: 'Verbind Odoo op de pagina Verbinding.',
  },
  error: {
    unreachable: {
      title: 'Geen antwoord van dit adres',
      text: 'Controleer de spelling, en of Odoo vanaf internet bereikbaar is.',
    },
    html: {
      title: 'Er antwoordde een webpagina, niet de koppeling van Odoo',
      text: 'Het adres leidt naar een inlogpagina, een website of een proxy. Gebruik het adres van Odoo zelf, zonder /web of /odoo erachter.',
    },
    'key-refused': {
      title: 'Odoo weigert deze gebruikersnaam en sleutel',
      text: 'Maak met deze gebruiker een nieuwe API-sleutel (profiel, Accountbeveiliging) en vul die hier in. Een wachtwoord werkt niet.',
    },
    'unknown-database': {
      title: 'Odoo kent deze database niet',
      text: 'Vergelijk de naam met die op de inlogpagina van Odoo.',
    },
    'rights-missing': {
      title: 'De gebruiker mag dit niet in Odoo',
      text: 'Het recht ‘{{group}}’ ontbreekt. In Odoo: Instellingen, Gebruikers, open de gebruiker {{login}} en kies het bij Boekhouding.',
    },
    'accounting-missing': {
      title: 'Facturatie is niet geïnstalleerd in deze Odoo',
      text: 'Installeer de app Facturatie of Boekhouding in Odoo en probeer het opnieuw.',
    },
    'address-refused': {
      title: 'Dit adres is niet bruikbaar',
      text: 'Gebruik een openbaar https-adres.',
    },
    other: { title: 'Verbinden is niet gelukt' },
  },
};
