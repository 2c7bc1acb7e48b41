import { z } from 'zod';
import { isDeepStrictEqual } from 'node:util';
import { without } from '../../support/without';
import { expectedOrders, inOrder, likeExpected } from './expected-orders';
import type { ScenarioResult } from './scenario-result';

const text = z.string();
const expectedShape = z.strictObject({
  /** Rows of an export that no payout holds yet. */
  pending: z.number().int().optional(),
  orders: expectedOrders.optional(),
  payouts: z
    .array(
      z.strictObject({
        id: text,
        net: text,
        currency: text,
        documents: z.array(
          z.strictObject({ reference: text, kind: text, untaxed: text, tax: text, total: text }),
        ),
        lines: z.array(z.strictObject({ key: text.optional(), amount: text, fee: text })),
        proof: z.strictObject({
          holds: z.boolean(),
          steps: z.array(
            z.strictObject({ name: text, expected: text, actual: text.optional(), state: text }),
          ),
        }),
        findings: z.array(
          z.strictObject({
            kind: text,
            object: text.optional(),
            expected: text.optional(),
            actual: text.optional(),
            residual: text.optional(),
          }),
        ),
      }),
    )
    .default([]),
});

export type ExpectedScenario = z.infer<typeof expectedShape>;

export function readExpected(given: unknown): ExpectedScenario {
  return expectedShape.parse(given);
}

/** The outcome in the form of expected.json: only what it names, in an order that does not depend on Odoo's numbers. */
export function inExpectedForm(result: ScenarioResult, expected: ExpectedScenario): ExpectedScenario {
  return sorted({
    ...(expected.pending === undefined ? {} : { pending: result.pending }),
    ...(expected.orders ? { orders: likeExpected(result.orders ?? [], expected.orders) } : {}),
    payouts: result.payouts.map((payout, index) => ({
      id: payout.id,
      net: payout.net,
      currency: payout.currency,
      documents: payout.documents.map(({ reference, kind, untaxed, tax, total }) => ({
        reference,
        kind,
        untaxed,
        tax,
        total,
      })),
      lines: payout.lines.map(({ key, amount, fee }) => ({
        ...(expected.payouts[index]?.lines.some((line) => line.key === undefined) ? {} : { key }),
        amount,
        fee,
      })),
      proof: {
        holds: payout.proof.holds,
        steps: payout.proof.steps.map(({ name, expected: wanted, actual, state }) => ({
          name,
          expected: wanted,
          ...(actual === undefined ? {} : { actual }),
          state,
        })),
      },
      findings: payout.findings.map((finding) => without(finding, 'facts')),
    })),
  });
}

export function sorted(given: ExpectedScenario): ExpectedScenario {
  const by =
    <T>(key: (entry: T) => string) =>
    (left: T, right: T) =>
      key(left).localeCompare(key(right));
  return {
    ...given,
    ...(given.orders ? { orders: inOrder(given.orders) } : {}),
    payouts: given.payouts.map((payout) => ({
      ...payout,
      documents: [...payout.documents].sort(by(({ reference }) => reference)),
      lines: [...payout.lines].sort(by((line) => `${line.key ?? ''} ${line.amount} ${line.fee}`)),
      findings: [...payout.findings].sort(by((finding) => `${finding.kind} ${finding.object ?? ''}`)),
    })),
  };
}

/** What came otherwise than expected, a line each: the place, what was expected, what came. Empty when all is as expected. */
export function differences(result: ScenarioResult, given: unknown): string[] {
  const expected = sorted(readExpected(given));
  return differ('', expected, inExpectedForm(result, expected));
}

function differ(place: string, expected: unknown, actual: unknown): string[] {
  if (isDeepStrictEqual(expected, actual)) return [];
  if (!isTree(expected) || !isTree(actual)) {
    return [`${place}: expected ${JSON.stringify(expected)}, came ${JSON.stringify(actual)}`];
  }
  const names = [...new Set([...Object.keys(expected), ...Object.keys(actual)])];
  return names.flatMap((name) => differ(place ? `${place}.${name}` : name, expected[name], actual[name]));
}

function isTree(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
