import { createContext } from 'react';

/** The shop's time zone (IANA): moments are shown in it, as the days of orders, payouts and entries are counted in it. */
export const ShopTimeZone = createContext('UTC');
