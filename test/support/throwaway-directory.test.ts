import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { throwawayDirectory } from './throwaway-directory';

test('makes a directory for this process and removes what a dead one left, no other’s', () => {
  const dead = spawnSync(process.execPath, ['--version']).pid;
  const left = path.join(tmpdir(), `klopt-throwaway-${dead}`);
  const living = path.join(tmpdir(), `klopt-throwaway-${process.ppid}`);
  const other = path.join(tmpdir(), 'klopt-throwaway-notes');
  for (const directory of [left, living, other]) mkdirSync(path.join(directory, 'data'), { recursive: true });
  const own = throwawayDirectory('throwaway');
  expect([own, left, living, other].map((directory) => existsSync(directory))).toEqual([
    true,
    false,
    true,
    true,
  ]);
  for (const directory of [own, living, other]) rmSync(directory, { recursive: true });
});
