import { toDecimal } from '../../accounting/money';
import type { OdooClient } from '../client/odoo-client';
import { inChunks } from '../loading/in-chunks';
import type { Correction } from './compare-document';

/**
 * Writes base and tax of drafts to the minor unit, 100 documents a call. `price_subtotal` together with
 * `amount_currency` sets a line's base (17 ignores `amount_currency` alone there); a tax item takes `amount_currency`.
 * Unit price and the total that the customer saw stay; the receivable follows. Lines come before taxes, because
 * writing a line computes the taxes anew. Writing the same amounts twice is harmless.
 */
export async function forceDocuments(client: OdooClient, corrections: readonly Correction[]): Promise<void> {
  for (const batch of inChunks(corrections, 100)) {
    const withLines = batch.filter(({ lines }) => lines.length > 0);
    const rows = batch.flatMap(({ lines, taxes }) => [
      ...lines.map(({ itemId, subtotal, amount }) => [
        String(itemId),
        toDecimal(subtotal),
        toDecimal(amount),
      ]),
      ...taxes.map(({ itemId, amount }) => [String(itemId), '', toDecimal(amount)]),
    ]);
    if (withLines.length > 0)
      await client.loadAgain('account.move.line', ['.id', 'price_subtotal', 'amount_currency'], rows);
    else
      await client.loadAgain(
        'account.move.line',
        ['.id', 'amount_currency'],
        rows.map(([id = '', , amount = '']) => [id, amount]),
      );
  }
}
