import type { DocumentLine, DocumentRole } from '../../accounting/document';

const languages = ['en', 'nl', 'fr', 'de'] as const;
type Language = (typeof languages)[number];

/** What a line is called that has no title of its own in Shopify. English is what the lines carry until here. */
const words: Readonly<Record<Exclude<DocumentRole, 'product' | 'channel-tax'>, Record<Language, string>>> = {
  discount: { en: 'Discount', nl: 'Korting', fr: 'Remise', de: 'Rabatt' },
  shipping: { en: 'Shipping', nl: 'Verzending', fr: 'Livraison', de: 'Versand' },
  tip: { en: 'Tip', nl: 'Fooi', fr: 'Pourboire', de: 'Trinkgeld' },
  'gift-card': { en: 'Gift card', nl: 'Cadeaubon', fr: 'Carte cadeau', de: 'Geschenkgutschein' },
  duty: { en: 'Duty', nl: 'Invoerrechten', fr: 'Droits de douane', de: 'Zollgebühren' },
  fee: { en: 'Fee', nl: 'Kosten', fr: 'Frais', de: 'Gebühr' },
  'additional-fee': { en: 'Additional fee', nl: 'Toeslag', fr: 'Frais supplémentaires', de: 'Zusatzgebühr' },
  adjustment: { en: 'Adjustment', nl: 'Correctie', fr: 'Ajustement', de: 'Anpassung' },
};

/**
 * The label of a line in the customer's language ("nl", "de-DE"; English where we know no other). Titles that come from
 * Shopify stay as they are.
 */
export function labelOf(line: Pick<DocumentLine, 'role' | 'label'>, locale: string | undefined): string {
  if (line.role === 'product' || line.role === 'channel-tax') return line.label;
  const named = words[line.role];
  if (line.label !== named.en) return line.label;
  const wanted = locale?.slice(0, 2).toLowerCase();
  return named[languages.find((language) => language === wanted) ?? 'en'];
}
