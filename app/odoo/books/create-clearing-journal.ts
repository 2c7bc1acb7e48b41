import type { Currency } from '../../accounting/currency';
import type { OdooClient } from '../client/odoo-client';
import { OdooRejected } from '../client/odoo-errors';
import { externalName, type ExternalModule } from '../loading/external-names';
import { loadOnce } from '../loading/load-once';
import { currencyIds } from './currency-ids';

export interface ClearingJournalWish {
  readonly payoutCurrency: Currency;
  readonly companyCurrency: Currency;
  /** At most five characters, unique in the company. Without it: `SHOP`, or `SPUSD` for another currency, or the next free one. */
  readonly code?: string;
  readonly name?: string;
}

/**
 * Makes the bank journal "Shopify Payments EUR", exactly once under its external id. Odoo makes its account along with
 * it (seen on 17 and 19). Answers the journal's id. Throws OdooRejected, for one when the code is taken.
 */
export async function createClearingJournal(
  client: OdooClient,
  module: ExternalModule,
  { payoutCurrency, companyCurrency, code, name }: ClearingJournalWish,
): Promise<number> {
  const externalId = `journal_${payoutCurrency.toLowerCase()}`;
  const foreign = payoutCurrency !== companyCurrency;
  const unit = foreign ? (await currencyIds(client, [payoutCurrency])).get(payoutCurrency) : undefined;
  const title = name ?? `Shopify Payments ${payoutCurrency}`;
  const facts = { host: new URL(client.url).host, call: 'account.journal.load' };
  if (foreign && unit === undefined) {
    throw new OdooRejected({ ...facts, detail: `${payoutCurrency} is not active in Odoo` });
  }
  const loaded = await loadOnce(client, {
    model: 'account.journal',
    module,
    fields: ['id', 'name', 'code', 'type', ...(foreign ? ['currency_id/.id'] : [])],
    records: [
      {
        externalId,
        rows: [
          [
            externalName(module, externalId),
            title,
            code ?? (await freeCode(client, foreign ? `SP${payoutCurrency}` : 'SHOP')),
            'bank',
            ...(unit === undefined ? [] : [String(unit)]),
          ],
        ],
      },
    ],
    candidates: [['type', '=', 'bank']],
  });
  const id = loaded.ids.get(externalId);
  if (id === undefined) {
    throw new OdooRejected({ ...facts, detail: loaded.rejections.get(externalId) ?? 'no journal was made' });
  }
  return id;
}

/** A code that no journal has yet, archived ones included: SHOP, SHOP2 … SHOP9, SHO10 … SHO99. */
async function freeCode(client: OdooClient, wish: string): Promise<string> {
  const numbered = Array.from({ length: 98 }, (_, index) => String(index + 2));
  const codes = [wish, ...numbered.map((number) => `${wish.slice(0, 5 - number.length)}${number}`)];
  const rows = await client.searchRead('account.journal', [['code', 'in', codes]], ['code'], {
    context: { active_test: false },
  });
  const taken = new Set(rows.map((row) => row.code));
  return codes.find((code) => !taken.has(code)) ?? wish;
}
