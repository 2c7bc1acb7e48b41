import type { GraphQLObjectType } from 'graphql';
import { adminSchema } from './admin-schema';
import { completeOrder } from './complete-order';
import { completePayments } from './complete-payments';
import { readState, Reference, type Entry, type ReadState } from './read-state';
import type { ShopState } from './shop-state';

/** One shop as the fake serves it: its state read by the schema, with an index by gid. */
export class ShopWorld {
  readonly domain: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly #read: ReadState;

  constructor(readonly state: ShopState) {
    this.domain = state.shop.myshopifyDomain;
    this.currency = state.shop.currencyCode;
    const zone = state.shop['ianaTimezone'];
    this.timeZone = typeof zone === 'string' ? zone : 'Europe/Amsterdam';
    this.#read = readState(adminSchema(), state, this.currency);
    for (const order of this.list('orders')) completeOrder(this, order);
    completePayments(this);
  }

  get root(): Entry {
    return this.#read.root;
  }

  /** The objects of a field of QueryRoot that the state gives as a list. */
  list(field: string): Entry[] {
    return this.entries(this.root[field]);
  }

  /** Every object of a type, in the order of the state: for root connections that the state does not list. */
  all(typeName: string): Entry[] {
    return [...this.#read.byGid.values()].filter((entry) => this.typeOf(entry)?.name === typeName);
  }

  find(gid: string): Entry | undefined {
    return this.#read.byGid.get(gid);
  }

  typeOf(entry: Entry): GraphQLObjectType | undefined {
    return this.#read.typeOf.get(entry);
  }

  parentOf(entry: Entry): Entry | undefined {
    return this.#read.parentOf.get(entry);
  }

  /** The object behind a reference; undefined where the shop does not have it. */
  entry(value: unknown): Entry | undefined {
    if (value instanceof Reference) return this.find(value.gid);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Entry)
      : undefined;
  }

  entries(value: unknown): Entry[] {
    if (!Array.isArray(value)) return [];
    return value.map((item) => this.entry(item)).filter((item) => item !== undefined);
  }
}
