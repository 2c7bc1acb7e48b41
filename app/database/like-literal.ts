/** A text as Prisma's `contains` finds it: PostgreSQL's LIKE reads `%`, `_` and `\\` as signs of its own. */
export const likeLiteral = (text: string): string => text.replaceAll(/[\\%_]/g, String.raw`\$&`);
