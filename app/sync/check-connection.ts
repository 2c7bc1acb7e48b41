import type { Prisma } from '@prisma/client';
import type { Database } from '../database/client';
import { connectionOf, loginOf } from '../database/connections';
import { bodyOf } from '../database/findings';
import type { Secrets } from '../database/secret';
import { connectOdoo } from './connect-odoo';
import { findingOfError } from './finding-of-error';

/** Asks the connected Odoo whether the login still holds, and keeps when that was and what was in the way. */
export async function checkConnection(database: Database, secrets: Secrets, shopId: string): Promise<void> {
  const connection = await connectionOf(database, shopId);
  if (!connection) return;
  try {
    await connectOdoo(database, secrets, shopId, loginOf(connection, secrets));
  } catch (error) {
    const finding = findingOfError(error);
    if (!finding) throw error;
    const { kind, severity, object } = finding;
    const problem = { kind, severity, object, ...bodyOf(finding) } as unknown as Prisma.InputJsonValue;
    await database.connection.update({ where: { shopId }, data: { checkedAt: new Date(), problem } });
  }
}
