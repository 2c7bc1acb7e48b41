import { execFile } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

const PAGES = path.join('build', 'server', 'index.js');
const PAGES_SOURCES = ['app', 'public', 'vite.config.ts', 'package-lock.json'];
const CLIENT = path.join('node_modules', '.prisma', 'client', 'index.js');
const CLIENT_SOURCES = [path.join('prisma', 'schema.prisma')];

/** Makes the database client and the pages where they are missing or older than their sources. For one's own machine. */
export async function ensureMade(root = process.cwd()): Promise<void> {
  await ensureClient(root);
  if (isFresh(root, PAGES, PAGES_SOURCES)) return;
  await run(root, 'node_modules/@remix-run/dev/dist/cli.js', 'vite:build');
}

/** The database client alone; without it nothing that speaks to the database can even be loaded. */
export async function ensureClient(root = process.cwd()): Promise<void> {
  if (isFresh(root, CLIENT, CLIENT_SOURCES)) return;
  await run(root, 'node_modules/prisma/build/index.js', 'generate');
}

async function run(root: string, script: string, ...args: string[]): Promise<void> {
  const env = { ...process.env, NODE_ENV: 'production' as const };
  await promisify(execFile)(process.execPath, [path.join(root, script), ...args], { cwd: root, env });
}

function isFresh(root: string, product: string, sources: readonly string[]): boolean {
  const made = path.join(root, product);
  if (!existsSync(made)) return false;
  const at = statSync(made).mtimeMs;
  return sources.every((source) => newest(path.join(root, source)) <= at);
}

function newest(file: string): number {
  if (!existsSync(file)) return 0;
  const found = statSync(file);
  if (!found.isDirectory()) return found.mtimeMs;
  const below = readdirSync(file).filter((name) => !/\.test\.tsx?$/.test(name));
  return Math.max(0, ...below.map((name) => newest(path.join(file, name))));
}
