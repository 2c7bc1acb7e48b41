import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Stage } from './stages';
import { failure, tallyOfExit, tallyOfReport, type Tally } from './tally';

/** Runs a stage and counts. Never throws: what cannot run has failed. */
export async function runStage(stage: Stage, signal: AbortSignal): Promise<Tally> {
  const code = await exitCode(stage, signal).catch((error: unknown) => {
    console.error(error);
    return null;
  });
  if (!stage.report) return tallyOfExit(code);
  try {
    return tallyOfReport(stage.report.read, reportIn(stage.report.file), code);
  } catch (error) {
    console.error(`The report of "${stage.name}" cannot be read:`, error);
    return failure;
  }
}

/** null when it was ended: it took too long, crashed, or the whole gate was interrupted. */
async function exitCode(stage: Stage, signal: AbortSignal): Promise<number | null> {
  const script = path.resolve('node_modules', stage.script);
  const ownGroup = process.platform !== 'win32';
  const child = spawn(process.execPath, [script, ...stage.args], {
    env: { ...process.env, ...stage.env },
    stdio: ['ignore', 'inherit', 'inherit'],
    // A group of its own: what it has started ends with it.
    detached: ownGroup,
  });
  const kill = (how: NodeJS.Signals) => {
    if (child.pid === undefined) return;
    try {
      process.kill(ownGroup ? -child.pid : child.pid, how);
    } catch {
      // It is gone already.
    }
  };
  const stop = () => {
    kill('SIGTERM');
    setTimeout(() => kill('SIGKILL'), 15_000).unref();
  };
  const late = setTimeout(() => {
    console.error(`"${stage.name}" is ended: it took more than ${stage.minutes} minutes.`);
    stop();
  }, stage.minutes * 60_000);
  signal.addEventListener('abort', stop);
  try {
    return await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', resolve);
    });
  } finally {
    clearTimeout(late);
    signal.removeEventListener('abort', stop);
    kill('SIGTERM');
  }
}

function reportIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
