/** What was asked of the fake: `status` 0 is a connection closed without an answer. */
export type RecordedCall = { operation: string; shop: string; status: number; variables: unknown };

export function countCalls(calls: RecordedCall[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { operation } of calls) counts[operation] = (counts[operation] ?? 0) + 1;
  return counts;
}
