import type { Convert } from '../../accounting/books';
import type { CalendarDate } from '../../accounting/calendar-date';
import type { Currency } from '../../accounting/currency';
import { currencyIds } from '../books/currency-ids';
import { readRates } from '../books/read-rates';
import { OdooRejected } from '../client/odoo-errors';
import { inChunks } from '../loading/in-chunks';
import type { OpenItemInOdoo } from '../settlement/read-open-items';
import type { PaymentRowsContext } from './payment-rows';
import type { PaymentToLoad } from './payment-to-load';
import type { PaymentsContext } from './payments-context';
import { planPaymentMarks } from './plan-payment-marks';

/** What stood on the receivable items changed while we looked: everything is asked anew. */
export class MarksRefused extends Error {}

/** Reads what the rows need (nothing where all is in the company's currency) and marks the receivable items. */
export async function preparePayments(
  { client, module }: Pick<PaymentsContext, 'client' | 'module'>,
  payments: readonly PaymentToLoad[],
  open: ReadonlyMap<number, OpenItemInOdoo>,
  { company, cashBasis }: { readonly company: Currency; readonly cashBasis: boolean },
): Promise<PaymentRowsContext> {
  const marks = planPaymentMarks(payments, open, { module, company, cashBasis });
  const rows = [...marks].filter(([id, mark]) => open.get(id)?.matching !== mark);
  try {
    for (const chunk of inChunks(rows, 250)) {
      await client.loadAgain(
        'account.move.line',
        ['.id', 'matching_number'],
        chunk.map(([id, mark]) => [String(id), mark]),
      );
    }
  } catch (error) {
    // Somebody matched one of them meanwhile: "A temporary number can not be used in a real matching".
    if (error instanceof OdooRejected) throw new MarksRefused(error.message, { cause: error });
    throw error;
  }
  const foreign = new Set(payments.map(({ payment }) => payment.money.currency));
  foreign.delete(company);
  const rates = new Map<Currency, (date: CalendarDate) => Convert>();
  for (const unit of foreign) rates.set(unit, await readRates(client, unit, company));
  return {
    module,
    company,
    open,
    marks,
    convert: (unit, date) => rates.get(unit)?.(date) ?? ((amount) => amount),
    ...(foreign.size > 0 ? { currencyIds: await currencyIds(client, [...foreign, company]) } : {}),
  };
}
