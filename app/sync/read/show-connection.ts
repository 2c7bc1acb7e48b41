import type { Finding } from '../../accounting/finding';
import { connectionOf } from '../../database/connections';
import type { Database } from '../../database/client';
import type { ConnectionView } from '../../views/mapping-view';
import { findingView, type Places } from './finding-view';

/** A shop's Odoo, without its key. */
export async function showConnection(
  database: Database,
  shopId: string,
  places: Places,
): Promise<ConnectionView> {
  const row = await connectionOf(database, shopId);
  const problem = row?.problem as unknown as Finding | null | undefined;
  return {
    connected: row !== null,
    url: row?.url ?? null,
    database: row?.database ?? null,
    login: row?.login ?? null,
    version: row?.version ?? null,
    company: row?.companyName ?? null,
    companyCurrency: row?.companyCurrency ?? null,
    checkedAt: row?.checkedAt?.toISOString() ?? null,
    problem: problem ? findingView(problem, places) : null,
  };
}
