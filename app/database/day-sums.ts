import type { Prisma } from '@prisma/client';
import type { DaySlot, DaySum } from '../accounting/day-documents';
import type { DocumentRole } from '../accounting/document';
import { parseMoney, toDecimal } from '../accounting/money';
import type { TaxKey } from '../accounting/tax-key';

type SumJson = {
  role: string;
  taxes: [key: string, amount: string][];
  untaxed: string;
  total: string;
  lines: string;
};

/** As they are kept with a member. */
export function sumsJson(sums: readonly DaySum[]): Prisma.InputJsonValue {
  return sums.map(({ role, taxes, untaxed, total, lines }): SumJson => ({
    role,
    taxes: taxes.map(({ key, amount }) => [key, toDecimal(amount)]),
    untaxed: toDecimal(untaxed),
    total: toDecimal(total),
    lines: lines.toString(),
  }));
}

export function readSums(json: Prisma.JsonValue, { currency }: DaySlot): DaySum[] {
  return (json as unknown as SumJson[]).map(({ role, taxes, untaxed, total, lines }) => ({
    role: role as DocumentRole,
    taxes: taxes.map(([key, amount]) => ({ key: key as TaxKey, amount: parseMoney(amount, currency) })),
    untaxed: parseMoney(untaxed, currency),
    total: parseMoney(total, currency),
    lines: BigInt(lines),
  }));
}
