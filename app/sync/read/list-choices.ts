import { accountChoices, journalChoices, taxChoices } from '../../odoo/books/choices';
import {
  analyticChoices,
  categoryChoices,
  fiscalPositionChoices,
  paymentTermChoices,
  productChoices,
  teamChoices,
} from '../../odoo/books/order-choices';
import type { OdooClient } from '../../odoo/client/odoo-client';
import type { Choice, ChoiceKind } from '../../views/mapping-view';

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

const journalTypes = {
  'bank-journal': 'bank',
  'payment-journal': ['bank', 'cash', 'general'],
  'sale-journal': 'sale',
} as const;

/** Where a payment can wait or come from. */
const paymentTypes = [
  'asset_current',
  'asset_cash',
  'asset_prepayments',
  'asset_non_current',
  'liability_current',
  'liability_non_current',
  'liability_credit_card',
];

/** Records of Odoo to choose from, by a part of their name or code. */
export async function listChoices(client: OdooClient, kind: ChoiceKind, text: string): Promise<Choice[]> {
  switch (kind) {
    case 'account':
    case 'payment-account': {
      const types = kind === 'account' ? counterpartTypes : paymentTypes;
      return (await accountChoices(client, text, { types })).map(({ id, code, name, type }) => ({
        id,
        label: `${code} ${name}`,
        detail: type,
      }));
    }
    case 'bank-journal':
    case 'payment-journal':
    case 'sale-journal': {
      const journals = await journalChoices(client, text, { type: journalTypes[kind] });
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
    case 'product':
      return (await productChoices(client, text)).map(({ id, code, name, barcode }) => ({
        id,
        label: [code, name].filter(Boolean).join(' '),
        detail: barcode || null,
      }));
    case 'product-category':
      return (await categoryChoices(client, text)).map(plain);
    case 'payment-term':
      return (await paymentTermChoices(client, text)).map(plain);
    case 'fiscal-position':
      return (await fiscalPositionChoices(client, text)).map(({ id, name, country }) => ({
        id,
        label: name,
        detail: country || null,
      }));
    case 'team':
      return ((await teamChoices(client, text)) ?? []).map(plain);
    case 'analytic':
      return (await analyticChoices(client, text)).map(({ id, code, name, plan }) => ({
        id,
        label: [code, name].filter(Boolean).join(' '),
        detail: plan.name || null,
      }));
  }
}

function plain({ id, name }: { readonly id: number; readonly name: string }): Choice {
  return { id, label: name, detail: null };
}
