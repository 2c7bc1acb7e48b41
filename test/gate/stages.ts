import { readPlaywright, readVitest, type Tally } from './tally';

export interface Stage {
  readonly name: string;
  /** A script of an installed package and its arguments; run by this Node, without a shell. */
  readonly script: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** For test runners: where in the directory for reports it leaves its own, and how that is read. */
  readonly report?: { readonly file: string; readonly read: (report: unknown) => Tally };
  readonly minutes: number;
}

/** Everything that must be well, what is quick first. */
export function stagesWith(reports: string): Stage[] {
  const vitest = `${reports}/vitest.json`;
  const playwright = `${reports}/playwright.json`;
  return [
    {
      name: 'types',
      script: 'typescript/bin/tsc',
      args: ['--noEmit', '-p', '.'],
      minutes: 5,
    },
    {
      name: 'format',
      script: 'prettier/bin/prettier.cjs',
      args: ['--check', '--log-level', 'warn', '.'],
      minutes: 5,
    },
    {
      name: 'imports',
      script: 'dependency-cruiser/bin/dependency-cruise.mjs',
      args: ['app', 'test', '--config', '.dependency-cruiser.cjs'],
      minutes: 5,
    },
    {
      name: 'lint',
      script: 'eslint/bin/eslint.js',
      args: [
        ...['.', '--max-warnings', '0'],
        ...['--cache', '--cache-location', 'node_modules/.cache/eslint/'],
      ],
      minutes: 10,
    },
    {
      name: 'units, components, flows, scenarios, contract',
      script: 'vitest/vitest.mjs',
      args: ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitest}`],
      report: { file: vitest, read: readVitest },
      minutes: 20,
    },
    {
      name: 'browser',
      script: '@playwright/test/cli.js',
      args: ['test', '--reporter=list,json'],
      env: { PLAYWRIGHT_JSON_OUTPUT_NAME: playwright },
      report: { file: playwright, read: readPlaywright },
      minutes: 20,
    },
  ];
}
