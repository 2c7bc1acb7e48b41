import { fork } from 'node:child_process';
import { startFakeOdoo, type FakeOdoo } from '../fakes/odoo/start-fake-odoo';
import type { ShopState } from '../fakes/shopify/shop-state';
import { startFakeShopify, type FakeShopify } from '../fakes/shopify/start-fake-shopify';

export type OdooApart = Pick<FakeOdoo, 'url' | 'database' | 'login' | 'apiKey'>;

export interface ShopifyApart {
  readonly origin: string;
  readonly token: string;
  /** Calls until now. */
  calls(): Promise<number>;
}

export interface FakesApart {
  odoo(): Promise<OdooApart>;
  shopify(state: ShopState): Promise<ShopifyApart>;
  stop(): Promise<void>;
}

type Question = { odoo: true } | { shopify: ShopState } | { callsOf: number };

/** The fakes in a process of their own, as Odoo and Shopify are: their heap and their time are no part of Klopt's. */
export function startFakesApart(): FakesApart {
  const child = fork(import.meta.filename, ['fakes'], {
    execArgv: ['--import', 'tsx'],
    serialization: 'advanced',
  });
  let last: Promise<unknown> = Promise.resolve();
  const ask = <Answer>(question: Question): Promise<Answer> => {
    const answer = last.then(
      () =>
        new Promise<Answer>((resolve, reject) => {
          const gone = () => reject(new Error('the process of the fakes ended'));
          child.once('exit', gone);
          child.once('message', (message: Answer) => {
            child.off('exit', gone);
            resolve(message);
          });
          child.send(question);
        }),
    );
    last = answer.catch(() => undefined);
    return answer;
  };
  let shops = 0;
  return {
    odoo: () => ask({ odoo: true }),
    async shopify(state) {
      const shop = shops++;
      const started = await ask<{ origin: string; token: string }>({ shopify: state });
      return { ...started, calls: () => ask({ callsOf: shop }) };
    },
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.disconnect();
      await ended;
    },
  };
}

/** The other side: answers one question after another until its parent is gone. */
function answerQuestions(): void {
  const shops: FakeShopify[] = [];
  const answer = async (question: Question): Promise<unknown> => {
    if ('odoo' in question) {
      const { url, database, login, apiKey } = await startFakeOdoo({ version: 19 });
      return { url, database, login, apiKey };
    }
    if ('shopify' in question) {
      const shop = await startFakeShopify({
        state: question.shopify,
        clientId: 'bench',
        clientSecret: 'bench',
      });
      shops.push(shop);
      return { origin: shop.origin, token: shop.issueToken() };
    }
    return shops[question.callsOf]?.calls.length ?? 0;
  };
  process.on('message', (question: Question) => {
    void answer(question).then((said) => process.send?.(said));
  });
  process.once('disconnect', () => process.exit());
}

if (process.send && process.argv[2] === 'fakes') answerQuestions();
