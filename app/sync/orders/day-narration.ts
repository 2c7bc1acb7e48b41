import type { MemberRecord } from '../../database/day-documents';

/**
 * What stands below the lines of a day's document: its orders with the agreements of theirs that are in it. A person finds
 * an order by it; and where our own database was lost, it says which agreements need no document any more.
 */
export function dayNarration(members: readonly MemberRecord[]): string {
  // Odoo takes it for HTML: a name may not begin a tag that hides what follows.
  const plain = (name: string) => name.replace(/[<>&]/g, ' ');
  return members.map(({ member }) => `${plain(member.order.name)} ${member.key}`).join(', ');
}

/** The agreements that such a text names. */
export function agreementsIn(narration: string): Set<string> {
  return new Set(narration.match(/agreement_\d+/g) ?? []);
}
