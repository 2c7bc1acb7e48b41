import type { BookedTax, DocumentBooks } from '../../../app/accounting/books';
import { agreementId, orderTransactionId, saleId } from '../../../app/accounting/ids';
import type { Order } from '../../../app/accounting/order';
import { readTaxKey, type TaxKey } from '../../../app/accounting/tax-key';
import type { OdooClient } from '../../../app/odoo/client/odoo-client';
import type { Workshop } from './workshop';

/** The order with numbers that no other run has. */
export function numbered(order: Order, fresh: () => string): Order {
  const ids = new Map<string, string>();
  const own = (id: string) => {
    const known = ids.get(id) ?? fresh();
    ids.set(id, known);
    return known;
  };
  return {
    ...order,
    name: `#${fresh()}`,
    agreements: order.agreements.map((agreement) => ({
      ...agreement,
      id: agreementId(own(agreement.id)),
      sales: agreement.sales.map((sale) => ({ ...sale, id: saleId(own(sale.id)) })),
    })),
    transactions: order.transactions.map((one) => ({ ...one, id: orderTransactionId(fresh()) })),
  };
}

/** Every rate of the random orders, prices with and without it; one account for all that needs one of its own. */
export async function withEveryTax({ client, books, stamp }: Workshop): Promise<DocumentBooks> {
  const plain = books.taxes.get('NL|VAT|21|excluded' as TaxKey);
  const none = books.taxes.get('NL||0|excluded' as TaxKey);
  const other = books.chargeWithoutDocument;
  if (!plain || !none || !other) throw new Error('the workshop has no taxes');
  const made = new Map<string, BookedTax>();
  for (const rate of ['21', '9', '5.5', '5', '9.975']) {
    for (const priceIncluded of [true, false]) {
      const name = `${rate}% ${priceIncluded ? 'incl. ' : ''}${stamp}`;
      const id = await copyOf(client, plain.id, name, rate, priceIncluded);
      made.set([rate, priceIncluded].join(), { ...plain, id, name, rate, priceIncluded });
    }
  }
  const taxes = new Map<TaxKey, BookedTax>();
  // Whatever key is asked for: its tax is found by rate alone.
  taxes.get = (key) => {
    const { rate, included, remitted } = readTaxKey(key);
    return remitted || rate === '0' ? none : made.get([rate, included].join());
  };
  const roles = ['gift-card', 'channel-tax', 'tip', 'duty', 'fee', 'additional-fee'] as const;
  return {
    ...books,
    taxes,
    roles: new Map([...books.roles, ...roles.map((role) => [role, other] as const)]),
  };
}

async function copyOf(client: OdooClient, id: number, name: string, rate: string, included: boolean) {
  const chosen = (await client.hasField('account.tax', 'price_include_override'))
    ? { price_include_override: included ? 'tax_included' : 'tax_excluded' }
    : { price_include: included };
  await client.callMethod('account.tax', 'copy', [id], {
    default: { name, amount: Number(rate), ...chosen },
  });
  const [made = 0] = await client.search('account.tax', [['name', '=', name]]);
  return made;
}
