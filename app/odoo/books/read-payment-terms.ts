import type { OdooClient, OdooRow } from '../client/odoo-client';
import { idOf, numberOf, textOf } from '../client/row';

export interface PaymentTerm {
  readonly id: number;
  readonly name: string;
  /** All of it so many days after the invoice's date; absent for terms in parts, or counted from the end of a month. */
  readonly days?: number;
}

/** The payment terms of the company (or of all), in Odoo's order; two calls. The lines are the same in 17, 18 and 19. */
export async function readPaymentTerms(client: OdooClient): Promise<PaymentTerm[]> {
  const company = await client.company();
  const terms = await client.searchRead(
    'account.payment.term',
    [['company_id', 'in', [false, company]]],
    ['name'],
  );
  const lines = await client.searchRead(
    'account.payment.term.line',
    [['payment_id', 'in', terms.map(({ id }) => id)]],
    ['payment_id', 'value', 'value_amount', 'delay_type', 'nb_days'],
  );
  const linesOf = new Map<number, OdooRow[]>();
  for (const line of lines) {
    const term = idOf(line, 'payment_id') ?? 0;
    linesOf.set(term, [...(linesOf.get(term) ?? []), line]);
  }
  return terms.map((term) => {
    const days = daysOf(linesOf.get(term.id) ?? []);
    return { id: term.id, name: textOf(term, 'name'), ...(days === undefined ? {} : { days }) };
  });
}

function daysOf([line, ...others]: readonly OdooRow[]): number | undefined {
  if (!line || others.length > 0) return undefined;
  const isWhole = textOf(line, 'value') === 'percent' && numberOf(line, 'value_amount') === 100;
  return isWhole && textOf(line, 'delay_type') === 'days_after' ? numberOf(line, 'nb_days') : undefined;
}
