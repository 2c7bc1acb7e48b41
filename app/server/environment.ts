import { z } from 'zod';

const flag = z.enum(['0', '1', 'true', 'false', '']).transform((value) => value === '1' || value === 'true');
const port = z.coerce.number().int().min(0).max(65_535);
const origin = z.url({ protocol: /^https?$/ }).transform((value) => new URL(value).origin);
const loopback = origin.refine((value) =>
  ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(value).hostname),
);

/** Every variable Klopt reads, in one place: what it is, in the words of the message for whoever has it wrong. */
const variables = {
  NODE_ENV: [
    z.enum(['development', 'production', 'test']).default('development'),
    'development, production or test',
  ],
  ROLE: [z.enum(['all', 'web', 'worker']).default('all'), 'what this process does: all, web or worker'],
  HOST: [z.string().min(1).default('127.0.0.1'), 'the address the web server listens on, such as 0.0.0.0'],
  PORT: [port.default(3000), 'the port of the web server, a number'],
  DATABASE_URL: [
    z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    'a PostgreSQL connection string (postgresql://user:password@host:5432/klopt); leave it out for the embedded one',
  ],
  EMBEDDED_POSTGRES_DIR: [
    z.string().min(1).default('.klopt/postgres'),
    'the folder of the embedded PostgreSQL',
  ],
  EMBEDDED_POSTGRES_PORT: [port.optional(), 'the port of the embedded PostgreSQL; a free one when left out'],
  SHOPIFY_API_KEY: [z.string().min(1), "the app's client id, from Shopify's partner dashboard"],
  SHOPIFY_API_SECRET: [z.string().min(1), "the app's client secret, from Shopify's partner dashboard"],
  SHOPIFY_APP_URL: [origin, 'the https address at which Shopify reaches this app'],
  ENCRYPTION_KEY: [
    z.base64().refine((value) => Buffer.from(value, 'base64').length === 32),
    '32 random bytes in base64 (make one: openssl rand -base64 32); with it, tokens and API keys are encrypted at rest',
  ],
  LOG_LEVEL: [
    z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
    'silent, error, warn, info or debug',
  ],
  WORKER_CONCURRENCY: [
    z.coerce.number().int().min(1).max(50).default(4),
    'how many jobs a worker runs at once, 1 to 50',
  ],
  SHUTDOWN_SECONDS: [
    z.coerce.number().int().min(1).default(25),
    'how long running jobs may take to end, in seconds',
  ],
  DEMO: [flag.default(false), '1 when this is the demo'],
  SHOPIFY_ORIGIN_OVERRIDE: [
    loopback.optional(),
    'for the demo and tests: a local address that answers as Shopify',
  ],
  APP_BRIDGE_URL: [z.url().optional(), "for the demo and tests: another address of App Bridge's script"],
  FRAME_ANCESTOR: [origin.optional(), 'for the demo and tests: one more page that may show Klopt in a frame'],
  TERMINAL_LOG: [flag.default(false), '1 for a log that people read; lines of JSON otherwise'],
} as const satisfies Record<string, readonly [z.ZodType, string]>;

type Variables = typeof variables;
export type Environment = { readonly [Name in keyof Variables]: z.output<Variables[Name][0]> };

type Source = Readonly<Record<string, string | undefined>>;

/** Good for one's own machine only; in production each of them must be given. */
const developmentDefaults = (given: Source) => ({
  SHOPIFY_API_KEY: 'klopt-development',
  SHOPIFY_API_SECRET: 'klopt-development-secret',
  SHOPIFY_APP_URL: `http://localhost:${given.PORT ?? '3000'}`,
  ENCRYPTION_KEY: Buffer.from('klopt-development-only-not-secret'.slice(0, 32)).toString('base64'),
});

/** Says of each variable that is missing or wrong what it should be; all of them at once. */
export class EnvironmentError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(
      `Klopt cannot start. In its environment:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`,
    );
    this.name = 'EnvironmentError';
  }
}

/** Reads and checks the environment. An empty variable counts as not given. @throws EnvironmentError */
export function readEnvironment(source: Source = process.env): Environment {
  const given: Source = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value !== ''),
  );
  const defaults: Source = given.NODE_ENV === 'production' ? {} : developmentDefaults(given);
  const problems: string[] = [];
  const read: Record<string, unknown> = {};
  for (const [name, [schema, meaning]] of Object.entries(variables)) {
    const value = given[name] ?? defaults[name];
    const result = schema.safeParse(value);
    if (result.success) read[name] = result.data;
    // Never the value: it may be a secret with a typing error.
    else problems.push(`${name} is ${value === undefined ? 'missing' : 'wrong'}: it should be ${meaning}.`);
  }
  problems.push(...refusals(read));
  if (problems.length > 0) throw new EnvironmentError(problems);
  return read as Environment;
}

/** What is right by itself and wrong together; some of it may be missing. */
function refusals(environment: Partial<Environment>): string[] {
  if (environment.NODE_ENV !== 'production' || environment.DEMO) return [];
  const problems = (['SHOPIFY_ORIGIN_OVERRIDE', 'APP_BRIDGE_URL', 'FRAME_ANCESTOR'] as const)
    .filter((name) => environment[name] !== undefined)
    .map((name) => `${name} is for the demo and tests (${variables[name][1]}): leave it out in production.`);
  if (environment.SHOPIFY_APP_URL?.startsWith('http:')) {
    problems.push('SHOPIFY_APP_URL is wrong: in production Shopify wants an address that begins with https.');
  }
  return problems;
}
