/** What a sale to a country costs in VAT (whole percentages) and in shipping (cents, with VAT). */
export type Destination = {
  country: string;
  taxTitle: string;
  standard: bigint;
  reduced: bigint;
  shippingTitle: string;
  shipping: bigint;
};

export const destinations: Record<string, Destination> = {
  NL: { country: 'NL', taxTitle: 'BTW', standard: 21n, reduced: 9n, shippingTitle: 'PostNL', shipping: 595n },
  BE: { country: 'BE', taxTitle: 'BTW', standard: 21n, reduced: 6n, shippingTitle: 'bpost', shipping: 895n },
  DE: { country: 'DE', taxTitle: 'MwSt', standard: 19n, reduced: 7n, shippingTitle: 'DHL', shipping: 995n },
  AT: { country: 'AT', taxTitle: 'MwSt', standard: 20n, reduced: 10n, shippingTitle: 'DHL', shipping: 995n },
  GB: {
    country: 'GB',
    taxTitle: 'VAT',
    standard: 20n,
    reduced: 0n,
    shippingTitle: 'International',
    shipping: 1200n,
  },
  CH: {
    country: 'CH',
    taxTitle: '',
    standard: 0n,
    reduced: 0n,
    shippingTitle: 'International',
    shipping: 2450n,
  },
  NO: {
    country: 'NO',
    taxTitle: '',
    standard: 0n,
    reduced: 0n,
    shippingTitle: 'International',
    shipping: 2900n,
  },
  US: {
    country: 'US',
    taxTitle: '',
    standard: 0n,
    reduced: 0n,
    shippingTitle: 'International',
    shipping: 3900n,
  },
};

export function destination(country: string): Destination {
  const found = destinations[country];
  if (!found) throw new Error(`Trade Wins does not ship to ${country}.`);
  return found;
}
