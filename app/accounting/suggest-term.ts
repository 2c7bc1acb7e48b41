interface NamedTerm {
  readonly id: number;
  readonly name: string;
}

/**
 * Odoo's payment term for Shopify's, by name: "Net 30" is "30 Days", "Due on receipt" is "Immediate Payment". Only where
 * one alone fits; "30 Days End of Month" is another term, and due on fulfilment Odoo has none for.
 */
export function suggestTerm<Term extends NamedTerm>(
  shopifys: string,
  terms: readonly Term[],
): Term | undefined {
  const days = /^net (\d+)$/i.exec(shopifys.trim())?.[1];
  const wanted = days
    ? new RegExp(`^(net )?${days}( (days|dagen|jours|tage))?( net)?$`, 'i')
    : /^due on receipt$/i.test(shopifys.trim())
      ? /^(immediate( payment)?|directe betaling|paiement immédiat|sofortige zahlung|due on receipt)$/i
      : undefined;
  const [found, ...others] = wanted ? terms.filter(({ name }) => wanted.test(name.trim())) : [];
  return others.length === 0 ? found : undefined;
}
