import type { TFunction } from 'i18next';

import type { TransactionView } from '../views/payout-view';
import { formatMoney } from './money-text';
import { typeWords } from './type-words';

/** What the search box looks in: order, type, documents, counterpart, amounts as shown, Shopify's number. Lower case. */
export function searchTextOf(t: TFunction, locale: string, row: TransactionView): string {
  return [
    row.id,
    row.type,
    typeWords(t, row.type),
    row.order?.name ?? '',
    row.counterpart ?? '',
    ...row.documents.map(({ name }) => name),
    row.statementLine?.name ?? '',
    formatMoney(row.amount, locale),
    formatMoney(row.net, locale),
  ]
    .join(' ')
    .toLowerCase();
}
