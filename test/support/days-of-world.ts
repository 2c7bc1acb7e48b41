import { aShop } from './shop-story';

/** 22:30 in summerless Amsterdam is the same day, 23:30 UTC the next. */
export const story = () =>
  aShop()
    .sells(1001, { at: '2026-11-03T10:00:00Z' })
    .sells(1002, { at: '2026-11-03T21:30:00Z', units: 3, to: 'BE' })
    .sells(1003, { at: '2026-11-03T22:30:00Z' })
    .refunds(1001, { at: '2026-11-04T10:00:00Z' })
    .sells(1004, { at: '2026-11-03T23:30:00Z' })
    .pays(71);
/** What a merchant chooses who wants a document a day. */
export const perDay = { 'start-date': '2026-10-01', 'orders-automatic': 'yes', 'documents-per': 'day' };
/** Where the orders of `story` stand in the end. */
export const posted = { '#1001': 'posted', '#1002': 'posted', '#1003': 'posted', '#1004': 'posted' };
