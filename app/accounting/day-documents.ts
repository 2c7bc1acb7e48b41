import type { CalendarDate, Instant } from './calendar-date';
import type { Currency } from './currency';
import type { Document, DocumentKind, DocumentLine, DocumentRole, DocumentTax } from './document';
import { agreementId, documentKey, orderId, saleId, type DocumentKey } from './ids';
import { add, subtract, sumOf, zero, type Money } from './money';
import type { Buyer } from './order';

/** What one document holds together: everything of a day, a country and a currency that was sold, or given back. */
export interface DaySlot {
  /** In the shop's time zone. */
  readonly day: CalendarDate;
  /** ISO 3166 alpha-2; `ZZ` where the order names none. */
  readonly country: string;
  readonly currency: Currency;
  readonly kind: DocumentKind;
}

/** Lines of orders under one role and one set of taxes, together. */
export interface DaySum {
  readonly role: DocumentRole;
  /** By key, in the order of their keys. Empty for what is no supply. */
  readonly taxes: readonly DocumentTax[];
  readonly untaxed: Money;
  readonly total: Money;
  /** How many lines of orders it sums: Shopify rounded each by itself. */
  readonly lines: bigint;
}

/** One agreement's share of a day's document. */
export interface DayMember {
  readonly key: DocumentKey;
  readonly order: Document['order'];
  readonly happenedAt: Instant;
  readonly sums: readonly DaySum[];
}

export const nowhere = 'ZZ';

/** Whoever bought: a day's document is for one customer, the generic one. */
export const buyerOfDay: Buyer = { name: '', isCompany: false };

/** What an agreement's own document puts in the document of its day. */
export function dayMember(document: Document): DayMember {
  const { key, order, happenedAt, lines } = document;
  return { key, order, happenedAt, sums: sumsOf(lines.map(sumOfLine)) };
}

/** `day_2026-11-20_NL_EUR_invoice`; what came after the first was made goes in the second: `…_2`. */
export function dayKey({ day, country, currency, kind }: DaySlot, number: number): DocumentKey {
  const tail = number === 1 ? '' : `_${String(number)}`;
  return documentKey(`day_${day}_${country}_${currency}_${kind}${tail}`);
}

/** What a person reads: "2026-11-20 NL", "2026-11-20 NL-R", "2026-11-20 NL-2". */
export function dayReference({ day, country, kind }: DaySlot, number: number): string {
  const tail = number === 1 ? '' : String(number);
  const mark = kind === 'credit-note' ? `-R${tail}` : tail && `-${tail}`;
  return `${day} ${country}${mark}`;
}

/**
 * The document of a day: a line for each role and set of taxes, a piece of each, so that every amount is the sum of what
 * Shopify said of the agreements, to the minor unit. `members` must be at least one; their order does not matter.
 */
export function dayDocument(slot: DaySlot, number: number, members: readonly DayMember[]): Document {
  const { currency, kind } = slot;
  const sums = sumsOf(members.flatMap((member) => member.sums));
  const untaxed = sumOf(currency, sums, (one) => one.untaxed);
  const total = sumOf(currency, sums, (one) => one.total);
  const reference = dayReference(slot, number);
  return {
    key: dayKey(slot, number),
    kind,
    order: { id: orderId(''), name: reference },
    agreement: agreementId(''),
    reference,
    happenedAt: members.map(({ happenedAt }) => happenedAt).reduce(later),
    buyer: { ...buyerOfDay, ...(slot.country === nowhere ? {} : { delivery: { country: slot.country } }) },
    currency,
    taxesIncluded: sums.some(({ taxes }) => taxes.some(({ key }) => key.includes('|included'))),
    lines: sums.map((one, index) => lineOf(one, index)),
    untaxed,
    tax: subtract(total, untaxed),
    total,
  };
}

function lineOf({ role, taxes, untaxed, total, lines }: DaySum, index: number): DocumentLine {
  return {
    // A letter before it: `…_invoice_2` would be the name of the day's second document.
    sale: saleId(`l${String(index + 1)}`),
    role,
    label: labels[role],
    quantity: 1n,
    untaxed,
    total,
    taxes,
    summed: lines,
  };
}

const labels: Readonly<Record<DocumentRole, string>> = {
  product: 'Products',
  shipping: 'Shipping',
  tip: 'Tip',
  'gift-card': 'Gift card',
  duty: 'Duty',
  fee: 'Fee',
  'additional-fee': 'Additional fee',
  adjustment: 'Adjustment',
  discount: 'Discount',
  'channel-tax': 'Tax that Shopify pays',
};

function sumOfLine({ role, taxes, untaxed, total }: DocumentLine): DaySum {
  const byKey = new Map<string, DocumentTax>();
  for (const tax of taxes) {
    const known = byKey.get(tax.key);
    byKey.set(tax.key, known ? { key: tax.key, amount: add(known.amount, tax.amount) } : tax);
  }
  return { role, taxes: [...byKey.values()].sort(byTaxKey), untaxed, total, lines: 1n };
}

/** One for each role and set of taxes, in an order of their own: the same members make the same lines. */
function sumsOf(sums: readonly DaySum[]): DaySum[] {
  const groups = new Map<string, DaySum>();
  for (const one of sums) {
    const place = placeOf(one);
    const known = groups.get(place);
    groups.set(place, known ? together(known, one) : one);
  }
  return [...groups].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, one]) => one);
}

const placeOf = ({ role, taxes }: DaySum) => [role, ...taxes.map(({ key }) => key)].join('\n');

function together(left: DaySum, right: DaySum): DaySum {
  return {
    role: left.role,
    taxes: left.taxes.map(({ key, amount }, index) => ({
      key,
      amount: add(amount, right.taxes[index]?.amount ?? zero(amount.currency)),
    })),
    untaxed: add(left.untaxed, right.untaxed),
    total: add(left.total, right.total),
    lines: left.lines + right.lines,
  };
}

const byTaxKey = (left: DocumentTax, right: DocumentTax) => (left.key < right.key ? -1 : 1);

const later = (left: Instant, right: Instant) => (Date.parse(left) >= Date.parse(right) ? left : right);
