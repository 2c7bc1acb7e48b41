import { customers, type Customer } from '../customers';
import { OrderStory } from '../order-story';
import type { StoryWish } from '../story-wish';
import { instant } from '../season';

/** An order that shows one thing; `kind` says which, in a few words, and stands in the order's note. */
export type Kind = { kind: string; tell: (begin: Begin) => OrderStory };

/** Begins the order: who buys, and what else is special about it. */
export type Begin = ((customer: Customer, traits?: Partial<StoryWish>) => OrderStory) & {
  /** So many hours after the order. */
  later: (hours: number) => string;
};

const firstHour = Date.UTC(2026, 10, 18, 20);
const hour = 3_600_000;

/** The orders of these kinds, an hour apart. */
export function tellKinds(kinds: readonly Kind[], firstNumber: number): OrderStory[] {
  return kinds.map(({ kind, tell }, index) => {
    const moment = firstHour + index * hour;
    const base = { number: firstNumber + index, at: instant(moment), more: { note: kind } };
    const begin = (customer: Customer, { more, ...traits }: Partial<StoryWish> = {}) =>
      new OrderStory({ ...base, customer, ...traits, more: { ...base.more, ...more } });
    return tell(Object.assign(begin, { later: (hours: number) => instant(moment + hours * hour) }));
  });
}

/** Somebody whom Trade Wins knows, by the last name. */
export function buyer(last: string): Customer {
  const found = [...customers, ...newCustomers].find((one) => one.last === last);
  if (!found) throw new Error(`Trade Wins has no customer ${last}.`);
  return found;
}

const number = (index: number) => 7_100_000_000_101 + index;

/** Who came in these days. */
export const newCustomers: readonly Customer[] = [
  {
    number: number(0),
    first: 'Maximilian',
    last: 'Huber',
    street: 'Kärntner Straße 12',
    zip: '1010',
    city: 'Wien',
    country: 'AT',
  },
  {
    number: number(1),
    first: 'Oliver',
    last: 'Wright',
    street: '22 Market Street',
    zip: 'YO1 8SL',
    city: 'York',
    country: 'GB',
  },
  {
    number: number(2),
    first: 'Hans',
    last: 'Verbeek',
    street: 'Industrieweg 4',
    zip: '5705 BX',
    city: 'Helmond',
    country: 'NL',
    company: { name: 'Verbeek Groenvoorziening', vat: 'NL123456789B99' },
  },
];
