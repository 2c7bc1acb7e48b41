import { parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { adminSchema } from '../../../test/fakes/shopify/admin-schema';
import { adminApiVersion } from '../admin-api';
import * as orders from './orders';
import * as payouts from './payouts';
import * as shop from './shop';

describe(`every operation is valid in the Admin API ${adminApiVersion}`, () => {
  it.each(Object.entries({ ...orders, ...payouts, ...shop }))('%s', (_name, operation) => {
    expect(validate(adminSchema(), parse(operation)).map((error) => error.message)).toEqual([]);
  });

  it('would notice a field that Shopify does not have', () => {
    expect(validate(adminSchema(), parse('{ shop { noSuchField } }'))).not.toEqual([]);
  });
});
