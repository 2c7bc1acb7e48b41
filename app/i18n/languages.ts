import polarisEnglish from '@shopify/polaris/locales/en.json';
import polarisDutch from '@shopify/polaris/locales/nl.json';
import { en } from './en';
import { nl } from './nl';

/** The languages Klopt speaks: its own texts and Polaris' for each. */
export const languages = {
  en: { texts: en, polaris: polarisEnglish },
  nl: { texts: nl, polaris: polarisDutch },
} as const;

export type Language = keyof typeof languages;

const FALLBACK: Language = 'en';

/**
 * The language of a page: Shopify's `locale` parameter (the language of the person's admin), else what the browser asks
 * for. No cookie: third-party cookies are blocked inside the admin.
 */
export function languageOf(request: Request): Language {
  const wanted = new URL(request.url).searchParams.get('locale');
  const accepted = (request.headers.get('accept-language') ?? '').split(',');
  for (const tag of [wanted ?? '', ...accepted]) {
    const language = tag.trim().slice(0, 2).toLowerCase();
    if (isLanguage(language)) return language;
  }
  return FALLBACK;
}

function isLanguage(value: string): value is Language {
  return Object.hasOwn(languages, value);
}
