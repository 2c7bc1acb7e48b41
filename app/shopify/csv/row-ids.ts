import { createHash } from 'node:crypto';

/**
 * Names for rows that have none: the same content always gets the same name, whichever day or file it is imported from.
 * Rows that are equal in everything are numbered in their order.
 */
export function rowIds(): (content: readonly string[]) => string {
  const seen = new Map<string, number>();
  return (content) => {
    const text = content.join('\u001F');
    const nth = (seen.get(text) ?? 0) + 1;
    seen.set(text, nth);
    return `csv${createHash('sha256')
      .update(`${text}\u001F${String(nth)}`)
      .digest('hex')
      .slice(0, 24)}`;
  };
}
