import type { Order } from '../../app/accounting/order';
import { anOrder, product, shipping, vat } from './builders';

/** An order of docs/taxes.md, and the keys that its documents carry. */
export interface TaxExample {
  /** The shop's country, then what is sold to whom. */
  readonly story: string;
  readonly shop: 'NL' | 'BE' | 'DE' | 'FR';
  readonly order: Order;
  /** As docs/taxes.md names them. */
  readonly keys: readonly string[];
  /** Odoo's name of the tax in 17 and in 19; '—' where its chart has none. */
  readonly odoo: readonly string[];
}

interface Sold {
  readonly to: string;
  readonly province?: string;
  readonly title?: string;
  readonly rate?: string;
  readonly shippingRate?: string;
  readonly included?: boolean;
  readonly buyer?: Partial<Order['buyer']>;
  readonly remitted?: boolean;
}

const consumer = { name: 'Jo Janssen', isCompany: false };
const company = (vatNumber: string) => ({ name: 'Garden & Co', isCompany: true, vat: vatNumber });

function sold({
  to,
  province,
  title = 'VAT',
  rate,
  shippingRate,
  included = true,
  buyer,
  remitted,
}: Sold): Order {
  const taxes = rate === undefined ? [] : [vat(rate)];
  const order = anOrder('#1001', { country: to, taxesIncluded: included })
    .with(
      product('Watering can', 1, '20.00', ...taxes),
      ...(shippingRate === undefined ? [] : [shipping('5.00', vat(shippingRate))]),
    )
    .build();
  return {
    ...order,
    ...(province ? { taxProvince: province } : {}),
    buyer: { ...order.buyer, ...consumer, ...buyer },
    agreements: order.agreements.map((agreement) => ({
      ...agreement,
      sales: agreement.sales.map((sale) => ({
        ...sale,
        taxes: sale.taxes.map((tax) => ({ ...tax, title, ...(remitted ? { channelLiable: true } : {}) })),
      })),
    })),
  };
}

const example = (
  shop: TaxExample['shop'],
  story: string,
  sale: Sold,
  keys: readonly string[],
  odoo: readonly string[],
): TaxExample => ({ shop, story, order: sold(sale), keys, odoo });

