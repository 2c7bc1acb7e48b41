/** Shopify's search syntax: `status:PAID issued_at:>=2026-11-01 -name:1001 (a:1 OR a:2)`. */
export type SearchNode =
  | { kind: 'all'; nodes: SearchNode[] }
  | { kind: 'any'; nodes: SearchNode[] }
  | { kind: 'not'; node: SearchNode }
  | { kind: 'term'; field: string | undefined; comparator: Comparator; value: string };

export type Comparator = '=' | '<' | '<=' | '>' | '>=';

export function parseSearch(text: string): SearchNode {
  const tokens = text.match(/\(|\)|[^\s()"']*(?:"[^"]*"|'[^']*')|[^\s()]+/g) ?? [];
  let position = 0;

  function parseAny(): SearchNode {
    const nodes = [parseAll()];
    while (tokens[position] === 'OR') {
      position += 1;
      nodes.push(parseAll());
    }
    return nodes.length === 1 && nodes[0] ? nodes[0] : { kind: 'any', nodes };
  }

  function parseAll(): SearchNode {
    const nodes: SearchNode[] = [];
    for (let token = tokens[position]; token !== undefined; token = tokens[position]) {
      if (token === ')' || token === 'OR') break;
      position += 1;
      if (token !== 'AND') nodes.push(parseOne(token));
    }
    return { kind: 'all', nodes };
  }

  function parseOne(token: string): SearchNode {
    if (token === 'NOT' || token === '-') return { kind: 'not', node: parseOne(tokens[position++] ?? '') };
    if (token === '(') {
      const node = parseAny();
      position += 1;
      return node;
    }
    if (token.startsWith('-') && token.length > 1) return { kind: 'not', node: parseOne(token.slice(1)) };
    const match = /^([A-Za-z_.]+):(<=|>=|<|>|=)?(.*)$/s.exec(token);
    const value = (match?.[3] ?? token).replace(/^["'](.*)["']$/s, '$1');
    return {
      kind: 'term',
      field: match?.[1],
      comparator: (match?.[2] as Comparator | undefined) ?? '=',
      value,
    };
  }

  return parseAny();
}

/** Every field that a query names, for the warning about fields that the search does not know. */
export function searchFields(node: SearchNode): string[] {
  switch (node.kind) {
    case 'term':
      return node.field === undefined ? [] : [node.field];
    case 'not':
      return searchFields(node.node);
    case 'all':
    case 'any':
      return node.nodes.flatMap(searchFields);
  }
}
