import type { Finding } from '../../accounting/finding';
import { mappingsOf, type MappingRecord } from '../../database/mappings';
import { readGateways, type Gateways } from '../../odoo/books/read-gateways';
import { missingRights } from '../../odoo/client/missing-rights';
import { documentWork, type DocumentWork } from '../draft-documents';
import { findDays } from '../find-days';
import { findingOfError } from '../finding-of-error';
import { orderSettings, type OrderSettings } from '../order-settings';
import { PersonNeeded } from '../person-needed';
import { readShopDocumentBooks } from '../read-shop-books';
import type { ShopContext } from '../shop-context';

/** What bringing orders to Odoo needs throughout; read once for many orders. */
export interface OrderDesk extends DocumentWork {
  readonly mappings: readonly MappingRecord[];
  readonly settings: OrderSettings;
  readonly gateways: Gateways;
  /** Mappings that do not hold any more, of which an order may not need any. */
  readonly problems: readonly Finding[];
}

/** Signs in to the shop's Odoo and resolves its mappings. Throws PersonNeeded where no order could be posted. */
export async function openOrderDesk(context: ShopContext): Promise<OrderDesk> {
  const { database, shop } = context;
  const client = await context.odoo();
  const rights = (await missingRights(client)).flatMap((error) => findingOfError(error) ?? []);
  if (rights.length > 0) throw new PersonNeeded(rights);
  const mappings = await mappingsOf(database, shop.id);
  const { books, problems } = await readShopDocumentBooks(client, mappings, shop.timeZone);
  const gateways = await readGateways(client, mappings);
  const work = documentWork(client, books, mappings, shop);
  await findDays(context, client, work.module);
  return {
    ...work,
    mappings,
    settings: orderSettings(mappings, shop.timeZone),
    gateways,
    problems: [...problems, ...gateways.findings.map(asNotice)],
  };
}

const asNotice = (finding: Finding): Finding => ({ ...finding, severity: 'notice' });
