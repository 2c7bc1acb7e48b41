import type { Database } from '../../../app/database/client';
import { secretsWith } from '../../../app/database/secret';
import type { OdooLogin } from '../../../app/odoo/client/connect';
import { fetchFromShopify } from '../../../app/shopify/fetch-from-shopify';
import { connectOdoo } from '../../../app/sync/connect-odoo';
import { openShopContext } from '../../../app/sync/open-shop-context';
import { startFakeShopify } from '../../fakes/shopify/start-fake-shopify';
import { makeBefore } from './make-before';
import { mapBooks } from './map-books';
import type { Scenario } from './read-scenario';
import { runSteps } from './run-steps';
import type { ScenarioResult } from './scenario-result';

export interface ScenarioSurroundings {
  readonly database: Database;
  readonly odoo: OdooLogin;
}

/** Runs a scenario through the code that the app runs, and reads back from Odoo what it made. */
export async function runScenario(
  scenario: Scenario,
  { database, odoo }: ScenarioSurroundings,
): Promise<ScenarioResult> {
  const shopify = await startFakeShopify({
    state: scenario.state,
    clientId: 'scenario',
    clientSecret: 'scenario',
  });
  try {
    const domain = scenario.state.shop.myshopifyDomain;
    const secrets = secretsWith(Buffer.alloc(32, 'scenario').toString('base64'));
    const shop = await database.shop.create({
      data: {
        domain,
        name: scenario.name,
        currency: scenario.state.shop.currencyCode,
        timeZone: scenario.settings.timeZone,
        country: scenario.settings.country,
      },
    });
    await connectOdoo(database, secrets, shop.id, odoo);
    const token = shopify.issueToken();
    const context = await openShopContext(
      {
        database,
        secrets,
        accessToken: () => Promise.resolve(token),
        fetch: fetchFromShopify(shopify.origin),
      },
      shop.id,
    );
    await makeBefore(context, scenario.settings.before);
    await mapBooks(context, scenario.settings);
    return await runSteps(context, shopify, scenario);
  } finally {
    await shopify.stop();
  }
}
