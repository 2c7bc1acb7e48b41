import { currency } from '../accounting/currency';
import { createClearingJournal } from '../odoo/books/create-clearing-journal';
import { nameOf } from '../odoo/client/row';
import { externalModule } from '../odoo/loading/external-names';
import { PersonNeeded } from './person-needed';
import { saveMappings } from './save-mappings';
import type { ShopContext } from './shop-context';

/** Makes the journal that stands for what Shopify holds in a currency, and maps it. A second wish takes the first's. */
export async function makeClearingJournal(context: ShopContext, code: string): Promise<number> {
  const client = await context.odoo();
  const [company] = await client.searchRead(
    'res.company',
    [['id', '=', await client.company()]],
    ['currency_id'],
    { limit: 1, order: 'id' },
  );
  const id = await createClearingJournal(client, externalModule(context.shop.domain), {
    payoutCurrency: currency(code),
    companyCurrency: currency(company ? nameOf(company, 'currency_id') : code),
  });
  const problems = await saveMappings(context, [
    { kind: 'clearing-journal', key: currency(code), target: { id } },
  ]);
  const found = Object.values(problems);
  if (found.length > 0) throw new PersonNeeded(found);
  return id;
}
