/** What tests speak in: orders as stories, payouts and their transactions, a shop's books. Amounts are decimal strings. */
export { anOrder, type OrderTraits } from './order-builder';
export * from './sale-lines';
export { aPayout, chargeOf, defaultPayoutId, refundOf, transaction } from './payout-builder';
export { accounts, booksWithout, keyOf, someBooks } from './books-builder';
export { knownOrder, payoutOf, pictureOf } from './picture-builder';
export { without } from './without';
export { amounts, eur, figures, findingIn } from './matchers';
