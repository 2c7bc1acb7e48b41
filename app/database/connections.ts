import { Prisma } from '@prisma/client';
import type { OdooLogin } from '../odoo/client/connect';
import type { Database } from './client';
import type { Secrets } from './secret';

const purpose = 'odoo-api-key';

export type ConnectionRecord = NonNullable<Awaited<ReturnType<Database['connection']['findUnique']>>>;

export interface ConnectionFacts {
  readonly version: string;
  readonly transport: string;
  readonly companyId: number;
  readonly companyName: string;
  readonly companyCurrency: string;
  readonly uid: number;
}

/** A shop's Odoo as it is kept, the key still encrypted. */
export async function connectionOf(database: Database, shopId: string): Promise<ConnectionRecord | null> {
  return database.connection.findUnique({ where: { shopId } });
}

/** Whether a shop has an Odoo at all. */
export async function isConnected(database: Database, shopId: string): Promise<boolean> {
  return (await database.connection.count({ where: { shopId } })) > 0;
}

/** How to sign in to it. Throws SecretUnreadable when the key was stored with another ENCRYPTION_KEY. */
export function loginOf(connection: ConnectionRecord, secrets: Secrets): OdooLogin {
  const apiKey = secrets.decrypt(connection.secretCiphertext, { shop: connection.shopId, purpose });
  return { url: connection.url, database: connection.database, login: connection.login, apiKey };
}

export async function saveConnection(
  database: Database,
  secrets: Secrets,
  shopId: string,
  login: OdooLogin,
  facts: ConnectionFacts,
): Promise<void> {
  const data = {
    url: login.url,
    database: login.database,
    login: login.login,
    secretCiphertext: secrets.encrypt(login.apiKey, { shop: shopId, purpose }),
    ...facts,
    checkedAt: new Date(),
    problem: Prisma.DbNull,
  };
  await database.connection.upsert({ where: { shopId }, create: { shopId, ...data }, update: data });
}

export async function removeConnection(database: Database, shopId: string): Promise<void> {
  await database.connection.deleteMany({ where: { shopId } });
}
