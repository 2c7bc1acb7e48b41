import type { Address } from '../../accounting/order';

/** An address without regard to case, blanks and punctuation: two that read the same are the same. */
export function addressContent(address: Address): string {
  const { name, company, street, street2, zip, city, province, country } = address;
  return [
    plain(name),
    plain(company),
    plain(`${street ?? ''} ${street2 ?? ''}`),
    plainZip(zip),
    plain(city),
    plain(province),
    plain(country),
  ].join('|');
}

/** Where something can be sent to. A country alone is no place. */
export function isPlace({ street, zip, city }: Address): boolean {
  return [street, zip, city].some((part) => plain(part) !== '');
}

/** Runs of anything but letters and digits become one blank, so that "1-2" stays apart from "12". */
export function plain(text: string | undefined): string {
  return (text ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** "1012 LG" and "1012LG" are one. */
export function plainZip(zip: string | undefined): string {
  return plain(zip).replaceAll(' ', '');
}
