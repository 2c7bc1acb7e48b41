import type { Database } from '../database/client';
import { connectionOf, loginOf } from '../database/connections';
import type { Secrets } from '../database/secret';
import { connect } from '../odoo/client/connect';
import type { CallReport } from '../odoo/client/odoo-client';
import { adminApi } from '../shopify/admin-api';
import { NotConnected, type ShopContext } from './shop-context';

export interface Surroundings {
  readonly database: Database;
  readonly secrets: Secrets;
  readonly accessToken: (shopDomain: string) => Promise<string>;
  readonly fetch: typeof fetch;
  readonly signal?: AbortSignal;
  readonly onOdooCall?: (report: CallReport) => void;
}

/** Opens a shop for a use case: its row, its Admin API, and its Odoo once somebody asks for it. */
export async function openShopContext(surroundings: Surroundings, shopId: string): Promise<ShopContext> {
  const { database, secrets, signal, onOdooCall } = surroundings;
  const shop = await database.shop.findUniqueOrThrow({ where: { id: shopId } });
  return {
    shop: {
      id: shop.id,
      domain: shop.domain,
      timeZone: shop.timeZone ?? 'UTC',
      currency: shop.currency ?? 'EUR',
      ...(shop.country ? { country: shop.country } : {}),
    },
    database,
    shopify: adminApi({
      shop: shop.domain,
      accessToken: () => surroundings.accessToken(shop.domain),
      fetch: surroundings.fetch,
    }),
    odoo: async () => {
      const connection = await connectionOf(database, shopId);
      if (!connection) throw new NotConnected();
      return connect(loginOf(connection, secrets), {
        ...(connection.companyId === null ? {} : { companyId: connection.companyId }),
        ...(signal ? { signal } : {}),
        ...(onOdooCall ? { onCall: onOdooCall } : {}),
      });
    },
    now: () => new Date(),
  };
}
