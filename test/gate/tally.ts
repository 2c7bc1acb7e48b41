/** How many things were checked by a stage, and how many of them are not well. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** A stage that is one check as a whole: types, lint, formatting. */
export function tallyOfExit(code: number | null): Tally {
  return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : failure;
}

/** What cannot be counted is not well. */
export const failure: Tally = { passed: 0, failed: 1, skipped: 0 };

export function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (total, tally) => ({
      passed: total.passed + tally.passed,
      failed: total.failed + tally.failed,
      skipped: total.skipped + tally.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

/**
 * Counts what a test runner reported. No report, no test at all, or an exit that says "failed" where the report names no
 * failure (a file that does not load, an error outside of tests) is a failure too.
 */
export function tallyOfReport(read: (report: unknown) => Tally, report: unknown, code: number | null): Tally {
  if (report === undefined) return failure;
  const tally = read(report);
  const silent = tally.failed === 0 && (code !== 0 || tally.passed === 0);
  return silent ? { ...tally, failed: 1 } : tally;
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

export function readVitest(report: unknown): Tally {
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = report as VitestReport;
  const notLoaded = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return {
    passed: numPassedTests,
    failed: numFailedTests + notLoaded.length,
    skipped: numPendingTests,
  };
}

interface PlaywrightReport {
  readonly stats: Readonly<Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number>>;
  readonly errors: readonly unknown[];
}

export function readPlaywright(report: unknown): Tally {
  const { stats, errors } = report as PlaywrightReport;
  return {
    passed: stats.expected,
    // One that passes only the second time did not pass.
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}
