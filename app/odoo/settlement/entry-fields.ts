/** The head of a statement line, as `load` takes it. */
export const lineHead = ['id', 'journal_id/.id', 'date', 'payment_ref', 'partner_id/.id', 'amount'];

const ofItems = [
  'line_ids/id',
  'line_ids/account_id/.id',
  'line_ids/name',
  'line_ids/partner_id/.id',
  'line_ids/balance',
  'line_ids/matching_number',
];

/** Its items, one a row; with their own currency where any of them has another than the company's. */
export function itemFields(inCurrency: boolean): readonly string[] {
  return inCurrency ? [...ofItems, 'line_ids/currency_id/.id', 'line_ids/amount_currency'] : ofItems;
}
