import { toDecimal } from '../../accounting/money';
import type { OdooClient } from '../client/odoo-client';
import { inChunks } from '../loading/in-chunks';
import type { Correction } from './compare-document';

/**
 * Writes base and tax of drafts to the minor unit, 100 documents a call. `price_subtotal` together with
 * `amount_currency` sets a line's base (17 ignores `amount_currency` alone there); a tax item takes `amount_currency`.
 * Unit price and the total that the customer saw stay; the receivable follows. The rows go through the documents,
 * because then Odoo computes each once (30 ms) and not once a line. Writing the same amounts twice is harmless.
 */
export async function forceDocuments(client: OdooClient, corrections: readonly Correction[]): Promise<void> {
  for (const batch of inChunks(corrections, 100)) {
    const rows = batch.flatMap(({ moveId, lines, taxes }) =>
      [
        ...lines.map(({ itemId, subtotal, amount }) => [
          String(itemId),
          toDecimal(subtotal),
          toDecimal(amount),
        ]),
        // Taxes come last: writing a line computes them anew.
        ...taxes.map(({ itemId, amount }) => [String(itemId), '', toDecimal(amount)]),
      ].map((row, index) => [index === 0 ? String(moveId) : '', ...row]),
    );
    await client.loadAgain(
      'account.move',
      ['.id', 'line_ids/.id', 'line_ids/price_subtotal', 'line_ids/amount_currency'],
      rows,
    );
  }
}
