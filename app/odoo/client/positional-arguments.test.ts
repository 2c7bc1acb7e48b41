import { describe, expect, it } from 'vitest';
import { positionalArguments } from './positional-arguments';

describe('named arguments for JSON-RPC', () => {
  it('go by position where the method wants them so', () => {
    expect(positionalArguments('create', { vals_list: [{ name: 'x' }] })).toEqual({
      args: [[{ name: 'x' }]],
      kwargs: {},
    });
    expect(positionalArguments('search_read', { fields: ['name'], domain: [], limit: 3 })).toEqual({
      args: [[], ['name']],
      kwargs: { limit: 3 },
    });
  });

  it('go by name after a gap, and for methods that are not listed', () => {
    expect(positionalArguments('search_read', { fields: ['name'] })).toEqual({
      args: [],
      kwargs: { fields: ['name'] },
    });
    expect(positionalArguments('copy', { default: { name: 'x' } })).toEqual({
      args: [],
      kwargs: { default: { name: 'x' } },
    });
  });
});
