import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { Address, Buyer } from '../../../app/accounting/order';
import type { OdooClient } from '../../../app/odoo/client/odoo-client';
import { externalModule, type ExternalModule } from '../../../app/odoo/loading/external-names';
import type { CustomerMode } from '../../../app/odoo/partners/buyer-key';
import { loadPartners, type LoadedPartners } from '../../../app/odoo/partners/load-partners';
import type { OdooServer, OdooServerChoice } from './odoo-servers';

export const dam: Address = { street: 'Damrak 1', zip: '1012 LG', city: 'Amsterdam', country: 'NL' };
export const kade: Address = { street: 'Kade 7', zip: '3011 AA', city: 'Rotterdam', country: 'NL' };
export const laan: Address = { street: 'Laan 3', zip: '3500 AA', city: 'Utrecht', country: 'NL' };

export interface LoadWish {
  readonly mode?: CustomerMode;
  readonly known?: ReadonlyMap<string, number>;
  readonly by?: OdooClient;
}

/** A shop of its own for every test, with customers whom no other test has. */
export interface PartnerShop {
  readonly server: OdooServer;
  readonly client: OdooClient;
  /** Tells this test's people apart from everybody else's. */
  readonly stamp: string;
  readonly renew: () => void;
  readonly load: (buyers: readonly Buyer[], wish?: LoadWish) => Promise<LoadedPartners>;
  readonly person: (wish?: Partial<Buyer>) => Buyer;
  readonly business: (wish?: Partial<Buyer>) => Buyer;
  readonly read: (
    id: number | undefined,
    fields: readonly string[],
  ) => Promise<Readonly<Record<string, unknown>> | undefined>;
  /** How many partners our external ids name. */
  readonly count: () => Promise<number>;
  readonly country: (code: string) => Promise<number>;
}

let made = 0;

export function usePartnerShop(start: OdooServerChoice['start']): PartnerShop {
  let server: OdooServer;
  let client: OdooClient;
  let module: ExternalModule;
  let stamp: string;
  const renew = () => {
    made += 1;
    stamp = `${Date.now().toString(36)}${made.toString(36)}`;
    module = externalModule(`p-${stamp}.myshopify.com`);
  };
  beforeAll(async () => {
    server = await start();
    client = await server.connect();
  });
  beforeEach(renew);
  afterAll(() => server.close());
  return {
    get server() {
      return server;
    },
    get client() {
      return client;
    },
    get stamp() {
      return stamp;
    },
    renew,
    load: (buyers, { mode = 'original', known, by = client } = {}) => {
      const settings = { mode, genericName: `Webshop ${stamp}` };
      return loadPartners({ client: by, module, settings, ...(known ? { known } : {}) }, buyers);
    },
    person: (wish = {}) => ({
      id: `${stamp}1`,
      name: `Ann ${stamp}`,
      email: `ann-${stamp}@example.com`,
      isCompany: false,
      billing: dam,
      ...wish,
    }),
    business: (wish = {}) => ({
      id: `${stamp}2`,
      name: `Groen ${stamp} BV`,
      email: `inkoop-${stamp}@example.com`,
      isCompany: true,
      vat: uniqueVat(),
      company: {
        id: stamp,
        name: `Groen ${stamp} BV`,
        location: { id: `${stamp}9`, name: 'Hoofdkantoor' },
        contactName: `Kees ${stamp}`,
      },
      billing: dam,
      ...wish,
    }),
    read: async (id, fields) => (await client.read('res.partner', [id ?? 0], fields))[0],
    count: async () => {
      const rows = await client.searchRead('ir.model.data', [['module', '=', module]], ['res_id']);
      return new Set(rows.map(({ res_id }) => res_id)).size;
    },
    country: async (code) => (await client.search('res.country', [['code', '=', code]]))[0] ?? 0,
  };
}

/** The number of a many2one as it is read. */
export function linked(value: unknown): number | undefined {
  return Array.isArray(value) ? (value[0] as number) : undefined;
}

/** A Belgian number that passes its check, another each time: the real servers keep those of earlier runs. */
export function uniqueVat(): string {
  const body = `0${String(randomInt(10_000_000)).padStart(7, '0')}`;
  return `BE${body}${String(97 - (Number(body) % 97)).padStart(2, '0')}`;
}
