/** What the mock admin says itself, in the two languages of the demo. */
const texts = {
  en: {
    navigation: 'Navigation',
    language: 'Language',
    apps: 'Apps',
    more: 'More actions',
    unsaved: 'Unsaved changes',
    save: 'Save',
    discard: 'Discard',
    leaveTitle: 'Leave page with unsaved changes?',
    leaveText: 'Leaving this page will delete all unsaved changes.',
    leave: 'Leave page',
    stay: 'Stay',
    discardTitle: 'Discard all unsaved changes?',
    discardText: 'If you discard changes, you’ll delete any edits you made since you last saved.',
    discardYes: 'Discard changes',
    dismiss: 'Dismiss',
    outside: 'This is the mock admin; it has no',
    others: ['Home', 'Orders', 'Products', 'Customers', 'Finances', 'Analytics'],
    notHere: 'Not part of the mock admin',
    mock: 'Mock admin',
  },
  nl: {
    navigation: 'Navigatie',
    language: 'Taal',
    apps: 'Apps',
    more: 'Meer acties',
    unsaved: 'Niet-opgeslagen wijzigingen',
    save: 'Opslaan',
    discard: 'Verwerpen',
    leaveTitle: 'Pagina met niet-opgeslagen wijzigingen verlaten?',
    leaveText: 'Als je deze pagina verlaat, gaan alle niet-opgeslagen wijzigingen verloren.',
    leave: 'Pagina verlaten',
    stay: 'Blijven',
    discardTitle: 'Alle niet-opgeslagen wijzigingen verwerpen?',
    discardText: 'Alles wat je sinds de laatste keer opslaan hebt gewijzigd, gaat verloren.',
    discardYes: 'Wijzigingen verwerpen',
    dismiss: 'Sluiten',
    outside: 'Dit is een nagemaakte admin; die heeft geen',
    others: ['Startpagina', 'Bestellingen', 'Producten', 'Klanten', 'Financiën', 'Analytics'],
    notHere: 'Geen deel van de nagemaakte admin',
    mock: 'Nagemaakte admin',
  },
};

export type Locale = keyof typeof texts;
export type Texts = (typeof texts)['en'];

const storageKey = 'mock-admin-locale';

/** The language chosen before on this machine; English at first. */
export function chosenLocale(): Locale {
  return localStorage.getItem(storageKey) === 'nl' ? 'nl' : 'en';
}

export function chooseLocale(locale: Locale): void {
  localStorage.setItem(storageKey, locale);
}

export function textsOf(locale: Locale): Texts {
  return texts[locale];
}
