import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * A directory for this process under the machine's temporary files, named after it: the caller removes it. Those of
 * processes that were killed before they could are removed now.
 */
export function throwawayDirectory(purpose: string): string {
  const prefix = `klopt-${purpose}-`;
  for (const name of readdirSync(tmpdir())) {
    const pid = name.startsWith(prefix) ? name.slice(prefix.length) : '';
    if (/^\d+$/.test(pid) && !isAlive(Number(pid))) remove(path.join(tmpdir(), name));
  }
  const directory = path.join(tmpdir(), `${prefix}${process.pid}`);
  mkdirSync(directory, { recursive: true, mode: 0o755 });
  return directory;
}

/** Not ours to remove, or just removed by another: left alone. */
function remove(directory: string): void {
  try {
    rmSync(directory, { recursive: true, force: true });
  } catch {
    // It is in nobody's way.
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives and is another user's.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
