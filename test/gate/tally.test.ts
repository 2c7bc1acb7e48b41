import { expect, test } from 'vitest';
import { readPlaywright, readVitest, sum, tallyOfExit, tallyOfReport } from './tally';

const vitest = (traits: object) => ({
  numPassedTests: 10,
  numFailedTests: 0,
  numPendingTests: 1,
  testResults: [{ status: 'passed', assertionResults: [{}] }],
  ...traits,
});
const playwright = (traits: object, errors: unknown[] = []) => ({
  stats: { expected: 5, unexpected: 0, flaky: 0, skipped: 0, ...traits },
  errors,
});

test('counts the tests of a report', () => {
  expect(tallyOfReport(readVitest, vitest({}), 0)).toEqual({ passed: 10, failed: 0, skipped: 1 });
  expect(tallyOfReport(readVitest, vitest({ numFailedTests: 2 }), 1)).toMatchObject({ failed: 2 });
  expect(tallyOfReport(readPlaywright, playwright({ unexpected: 1, skipped: 3 }), 1)).toEqual({
    passed: 5,
    failed: 1,
    skipped: 3,
  });
});

test('counts a file that does not load as one failure', () => {
  const broken = vitest({ testResults: [{ status: 'failed', assertionResults: [] }] });
  expect(tallyOfReport(readVitest, broken, 1)).toMatchObject({ passed: 10, failed: 1 });
});

test('counts a test that passed only the second time, and an error outside of tests, as failures', () => {
  expect(tallyOfReport(readPlaywright, playwright({ flaky: 1 }), 0)).toMatchObject({ failed: 1 });
  expect(tallyOfReport(readPlaywright, playwright({}, [{ message: 'no browser' }]), 1)).toMatchObject({
    failed: 1,
  });
});

test('takes a runner that left no report, ran nothing, or ended badly without a reason for failed', () => {
  expect(tallyOfReport(readVitest, undefined, 0)).toMatchObject({ failed: 1 });
  expect(tallyOfReport(readVitest, vitest({ numPassedTests: 0, testResults: [] }), 0)).toMatchObject({
    failed: 1,
  });
  expect(tallyOfReport(readVitest, vitest({}), 1)).toMatchObject({ passed: 10, failed: 1 });
  expect(tallyOfReport(readVitest, vitest({}), null)).toMatchObject({ failed: 1 });
});

test('adds up the stages', () => {
  expect(sum([tallyOfExit(0), tallyOfExit(1), tallyOfExit(null), readVitest(vitest({}))])).toEqual({
    passed: 11,
    failed: 2,
    skipped: 1,
  });
});
