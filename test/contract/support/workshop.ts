import type { Books } from '../../../app/accounting/books';
import { currency, type Currency } from '../../../app/accounting/currency';
import { taxKey, type TaxKey } from '../../../app/accounting/tax-key';
import type { BookMappings } from '../../../app/odoo/books/book-mappings';
import { copyTaxIncluded } from '../../../app/odoo/books/copy-tax-included';
import { createClearingJournal } from '../../../app/odoo/books/create-clearing-journal';
import { readBooks } from '../../../app/odoo/books/read-books';
import type { OdooClient } from '../../../app/odoo/client/odoo-client';
import { externalModule, type ExternalModule } from '../../../app/odoo/loading/external-names';
import { accountChoices, taxChoices } from '../../../app/odoo/books/choices';

/** A shop of its own in an Odoo: its module of external ids, its clearing journal, its mappings. */
export interface Workshop {
  readonly client: OdooClient;
  readonly module: ExternalModule;
  /** Tells this run's records apart from those of every other. */
  readonly stamp: string;
  readonly books: Books;
  readonly mappings: BookMappings;
}

let made = 0;

export async function openWorkshop(client: OdooClient, payoutCurrency = 'EUR'): Promise<Workshop> {
  made += 1;
  const stamp = `${Date.now().toString(36)}${made.toString(36)}`;
  const module = externalModule(`t-${stamp}.myshopify.com`);
  const company: Currency = currency('EUR');
  const unit = currency(payoutCurrency);
  if (unit !== company) await activate(client, unit);
  const clearingJournalId = await createClearingJournal(client, module, {
    payoutCurrency: unit,
    companyCurrency: company,
    code: `K${stamp.slice(-4).toUpperCase()}`,
    name: `Shopify Payments ${stamp}`,
  });
  const account = async (type: string, nth = 0) => {
    const choices = await accountChoices(client, '', { types: [type], limit: nth + 1 });
    return choices[nth]?.id ?? 0;
  };
  const mappings: BookMappings = {
    timeZone: 'Europe/Amsterdam',
    payoutCurrency: unit,
    clearingJournalId,
    feeAccountId: await account('expense'),
    exchangeAccountId: await account('expense', 1),
    feeVatAccountId: await account('asset_current'),
    chargeWithoutDocumentId: await account('liability_current'),
    typeAccountIds: {
      DISPUTE_WITHDRAWAL: await account('expense', 2),
      ADJUSTMENT: await account('expense', 3),
    },
    roleAccountIds: { tip: (await account('income_other')) || (await account('income', 1)) },
    taxIds: await mappedTaxes(client),
    postOnFirstOpenDay: false,
  };
  const { books, findings } = await readBooks(client, mappings);
  if (!books || findings.length > 0) throw new Error(`the books do not open: ${JSON.stringify(findings)}`);
  return { client, module, stamp, books, mappings };
}

async function mappedTaxes(client: OdooClient): Promise<Record<TaxKey, number>> {
  const ids: Record<TaxKey, number> = {};
  for (const rate of ['21', '9']) {
    const taxes = await taxChoices(client, '', { rate });
    const excluded =
      taxes.find(({ name }) => name === `${rate}% ST`) ?? taxes.find((tax) => !tax.priceIncluded);
    if (!excluded) throw new Error(`this Odoo has no sale tax of ${rate}%`);
    ids[taxKey({ country: 'NL', title: 'VAT', rate, included: false })] = excluded.id;
    ids[taxKey({ country: 'NL', title: 'VAT', rate, included: true })] = await copyTaxIncluded(
      client,
      excluded.id,
    );
  }
  const [none] = await taxChoices(client, '', { rate: '0' });
  for (const included of [true, false]) {
    ids[taxKey({ country: 'NL', title: '', rate: '0', included })] = none?.id ?? 0;
  }
  return ids;
}

/** A currency with a rate; leaves both as they are where they exist. */
export async function activate(client: OdooClient, unit: Currency): Promise<void> {
  const [row] = await client.searchRead('res.currency', [['name', '=', unit]], ['active'], {
    context: { active_test: false },
  });
  if (!row) throw new Error(`this Odoo does not know ${unit}`);
  if (row.active !== true) await client.write('res.currency', [row.id], { active: true });
  const rates = await client.searchCount('res.currency.rate', [['currency_id', '=', row.id]]);
  if (rates === 0) {
    await client.create('res.currency.rate', [{ currency_id: row.id, name: '2026-01-01', rate: 1.1 }]);
  }
}
