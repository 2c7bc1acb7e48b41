import type { Database } from '../database/client';
import type { OdooClient } from '../odoo/client/odoo-client';
import type { AdminApi } from '../shopify/admin-api';

/** One shop, and the systems a use case may speak to for it. */
export interface ShopContext {
  readonly shop: {
    readonly id: string;
    /** The myshopify.com domain. */
    readonly domain: string;
    /** IANA name; days and months are the shop's own. */
    readonly timeZone: string;
    readonly currency: string;
    /** ISO 3166 alpha-2; absent until Shopify has said it. */
    readonly country?: string;
  };
  readonly database: Database;
  readonly shopify: AdminApi;
  /** Signs in to the shop's Odoo. Throws NotConnected when none is set, or the client's own error. */
  readonly odoo: () => Promise<OdooClient>;
  readonly now: () => Date;
}

/** The shop has no Odoo yet: a person connects one first. */
export class NotConnected extends Error {
  constructor() {
    super('No Odoo is connected to this shop yet');
    this.name = 'NotConnected';
  }
}
