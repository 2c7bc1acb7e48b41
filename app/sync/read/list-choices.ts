import { accountChoices, journalChoices, taxChoices } from '../../odoo/books/choices';
import type { OdooClient } from '../../odoo/client/odoo-client';
import type { Choice, ChoiceKind } from '../views/mapping-view';

/** Records of Odoo to choose from, by a part of their name or code. */
export async function listChoices(client: OdooClient, kind: ChoiceKind, text: string): Promise<Choice[]> {
  switch (kind) {
    case 'account':
      return (await accountChoices(client, text)).map(({ id, code, name, type }) => ({
        id,
        label: `${code} ${name}`,
        detail: type,
      }));
    case 'bank-journal':
    case 'sale-journal': {
      const journals = await journalChoices(client, text, {
        type: kind === 'bank-journal' ? 'bank' : 'sale',
      });
      return journals.map(({ id, code, name, currency }) => ({
        id,
        label: `${code} ${name}`,
        detail: currency || null,
      }));
    }
    case 'sale-tax':
    case 'sale-tax-included':
    case 'sale-tax-excluded': {
      const taxes = await taxChoices(client, text);
      return taxes
        .filter(
          ({ priceIncluded }) => kind === 'sale-tax' || priceIncluded === (kind === 'sale-tax-included'),
        )
        .map(({ id, name, rate, country }) => ({ id, label: name, detail: `${rate}% · ${country}` }));
    }
  }
}
