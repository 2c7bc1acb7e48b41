import type { Database } from '../database/client';
import { connectionOf, saveConnection, type ConnectionFacts } from '../database/connections';
import { lookAgain } from '../database/payouts';
import type { Secrets } from '../database/secret';
import { connect, type OdooLogin } from '../odoo/client/connect';
import { nameOf } from '../odoo/client/row';
import { OdooRejected } from '../odoo/client/odoo-errors';
import { forgetOtherBooks } from './forget-other-books';

/**
 * Tries a login on Odoo and keeps it when it works: who it is, which company, which version; payouts that waited are
 * looked at anew, and so is everything where these are other books than before. Throws the client's OdooError when it does not; then nothing is kept.
 */
export async function connectOdoo(
  database: Database,
  secrets: Secrets,
  shopId: string,
  login: OdooLogin,
): Promise<ConnectionFacts> {
  const client = await connect(login, { timeoutMs: 15_000, retries: { attempts: 1, pauseMs: 0 } });
  const [user] = await client.read('res.users', [client.userId], ['company_id']);
  const company = user?.company_id;
  if (!Array.isArray(company) || typeof company[0] !== 'number') {
    throw new OdooRejected({
      host: new URL(client.url).host,
      call: 'res.users.read',
      detail: 'the user has no company',
    });
  }
  const [row] = await client.read('res.company', [company[0]], ['name', 'currency_id']);
  const facts: ConnectionFacts = {
    version: client.version.text,
    transport: client.transportKind,
    companyId: company[0],
    companyName: String(company[1]),
    companyCurrency: row ? nameOf(row, 'currency_id') : '',
    uid: client.userId,
  };
  const before = await connectionOf(database, shopId);
  const same =
    before?.url === client.url && before.database === login.database && before.companyId === facts.companyId;
  if (!same) {
    const shop = await database.shop.findUniqueOrThrow({ where: { id: shopId } });
    await forgetOtherBooks(database, client, shop);
  }
  await saveConnection(database, secrets, shopId, { ...login, url: client.url }, facts);
  await lookAgain(database, shopId);
  return facts;
}
