import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

export interface Postmaster {
  pid: number;
  port: number;
  ready: boolean;
}

/** The server that is running on a cluster's folder now, by its own postmaster.pid; undefined when none is. */
export async function postmaster(data: string): Promise<Postmaster | undefined> {
  const text = await readFile(path.join(data, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  if (!pid || !(await isPostgresOn(pid, data))) return undefined;
  return { pid, port: Number(lines[3] ?? 0), ready: lines[7]?.trim() === 'ready' };
}

/** A number can have been given to another program since: only a postgres started on this very folder counts. */
async function isPostgresOn(pid: number, data: string): Promise<boolean> {
  try {
    const command =
      process.platform === 'linux'
        ? (await readFile(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' ')
        : (await promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)])).stdout;
    return command.includes('postgres') && command.includes(data);
  } catch {
    return false;
  }
}

/** Fast shutdown of a server whose owner is gone; by force after ten seconds (PostgreSQL then recovers on start). */
export async function endServer(pid: number): Promise<void> {
  const lives = () => {
    try {
      process.kill(pid, 0);
      return true;
    } catch {
      return false;
    }
  };
  for (const [signal, patience] of [
    ['SIGINT', 10_000],
    ['SIGQUIT', 5_000],
  ] as const) {
    if (!lives()) return;
    process.kill(pid, signal);
    const until = Date.now() + patience;
    while (lives() && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 20));
  }
  if (lives())
    throw new Error(`PostgreSQL ${pid}, left behind by a crash, does not end. End it by hand and try again.`);
}
