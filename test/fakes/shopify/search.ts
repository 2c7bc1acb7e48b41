import { DateTime } from 'luxon';
import { toUnits } from './decimal';
import { gidNumber } from './gid';
import type { Entry } from './read-state';
import { parseSearch, searchFields, type Comparator, type SearchNode } from './search-query';
import { searchValues, sortValues, type SearchValue } from './search-values';
import { textOf } from './text-of';
import type { ShopWorld } from './shop-world';

/** The objects that a query finds. A field that the search does not know is left out, as Shopify does it. */
export function search(world: ShopWorld, typeName: string, entries: Entry[], query: string): Entry[] {
  const fields = searchValues[typeName] ?? {};
  const node = parseSearch(query);
  return entries.filter((entry) => matches(world, fields, entry, node));
}

export function unknownSearchFields(typeName: string, query: string): string[] {
  const fields = searchValues[typeName] ?? {};
  return searchFields(parseSearch(query)).filter((field) => !(field in fields));
}

/** Oldest or lowest first; equal values by id. */
export function sortEntries(world: ShopWorld, entries: Entry[], sortKey: string): Entry[] {
  const value: SearchValue = sortValues[sortKey] ?? ((entry) => gidNumber(textOf(entry['id'])));
  return entries
    .map((entry) => ({ entry, value: textOf(value(entry, world)), id: gidNumber(textOf(entry['id'])) }))
    .sort((a, b) => order(a.value, b.value) || order(a.id, b.id))
    .map(({ entry }) => entry);
}

function matches(
  world: ShopWorld,
  fields: Record<string, SearchValue>,
  entry: Entry,
  node: SearchNode,
): boolean {
  switch (node.kind) {
    case 'all':
      return node.nodes.every((child) => matches(world, fields, entry, child));
    case 'any':
      return node.nodes.some((child) => matches(world, fields, entry, child));
    case 'not':
      return !matches(world, fields, entry, node.node);
    case 'term': {
      if (node.field === undefined) {
        return ['name', 'title', 'displayName'].some((name) => contains(textOf(entry[name]), node.value));
      }
      const value = fields[node.field];
      if (!value) return true;
      const found = value(entry, world);
      const list = Array.isArray(found) ? found : [found];
      return list.some((item) => compares(world, textOf(item), node.comparator, node.value));
    }
  }
}

function contains(value: string, part: string): boolean {
  return value.toLowerCase().includes(part.replaceAll('*', '').toLowerCase());
}

function compares(world: ShopWorld, value: string, comparator: Comparator, wanted: string): boolean {
  if (value === '') return false;
  if (isDate(value) && isDate(wanted)) return comparesDates(world, value, comparator, wanted);
  if (comparator === '=') {
    const bare = (name: string) => name.replace(/^#/, '').toLowerCase();
    return wanted.endsWith('*')
      ? bare(value).startsWith(bare(wanted.slice(0, -1)))
      : wanted === '*' || bare(value) === bare(wanted);
  }
  return holds(order(value, wanted), comparator);
}

/** A date without a time means that whole day in the shop's time zone. */
function comparesDates(world: ShopWorld, value: string, comparator: Comparator, wanted: string): boolean {
  const at = Date.parse(value);
  const [start, end] = spanOf(world, wanted);
  switch (comparator) {
    case '=':
      return at >= start && at < end;
    case '<':
      return at < start;
    case '<=':
      return at < end;
    case '>':
      return at >= end;
    case '>=':
      return at >= start;
  }
}

/** From when until when, in milliseconds. One search asks it of every entry, so the last answer is kept. */
let lastSpan: { key: string; span: readonly [start: number, end: number] } | undefined;

function spanOf(world: ShopWorld, wanted: string): readonly [start: number, end: number] {
  const isDay = wanted.length === 10;
  const zone = isDay ? world.timeZone : 'utc';
  const key = `${zone} ${wanted}`;
  if (lastSpan?.key !== key) {
    const start = DateTime.fromISO(wanted, { zone });
    const end = isDay ? start.plus({ days: 1 }) : start.plus({ milliseconds: 1 });
    lastSpan = { key, span: [start.toMillis(), end.toMillis()] };
  }
  return lastSpan.span;
}

function isDate(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}(T|$)/.test(value);
}

function order(a: string, b: string): number {
  if (a === b) return 0;
  if (/^-?\d+(\.\d+)?$/.test(a) && /^-?\d+(\.\d+)?$/.test(b)) return toUnits(a) < toUnits(b) ? -1 : 1;
  // Instants as Shopify writes them sort as text, which is much faster.
  if (a.length === b.length && a[10] === 'T' && a.endsWith('Z') && b.endsWith('Z')) return a < b ? -1 : 1;
  if (isDate(a) && isDate(b)) return Math.sign(Date.parse(a) - Date.parse(b));
  return a < b ? -1 : 1;
}

function holds(sign: number, comparator: Exclude<Comparator, '='>): boolean {
  switch (comparator) {
    case '<':
      return sign < 0;
    case '<=':
      return sign <= 0;
    case '>':
      return sign > 0;
    case '>=':
      return sign >= 0;
  }
}
