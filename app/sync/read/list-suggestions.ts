import { suggestTax } from '../../accounting/suggest-tax';
import type { TaxKey } from '../../accounting/tax-key';
import { readPaymentTerms } from '../../odoo/books/read-payment-terms';
import { suggestPaymentTerm } from '../../odoo/books/suggest-payment-term';
import { taxCandidates } from '../../odoo/books/tax-candidates';
import type { OdooClient } from '../../odoo/client/odoo-client';
import type { Choice, MappingsView, SuggestionsView } from '../../views/mapping-view';

/** What a person would most likely choose for the taxes and payment terms that have no mapping. */
export async function listSuggestions(client: OdooClient, view: MappingsView): Promise<SuggestionsView> {
  const taxes = view.taxes.filter(({ target, instead }) => target === null && instead === null);
  const terms = view.paymentTerms.filter(({ target }) => target === null);
  const [candidates, odooTerms] = await Promise.all([
    taxes.length > 0 ? taxCandidates(client) : [],
    terms.length > 0 ? readPaymentTerms(client) : [],
  ]);
  const ofTaxes = taxes.flatMap(({ key }) => {
    const found = suggestTax(key as TaxKey, candidates);
    if (!found) return [];
    const { id, name, rate } = found.tax;
    const tax: Choice = { id, label: name, detail: `${rate}%` };
    return [[key, { tax, way: found.way }] as const];
  });
  const ofTerms = terms.flatMap(({ key }) => {
    const found = suggestPaymentTerm(key, odooTerms);
    return found ? [[key, { id: found.id, label: found.name, detail: null }] as const] : [];
  });
  return { taxes: Object.fromEntries(ofTaxes), terms: Object.fromEntries(ofTerms) };
}
