import { existsSync } from 'node:fs';
import { EnvironmentError, readEnvironment, type Environment } from './environment';
import { createLog } from './log';
import { ensureClient, ensureMade } from './made';

/** The process: `--web` or `--worker` for one half of it, `--dev` for pages straight from the sources. */
async function main(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const flags = new Set(process.argv.slice(2));
  const role = flags.has('--web') ? 'web' : flags.has('--worker') ? 'worker' : undefined;
  const environment: Environment = readEnvironment({ ...process.env, ...(role ? { ROLE: role } : {}) });
  const log = createLog(environment);
  const dev = flags.has('--dev');
  // In production what is missing is a mistake in the image, and start says so.
  if (environment.NODE_ENV !== 'production') await (dev ? ensureClient() : ensureMade());
  const { startKlopt } = await import('./start');

  let ending = false;
  const end = (reason: string, code: number) => {
    // A second Ctrl-C means it.
    if (ending) process.exit(code || 1);
    ending = true;
    log.info({ reason }, 'stopping');
    void started
      .then((klopt) => klopt.stop())
      .catch(() => undefined)
      .finally(() => process.exit(code));
  };
  const started = startKlopt(environment, log, {
    dev,
    onLost: (error) => {
      log.fatal({ err: error }, 'the worker lost its database');
      end('database lost', 1);
    },
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => end(signal, 0));
  await started;
}

main().catch((error: unknown) => {
  // For people: an environment that is wrong is said in words, everything else with where it came from.
  process.stderr.write(`${error instanceof EnvironmentError ? error.message : describe(error)}\n`);
  process.exit(1);
});

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? `\nBecause: ${error.cause.message}` : '';
  return `Klopt cannot start: ${error.message}${cause}\n${error.stack ?? ''}`;
}
