import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Faults as OdooFaults } from '../fakes/odoo/faults';
import type { Faults as ShopifyFaults } from '../fakes/shopify/faults';
import type { DemoAddresses, ShopKind } from './demo-addresses';

/** A demo of a test file's own, in a process of its own: a fresh database, fresh books. */
export class Demo {
  private constructor(
    private readonly child: ChildProcess,
    private readonly said: () => string,
    readonly addresses: DemoAddresses,
  ) {}

  static async start(shop: ShopKind): Promise<Demo> {
    const child = fork(path.resolve('test', 'browser', 'demo-process.ts'), [shop], {
      execArgv: ['--import', 'tsx'],
      env: { ...withoutOdoo(process.env), NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (text += String(chunk)));
    const addresses = await Promise.race([
      once(child, 'message').then(([message]) => message as DemoAddresses),
      once(child, 'exit').then(() => Promise.reject(new Error(`The demo did not start:\n${text}`))),
    ]);
    return new Demo(child, () => text, addresses);
  }

  /** What the demo's log says: warnings and errors. */
  get log(): string {
    return this.said();
  }

  /** The address of a page of the app in the mock admin. */
  urlOf(appPath: string): string {
    return this.addresses.url + appPath;
  }

  /** A bad day of Odoo; without arguments all is well again. */
  async odoo(faults: Partial<OdooFaults> = {}): Promise<void> {
    await post(`${this.addresses.odooUrl}/__fake/faults`, faults);
  }

  /** A bad day of Shopify, until it is changed back. */
  async shopify(faults: Partial<ShopifyFaults>): Promise<void> {
    await post(`${this.addresses.shopifyOrigin}/__fake/faults`, faults);
  }

  /** How often each method of Odoo was called since the start. */
  async odooCalls(): Promise<Record<string, number>> {
    const answer = await fetch(`${this.addresses.odooUrl}/__fake/calls`);
    return (await answer.json()) as Record<string, number>;
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null) return;
    const gone = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    const late = setTimeout(() => this.child.kill('SIGKILL'), 20_000);
    await gone;
    clearTimeout(late);
  }
}

async function post(url: string, body: unknown): Promise<void> {
  const answer = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
}

/** These tests are about the fake Odoo, also where a real one is set for the contract tests. */
function withoutOdoo(environment: NodeJS.ProcessEnv): Record<string, string | undefined> {
  const own = /^(ODOO_|DATABASE_URL$|SHOPIFY_|DEMO|PORT$|LOG_LEVEL$)/;
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !own.test(name)));
}
