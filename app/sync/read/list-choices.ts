import { accountChoices, journalChoices, taxChoices } from '../../odoo/books/choices';
import type { OdooClient } from '../../odoo/client/odoo-client';
import type { Choice, ChoiceKind } from '../views/mapping-view';

/** Account types that a fee, a dispute, a reserve … can stand on; what the mapping would refuse is not offered. */
const counterpartTypes = [
  'expense',
  'expense_direct_cost',
  'expense_other',
  'income',
  'income_other',
  'asset_current',
  'asset_non_current',
  'asset_prepayments',
  'liability_current',
  'liability_non_current',
  'equity',
];

/** Records of Odoo to choose from, by a part of their name or code. */
export async function listChoices(client: OdooClient, kind: ChoiceKind, text: string): Promise<Choice[]> {
  switch (kind) {
    case 'account':
      return (await accountChoices(client, text, { types: counterpartTypes })).map(
        ({ id, code, name, type }) => ({
          id,
          label: `${code} ${name}`,
          detail: type,
        }),
      );
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
