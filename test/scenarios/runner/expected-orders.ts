import { z } from 'zod';
import type { MadeOrder } from './scenario-result';

const text = z.string();

/** What must come of the orders. Lists are whole; of each thing in them only what is named is compared. */
export const expectedOrders = z.array(
  z.strictObject({
    name: text,
    state: text,
    reason: text.optional(),
    documents: z.array(
      z.strictObject({
        reference: text,
        kind: text,
        moveType: text.optional(),
        date: text.optional(),
        due: text.optional(),
        origin: text.optional(),
        journal: text.optional(),
        team: text.optional(),
        fiscalPosition: text.optional(),
        currency: text.optional(),
        customer: z
          .strictObject({
            name: text.optional(),
            of: text.optional(),
            company: z.boolean().optional(),
            vat: text.optional(),
            address: text.optional(),
            note: text.optional(),
          })
          .optional(),
        delivery: text.optional(),
        untaxed: text,
        tax: text,
        total: text,
        open: text,
        paymentState: text.optional(),
        taxes: z.array(z.strictObject({ tax: text, base: text, amount: text })),
        lines: z
          .array(
            z.strictObject({
              label: text,
              product: text.optional(),
              quantity: text.optional(),
              price: text.optional(),
              untaxed: text.optional(),
              account: text.optional(),
              taxes: z.array(text).optional(),
              analytic: z.array(text).optional(),
            }),
          )
          .optional(),
      }),
    ),
    payments: z.array(
      z.strictObject({
        gateway: text,
        journal: text,
        date: text.optional(),
        account: text.optional(),
        amount: text,
        items: z.array(z.strictObject({ account: text, amount: text })).optional(),
        settles: z.array(z.strictObject({ document: text, amount: text })),
      }),
    ),
    findings: z.array(
      z.strictObject({
        kind: text,
        severity: text.optional(),
        object: text.optional(),
        expected: text.optional(),
        actual: text.optional(),
        residual: text.optional(),
        facts: z.record(text, text).optional(),
      }),
    ),
  }),
);

export type ExpectedOrders = z.infer<typeof expectedOrders>;

/** The orders that came, with what expected.json names of each thing, in its order. */
export function likeExpected(orders: readonly MadeOrder[], expected: ExpectedOrders): ExpectedOrders {
  return like(inOrder(orders), inOrder(expected)) as ExpectedOrders;
}

interface OrderLike {
  readonly name: string;
  readonly documents: readonly { reference: string; taxes: readonly { tax: string }[] }[];
  readonly payments: readonly { gateway: string; amount: string; settles: readonly { document: string }[] }[];
  readonly findings: readonly { kind: string; object?: string | undefined }[];
}

/** An order that does not depend on Odoo's numbers. Lines stay as they stand. */
export function inOrder<Order extends OrderLike>(orders: readonly Order[]): Order[] {
  return by(orders, ({ name }) => name).map((order) => ({
    ...order,
    documents: by(order.documents, ({ reference }) => reference).map((document) => ({
      ...document,
      taxes: by(document.taxes, ({ tax }) => tax),
    })),
    payments: by(order.payments, ({ gateway, amount }) => `${gateway} ${amount}`).map((payment) => ({
      ...payment,
      settles: by(payment.settles, ({ document }) => document),
    })),
    findings: by(order.findings, ({ kind }) => kind),
  }));
}

function by<Thing>(things: readonly Thing[], key: (thing: Thing) => string): Thing[] {
  return [...things].sort((left, right) => key(left).localeCompare(key(right)));
}

/** Keeps of `actual` the names that `expected` has; all of it where nothing is expected in its place. */
function like(actual: unknown, expected: unknown): unknown {
  if (Array.isArray(actual) && Array.isArray(expected)) {
    return actual.map((one: unknown, index) => like(one, expected[index]));
  }
  if (!isTree(actual) || !isTree(expected)) return actual;
  return Object.fromEntries(
    Object.keys(expected).flatMap((name) =>
      name in actual ? [[name, like(actual[name], expected[name])]] : [],
    ),
  );
}

function isTree(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
