import { connect, type OdooLogin } from '../../../app/odoo/client/connect';
import type { ClientOptions, OdooClient } from '../../../app/odoo/client/odoo-client';
import { startFakeOdoo, type FakeOdoo } from '../../fakes/odoo/start-fake-odoo';

/** An Odoo that the contract is held against: a fake one, or a real one from the environment. */
export interface OdooServer {
  readonly login: OdooLogin;
  /** A user who may post invoices and not statement lines; absent where none was named. */
  readonly limited?: OdooLogin;
  /** Only where the Odoo is the fake one: its faults are ours to cause. */
  readonly fake?: FakeOdoo;
  /** Quick repeats, so that tests of failures do not wait. */
  readonly connect: (options?: ClientOptions) => Promise<OdooClient>;
  readonly close: () => Promise<void>;
}

export interface OdooServerChoice {
  readonly title: string;
  readonly isReal: boolean;
  readonly start: () => Promise<OdooServer>;
}

const quick = { attempts: 5, pauseMs: 20 };

/** The real Odoo that ODOO_URL, ODOO_DB, ODOO_LOGIN and ODOO_API_KEY name; without them the fake 17 and 19. */
export function odooServers(): OdooServerChoice[] {
  const { ODOO_URL, ODOO_DB, ODOO_LOGIN, ODOO_API_KEY } = process.env;
  if (ODOO_URL && ODOO_DB && ODOO_LOGIN && ODOO_API_KEY) {
    const login = { url: ODOO_URL, database: ODOO_DB, login: ODOO_LOGIN, apiKey: ODOO_API_KEY };
    return [
      {
        title: `the real Odoo at ${new URL(ODOO_URL).host}`,
        isReal: true,
        start: () => Promise.resolve(realServer(login)),
      },
    ];
  }
  return ([17, 19] as const).map((version) => ({
    title: `the fake Odoo ${String(version)}`,
    isReal: false,
    start: async () => {
      const fake = await startFakeOdoo({ version });
      const login = { url: fake.url, database: fake.database, login: fake.login, apiKey: fake.apiKey };
      return {
        login,
        fake,
        connect: (options: ClientOptions = {}) => connect(login, { retries: quick, ...options }),
        close: () => fake.close(),
      };
    },
  }));
}

function realServer(login: OdooLogin): OdooServer {
  const { ODOO_LIMITED_LOGIN, ODOO_LIMITED_API_KEY } = process.env;
  return {
    login,
    ...(ODOO_LIMITED_LOGIN && ODOO_LIMITED_API_KEY
      ? { limited: { ...login, login: ODOO_LIMITED_LOGIN, apiKey: ODOO_LIMITED_API_KEY } }
      : {}),
    connect: (options = {}) => connect(login, { retries: quick, ...options }),
    close: () => Promise.resolve(),
  };
}