/** Every worked example of docs/taxes.md. */
export const taxExamples: readonly TaxExample[] = [
  example(
    'NL',
    'at home, the standard rate, shipping too',
    { to: 'NL', title: 'BTW', rate: '21', shippingRate: '21' },
    ['NL|BTW|21|included', 'NL|BTW|21|included|shipping'],
    ['21% ST'],
  ),
  example(
    'NL',
    'at home, the reduced rate',
    { to: 'NL', title: 'BTW', rate: '9' },
    ['NL|BTW|9|included'],
    ['9% ST'],
  ),
  example(
    'NL',
    'a consumer in Germany, under OSS',
    { to: 'DE', title: 'MwSt', rate: '19' },
    ['DE|MwSt|19|included'],
    ['19.0% DE VAT'],
  ),
  example(
    'NL',
    'a company in Germany with its VAT number',
    { to: 'DE', buyer: company('DE123456788') },
    ['DE||0|included|company'],
    ['0% EX EU G'],
  ),
  example(
    'NL',
    'a company at home, VAT reversed',
    { to: 'NL', buyer: company('NL123456782B90') },
    ['NL||0|included|company'],
    ['0% R'],
  ),
  example('NL', 'a consumer in Switzerland', { to: 'CH' }, ['CH||0|included'], ['0% EX']),
  example('NL', 'a consumer in California', { to: 'US', province: 'CA' }, ['US-CA||0|included'], ['0% EX']),
  example(
    'NL',
    'a consumer on the Canary Islands',
    { to: 'ES', province: 'GC' },
    ['ES-GC||0|included'],
    ['0% EX'],
  ),
  example('NL', 'at home, exempt or at the zero rate', { to: 'NL' }, ['NL||0|included'], ['0%']),
  example(
    'NL',
    'a consumer in Great Britain, tax paid by the marketplace',
    { to: 'GB', rate: '20', remitted: true },
    ['GB|VAT|20|included|remitted'],
    ['0% EX'],
  ),
  example(
    'BE',
    'at home, the standard rate',
    { to: 'BE', title: 'BTW', rate: '21' },
    ['BE|BTW|21|included'],
    ['21%'],
  ),
  example(
    'BE',
    'at home, the reduced rate',
    { to: 'BE', title: 'TVA', rate: '6' },
    ['BE|TVA|6|included'],
    ['6%'],
  ),
  example(
    'BE',
    'a consumer in France, under OSS',
    { to: 'FR', title: 'TVA', rate: '20' },
    ['FR|TVA|20|included'],
    ['20.0% FR VAT'],
  ),
  example(
    'BE',
    'a company in the Netherlands with its VAT number',
    { to: 'NL', buyer: company('NL123456782B90') },
    ['NL||0|included|company'],
    ['0% EU M'],
  ),
  example('BE', 'a consumer in Norway', { to: 'NO' }, ['NO||0|included'], ['0% EX']),
  example('BE', 'at home, exempt', { to: 'BE' }, ['BE||0|included'], ['0%']),
  example(
    'DE',
    'at home, the standard rate',
    { to: 'DE', title: 'MwSt', rate: '19' },
    ['DE|MwSt|19|included'],
    ['19% INC', '19%'],
  ),
  example(
    'DE',
    'at home, the reduced rate',
    { to: 'DE', title: 'MwSt', rate: '7' },
    ['DE|MwSt|7|included'],
    ['7% INC', '7%'],
  ),
  example(
    'DE',
    'a consumer in the Netherlands, under OSS',
    { to: 'NL', title: 'BTW', rate: '21' },
    ['NL|BTW|21|included'],
    ['21.0% NL VAT'],
  ),
  example(
    'DE',
    'a company in Austria with its VAT number',
    { to: 'AT', buyer: company('ATU12345675') },
    ['AT||0|included|company'],
    ['0% EU D'],
  ),
  example(
    'DE',
    'a company in Northern Ireland',
    { to: 'GB', province: 'NIR', buyer: company('XI123456782') },
    ['GB-NIR||0|included|company'],
    ['0% EU D'],
  ),
  example(
    'DE',
    'a company in Great Britain',
    { to: 'GB', buyer: company('GB123456782') },
    ['GB||0|included'],
    ['0% EX'],
  ),
  example('DE', 'at home, exempt (§ 4 Nr. 8–28 UStG)', { to: 'DE' }, ['DE||0|included'], ['0% EX ND']),
  example(
    'FR',
    'at home, the standard rate',
    { to: 'FR', title: 'TVA', rate: '20' },
    ['FR|TVA|20|included'],
    ['20% G INC', '20% G'],
  ),
  example(
    'FR',
    'at home, the reduced rate',
    { to: 'FR', title: 'TVA', rate: '5.5' },
    ['FR|TVA|5.5|included'],
    ['5.5% G INC', '5.5% G'],
  ),
  example(
    'FR',
    'a consumer in Germany, under OSS',
    { to: 'DE', title: 'MwSt', rate: '19' },
    ['DE|MwSt|19|included'],
    ['19.0% DE VAT'],
  ),
  example(
    'FR',
    'a company in Belgium with its VAT number, prices without tax',
    { to: 'BE', included: false, buyer: company('BE0477472701') },
    ['BE||0|excluded|company'],
    ['0% EU G'],
  ),
  example('FR', 'a consumer in Switzerland', { to: 'CH' }, ['CH||0|included'], ['0% EX G']),
  example('FR', 'at home, exempt', { to: 'FR' }, ['FR||0|included'], ['0% EXEMPT G']),
];
